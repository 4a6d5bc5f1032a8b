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
        email: String, name: String, role: Membership.Role, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(by: actor, centre, tx) else { return .notFound }
        let people = try OrganisationQueries.members(of: organisation.id, in: centre.id, tx).count
        let asked = try MemberInvitation.open(of: organisation.id, in: centre.id, now: now, tx).count
        guard people + asked < Self.most else { return .full }
        if let account = try AccountQueries.find(email: email, tx)?.id,
            try OrganisationQueries.isMember(account, of: organisation.id, in: centre.id, tx)
        {
            return try setRole(role, of: account, organisation.id, by: actor, centre: centre, now: now, tx)
        }
        let id: ID<MemberInvitation> = ID(
            try tx.insert(
                """
                insert into member_invitation (centre_id, organisation_id, email, email_key, name, role, account_id, created_at)
                values (\(centre.id), \(organisation.id), \(email), \(EmailAddress.key(email)), \(name), \(role),
                    \(actor.account), \(now))
                on conflict (organisation_id, email_key) do update set email = excluded.email, name = excluded.name,
                    role = excluded.role, account_id = excluded.account_id, created_at = excluded.created_at
                returning id
                """))
        try Audit.record("member.invited", on: "member_invitation", id.number, by: actor, now: now, tx)
        let token = try ActionLink.issue(
            .joinOrganisation, on: id.number, for: nil, in: centre.id, random: random, now: now, tx)
        try mails.memberInvited(
            name: name, email: email, organisation: organisation.name, token: token, centre: centre, now: now, tx)
        return .done
    }

    /// An invitation that nobody answered; its link leads nowhere from now on.
    package func takeBack(
        _ id: ID<MemberInvitation>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(by: actor, centre, tx) else { return .notFound }
        let removed = try tx.run(
            """
            delete from member_invitation where centre_id = \(centre.id) and organisation_id = \(organisation.id)
                and id = \(id)
            """)
        guard removed > 0 else { return .notFound }
        try Audit.record("member.invitation_taken_back", on: "member_invitation", id.number, by: actor, now: now, tx)
        return .done
    }

    private func setRole(
        _ role: Membership.Role, of account: ID<Account>, _ organisation: ID<Organisation>, by actor: Actor,
        centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        if role != .owner, try isLastOwner(account, organisation, centre.id, tx) { return .lastOwner }
        try tx(
            """
            update organisation_member set role = \(role) where centre_id = \(centre.id)
                and organisation_id = \(organisation) and account_id = \(account)
            """)
        try Audit.record("member.changed", on: "account", account.number, by: actor, now: now, tx)
        return .done
    }

    /// What she is at this centre besides stays, and so do her sessions then.
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
        // Whom she asked and who has not answered was asked by nobody any more.
        try tx(
            """
            delete from member_invitation where centre_id = \(centre.id) and organisation_id = \(organisation.id)
                and account_id = \(account)
            """)
        try Session.closeWhenNobody(account, in: centre.id, tx)
        try Audit.record("member.removed", on: "account", account.number, by: actor, now: now, tx)
        return .done
    }

    private func isLastOwner(
        _ account: ID<Account>, _ organisation: ID<Organisation>, _ centre: ID<Centre>, _ tx: Transaction
    ) throws -> Bool {
        let owners = try tx(
            """
            select account_id from organisation_member where centre_id = \(centre) and organisation_id = \(organisation)
                and role = \(Membership.Role.owner) order by account_id \(.lock)
            """
        ).map { try $0["account_id"] as ID<Account> }
        return owners == [account]
    }
}
