package import SQL
package import Time

/// The owners of an organisation decide who works for it. There is always one owner left.
package struct ChangeMembers: Sendable {
    package enum Outcome: Sendable, Equatable { case done, notFound, lastOwner, full }

    package static let most = 50

    let mails: Mails
    let random: RandomBytes

    package init(mails: Mails, random: @escaping RandomBytes) {
        self.mails = mails
        self.random = random
    }

    package func invite(
        email: String, name: String, role: Organisation.MemberRole, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(by: actor, centre, tx) else { return .notFound }
        guard try OrganisationQueries.members(of: organisation.id, in: centre.id, tx).count < Self.most else {
            return .full
        }
        let account = try AccountQueries.findOrCreate(email: email, name: name, language: centre.language, now: now, tx)
        if role != .owner, try isLastOwner(account.id, organisation.id, centre.id, tx) { return .lastOwner }
        try tx(
            """
            insert into organisation_member (centre_id, organisation_id, account_id, role, position, phone, created_at)
            values (\(centre.id), \(organisation.id), \(account.id), \(role), '', '', \(now))
            on conflict (organisation_id, account_id) do update set role = excluded.role
            """)
        try Audit.record("member.invited", on: "account", account.id.number, by: actor, now: now, tx)
        let token = try CredentialLink.issue(.invitation, for: account.id, in: centre.id, random: random, now: now, tx)
        try mails.memberInvited(
            account, organisation: organisation.name, token: token, centre: centre, now: now, tx)
        return .done
    }

    /// Her sessions at this centre end with it.
    package func remove(_ account: ID<Account>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> Outcome
    {
        guard let organisation = try OrganisationQueries.owned(by: actor, centre, tx),
            try OrganisationQueries.isMember(account, of: organisation.id, in: centre.id, tx)
        else { return .notFound }
        if try isLastOwner(account, organisation.id, centre.id, tx) { return .lastOwner }
        try tx(
            """
            delete from organisation_member where centre_id = \(centre.id) and organisation_id = \(organisation.id)
                and account_id = \(account)
            """)
        try tx("delete from session where centre_id = \(centre.id) and account_id = \(account)")
        try Audit.record("member.removed", on: "account", account.number, by: actor, now: now, tx)
        return .done
    }

    private func isLastOwner(
        _ account: ID<Account>, _ organisation: ID<Organisation>, _ centre: ID<Centre>, _ tx: Transaction
    ) throws -> Bool {
        let owners = try tx(
            """
            select account_id from organisation_member where centre_id = \(centre) and organisation_id = \(organisation)
                and role = \(Organisation.MemberRole.owner) order by account_id \(.lock)
            """
        ).map { try $0["account_id"] as ID<Account> }
        return owners == [account]
    }
}
