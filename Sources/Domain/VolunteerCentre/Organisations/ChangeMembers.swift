package import SQL

/// The owners of an organisation decide who works for it. There is always one owner left.
package enum ChangeMembers {
    package enum Outcome: Sendable, Equatable {
        case done, notFound, lastOwner, full, tooOften
        /// Whoever was asked works there already: she has this role from now on, and nobody gets a mail.
        case roleChanged
    }

    package static let most = 50

    package static func invite(email: String, name: String, role: Membership.Role, in work: UnitOfWork) throws
        -> Outcome
    {
        guard let organisation = try OrganisationQueries.owned(in: work) else { return .notFound }
        let people = try OrganisationQueries.members(of: organisation.id, in: work.centre.id, work.tx).count
        let asked = try MemberInvitation.open(of: organisation.id, in: work.centre.id, now: work.now, work.tx).count
        guard people + asked < Self.most else { return .full }
        guard try work.mayMail(email, .memberInvited) else { return .tooOften }
        if let account = try AccountQueries.find(email: email, in: work.centre.id, work.tx)?.id,
            try OrganisationQueries.isMember(account, of: organisation.id, in: work.centre.id, work.tx)
        {
            let outcome = try setRole(role, of: account, organisation.id, in: work)
            return outcome == .done ? .roleChanged : outcome
        }
        let id: ID<MemberInvitation> = ID(
            try work.tx.insert(
                """
                insert into member_invitation (centre_id, organisation_id, email, email_key, name, role, account_id, created_at)
                values (\(work.centre.id), \(organisation.id), \(email), \(EmailAddress.key(email)), \(name), \(role),
                    \(work.actor.account), \(work.now))
                on conflict (organisation_id, email_key) do update set email = excluded.email, name = excluded.name,
                    role = excluded.role, account_id = excluded.account_id, created_at = excluded.created_at
                returning id
                """))
        try Audit.record("member.invited", on: "member_invitation", id.number, in: work)
        let token = try ActionLink.issue(.joinOrganisation, on: id.number, for: nil, to: email, in: work)
        try work.tell(
            (name, email), in: work.centre.language,
            .memberInvited(email: email, organisation: organisation.name, token: token))
        return .done
    }

    /// An invitation that nobody answered; its link leads nowhere from now on.
    package static func takeBack(_ id: ID<MemberInvitation>, in work: UnitOfWork) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(in: work) else { return .notFound }
        let removed = try work.tx.run(
            """
            delete from member_invitation where centre_id = \(work.centre.id) and organisation_id = \(organisation.id)
                and id = \(id)
            """)
        guard removed > 0 else { return .notFound }
        try Audit.record("member.invitation_taken_back", on: "member_invitation", id.number, in: work)
        return .done
    }

    private static func setRole(
        _ role: Membership.Role, of account: ID<Account>, _ organisation: ID<Organisation>, in work: UnitOfWork
    ) throws -> Outcome {
        if role != .owner, try isLastOwner(account, organisation, work.centre.id, work.tx) { return .lastOwner }
        let row = OrganisationQueries.member(account, of: organisation, in: work.centre.id)
        try work.tx("update organisation_member set role = \(role) where \(row)")
        if role != .owner { try forgetInvitations(of: account, organisation, in: work) }
        try Audit.record("member.changed", on: "account", account.number, in: work)
        return .done
    }

    /// Whom she asked as an owner, and who has not answered, was asked by nobody any more.
    private static func forgetInvitations(
        of account: ID<Account>, _ organisation: ID<Organisation>, in work: UnitOfWork
    ) throws {
        let asked = OrganisationQueries.member(account, of: organisation, in: work.centre.id)
        try work.tx("delete from member_invitation where \(asked)")
    }

    /// What stands on somebody's hat at an organisation.
    package struct Contact: Sendable, Equatable {
        package let name: String
        package let position: String
        package let phone: String

        package init(name: String, position: String, phone: String) {
            (self.name, self.position, self.phone) = (name, position, phone)
        }
    }

    /// An owner keeps everybody's data right, others their own.
    package static func change(_ account: ID<Account>, _ contact: Contact, in work: UnitOfWork) throws -> Outcome {
        guard case .member(let id) = work.actor.role else { return .notFound }
        let decides = try OrganisationQueries.owned(in: work) != nil
        guard decides || account == work.actor.account else { return .notFound }
        return try write(contact, of: account, id, in: work) ? .done : .notFound
    }

    /// - Returns: whether there is such a member.
    static func write(_ contact: Contact, of account: ID<Account>, _ id: ID<Organisation>, in work: UnitOfWork) throws
        -> Bool
    {
        let changed = try work.tx.run(
            """
            update organisation_member set name = \(contact.name), name_key = \(Folding.fold(contact.name)),
                position = \(contact.position), phone = \(contact.phone)
            where \(OrganisationQueries.member(account, of: id, in: work.centre.id))
            """)
        guard changed > 0 else { return false }
        try Audit.record("contact.changed", on: "account", account.number, in: work)
        return true
    }

    /// What she is at this centre besides stays, and so do her sessions then.
    static func leave(_ account: ID<Account>, _ organisation: ID<Organisation>, in work: UnitOfWork) throws {
        let row = OrganisationQueries.member(account, of: organisation, in: work.centre.id)
        try work.tx("delete from organisation_member where \(row)")
        try forgetInvitations(of: account, organisation, in: work)
        try Session.closeWhenNobody(account, in: work.centre.id, work.tx)
        try Audit.record("member.removed", on: "account", account.number, in: work)
    }

    static func isLastOwner(
        _ account: ID<Account>, _ organisation: ID<Organisation>, _ centre: ID<Centre>, _ tx: Transaction
    ) throws -> Bool {
        let owners: [ID<Account>] = try tx.values(
            """
            select account_id from organisation_member where centre_id = \(centre) and organisation_id = \(organisation)
                and role = \(Membership.Role.owner) order by account_id \(.lock)
            """)
        return owners == [account]
    }
}
