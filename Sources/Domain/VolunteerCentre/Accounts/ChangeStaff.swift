package import SQL
package import Time

/// The administrator decides who works for the centre and as what. There is always one administrator left.
package struct ChangeStaff: Sendable {
    package enum Outcome: Sendable, Equatable { case done, notFound, lastAdministrator }

    let mails: Mails
    let random: RandomBytes

    package init(mails: Mails, random: @escaping RandomBytes) {
        self.mails = mails
        self.random = random
    }

    /// Who has a password gets a mail that leads to the log-in, others one that sets it.
    package func invite(
        email: String, name: String, role: StaffRole, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard actor.isAdministrator(of: centre) else { return .notFound }
        let known = try AccountQueries.find(email: email, tx)
        if let known, try isLastAdministrator(known.id, centre.id, tx), role != .administrator {
            return .lastAdministrator
        }
        let token = try InviteStaff.run(
            email: email, name: name, role: role, by: actor, centre: centre, random: random, now: now, tx)
        guard let account = try AccountQueries.find(email: email, tx) else { return .notFound }
        try mails.staffInvited(account, token: token, centre: centre, now: now, tx)
        return .done
    }

    package func setRole(
        _ role: StaffRole, of account: ID<Account>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard actor.isAdministrator(of: centre), try AccountQueries.staffRole(account, in: centre.id, tx) != nil
        else { return .notFound }
        if role != .administrator, try isLastAdministrator(account, centre.id, tx) { return .lastAdministrator }
        if role == .desk { try Consultant.forget(account, centre, tx) }
        try tx("update centre_role set role = \(role) where centre_id = \(centre.id) and account_id = \(account)")
        try Audit.record("staff.changed", on: "account", account.number, by: actor, now: now, tx)
        return .done
    }

    /// Of which municipalities she hears; none is all.
    package func setMunicipalities(
        _ names: [String], of account: ID<Account>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard actor.isAdministrator(of: centre), try AccountQueries.staffRole(account, in: centre.id, tx) != nil else {
            return .notFound
        }
        try forgetMunicipalities(of: account, centre, tx)
        for name in centre.municipalities where names.contains(name) {
            try tx(
                """
                insert into centre_role_municipality (centre_id, account_id, name) values (\(centre.id), \(account), \(name))
                """)
        }
        try Audit.record("staff.changed", on: "account", account.number, by: actor, now: now, tx)
        return .done
    }

    private func forgetMunicipalities(of account: ID<Account>, _ centre: Centre, _ tx: Transaction) throws {
        try tx("delete from centre_role_municipality where centre_id = \(centre.id) and account_id = \(account)")
    }

    /// What she is at this centre besides stays, and so do her sessions then.
    package func remove(_ account: ID<Account>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> Outcome
    {
        guard actor.isAdministrator(of: centre), try AccountQueries.staffRole(account, in: centre.id, tx) != nil
        else { return .notFound }
        if try isLastAdministrator(account, centre.id, tx) { return .lastAdministrator }
        try forgetMunicipalities(of: account, centre, tx)
        try Consultant.forget(account, centre, tx)
        try tx("delete from centre_role where centre_id = \(centre.id) and account_id = \(account)")
        try Session.closeWhenNobody(account, in: centre.id, tx)
        try Audit.record("staff.removed", on: "account", account.number, by: actor, now: now, tx)
        return .done
    }

    /// The rows are locked, so that two administrators cannot remove each other in the same second.
    private func isLastAdministrator(_ account: ID<Account>, _ centre: ID<Centre>, _ tx: Transaction) throws -> Bool {
        let administrators = try tx(
            """
            select account_id from centre_role where centre_id = \(centre) and role = \(StaffRole.administrator)
            order by account_id \(.lock)
            """
        ).map { try $0["account_id"] as ID<Account> }
        return administrators == [account]
    }
}
