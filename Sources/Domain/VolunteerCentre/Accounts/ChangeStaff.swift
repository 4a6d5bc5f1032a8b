package import SQL

/// The administrator decides who works for the centre and as what. There is always one administrator left.
package enum ChangeStaff {
    package enum Outcome: Sendable, Equatable {
        case done, notFound, lastAdministrator, alreadyThere
        /// The centre has no such municipality any more: left out, she would hear of all of them.
        case municipalityGone
    }

    /// Who has a password gets a mail that leads to the log-in, others one that sets it.
    package static func invite(email: String, name: String, role: StaffRole, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator else { return .notFound }
        // Her role is changed where it stands, by who sees what it is.
        if let known = try AccountQueries.find(email: email, in: work.centre.id, work.tx),
            try AccountQueries.staffRole(known.id, in: work.centre.id, work.tx) != nil
        {
            return .alreadyThere
        }
        let token = try InviteStaff.run(email: email, name: name, role: role, in: work)
        guard let account = try AccountQueries.find(email: email, in: work.centre.id, work.tx) else { return .notFound }
        try work.tell(account, .staffInvited(account, token: token))
        return .done
    }

    package static func setRole(_ role: StaffRole, of account: ID<Account>, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator,
            let before = try AccountQueries.staffRole(account, in: work.centre.id, work.tx)
        else { return .notFound }
        if role == before { return .done }
        if role != .administrator, try isLastAdministrator(account, work.centre.id, work.tx) {
            return .lastAdministrator
        }
        if role == .desk {
            try Consultant.forget(account, work.centre, work.tx)
            // The desk works on nobody's behalf; with another role she begins anew.
            try work.tx(
                "update session set acting_for = null where centre_id = \(work.centre.id) and account_id = \(account)")
        }
        try work.tx(
            "update centre_role set role = \(role) where centre_id = \(work.centre.id) and account_id = \(account)")
        let act =
            switch role {
            case .administrator: "staff.made_administrator"
            case .mediator: "staff.made_mediator"
            case .desk: "staff.changed"
            }
        try Audit.record(act, on: "account", account.number, in: work)
        if account != work.actor.account, let person = try AccountQueries.find(account, in: work.centre.id, work.tx) {
            try work.tell(person, .staffRoleChanged(person, at: work.now))
        }
        return .done
    }

    /// Everybody of the centre may change how she herself is called there.
    package static func rename(to name: String, in work: UnitOfWork) throws -> Outcome {
        guard case .staff = work.actor.role, let account = work.actor.account else { return .notFound }
        try work.tx(
            """
            update centre_role set name = \(name), name_key = \(Folding.fold(name))
            where centre_id = \(work.centre.id) and account_id = \(account)
            """)
        try Audit.record("staff.renamed", on: "account", account.number, in: work)
        return .done
    }

    /// Of which municipalities she hears; none is all.
    package static func setMunicipalities(_ names: [String], of account: ID<Account>, in work: UnitOfWork) throws
        -> Outcome
    {
        guard work.actor.isAdministrator, try AccountQueries.staffRole(account, in: work.centre.id, work.tx) != nil
        else { return .notFound }
        guard Set(names).isSubset(of: work.centre.municipalities) else { return .municipalityGone }
        try forgetMunicipalities(of: account, work.centre, work.tx)
        for name in work.centre.municipalities where names.contains(name) {
            try work.tx(
                """
                insert into centre_role_municipality (centre_id, account_id, name) values (\(work.centre.id), \(account), \(name))
                """)
        }
        try Audit.record("staff.municipalities", on: "account", account.number, in: work)
        return .done
    }

    private static func forgetMunicipalities(of account: ID<Account>, _ centre: Centre, _ tx: Transaction) throws {
        try tx("delete from centre_role_municipality where centre_id = \(centre.id) and account_id = \(account)")
    }

    /// What she is at this centre besides stays, and so do her sessions then.
    package static func remove(_ account: ID<Account>, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator, try AccountQueries.staffRole(account, in: work.centre.id, work.tx) != nil
        else { return .notFound }
        if try isLastAdministrator(account, work.centre.id, work.tx) { return .lastAdministrator }
        try forgetMunicipalities(of: account, work.centre, work.tx)
        try work.tx(
            """
            insert into former_staff (centre_id, account_id, name, name_key)
            select centre_id, account_id, name, name_key from centre_role
            where centre_id = \(work.centre.id) and account_id = \(account)
            on conflict (centre_id, account_id) do update set name = excluded.name, name_key = excluded.name_key
            """)
        try Consultant.forget(account, work.centre, work.tx)
        try work.tx("delete from centre_role where centre_id = \(work.centre.id) and account_id = \(account)")
        try Session.closeWhenNobody(account, in: work.centre.id, work.tx)
        try Audit.record("staff.removed", on: "account", account.number, in: work)
        return .done
    }

    /// Nobody else could log in and decide. The rows are locked, so that two administrators cannot remove each other in the
    /// same second.
    private static func isLastAdministrator(_ account: ID<Account>, _ centre: ID<Centre>, _ tx: Transaction) throws
        -> Bool
    {
        let administrators: [ID<Account>] = try tx.values(
            """
            select account_id from centre_role where centre_id = \(centre) and role = \(StaffRole.administrator)
            order by account_id \(.lock)
            """)
        let others = administrators.filter { $0 != account }
        guard others.count < administrators.count else { return false }
        return try tx.first(
            "select id from account where id in \(list: others) and password_hash is not null order by id limit 1")
            == nil
    }
}
