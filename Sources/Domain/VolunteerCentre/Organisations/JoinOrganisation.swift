package import SQL

/// Somebody who was asked to work for an organisation says yes, by the link in her mail: the link proves the address.
package enum JoinOrganisation {
    package enum Outcome: Sendable {
        /// She has no password yet: this link sets one.
        case setPassword(Token)
        /// For which she works from now on.
        case logIn(ID<Organisation>)
        case notFound
    }

    package static func run(_ token: String, in work: UnitOfWork) throws -> Outcome {
        guard let link = try ActionLink.usable(token, in: work),
            let invitation = try Self.invitation(of: link, centre: work.centre, work.tx)
        else { return .notFound }
        let account = try AccountQueries.findOrCreate(
            email: invitation.email, name: invitation.name, language: work.centre.language, in: work)
        guard try link.use(by: account.id, in: work) else { return .notFound }
        try work.tx(
            """
            insert into organisation_member (centre_id, organisation_id, account_id, name, name_key, role, position, phone, created_at)
            values (\(work.centre.id), \(invitation.organisation), \(account.id), \(invitation.name),
                \(Folding.fold(invitation.name)), \(invitation.role), '', '', \(work.now))
            on conflict (organisation_id, account_id) do nothing
            """)
        try work.tx("delete from member_invitation where centre_id = \(work.centre.id) and id = \(invitation.id)")
        let hers = work.acting(as: .member(invitation.organisation), account.id)
        try Audit.record("member.joined", on: "account", account.id.number, in: hers)
        guard !account.hasPassword else { return .logIn(invitation.organisation) }
        return .setPassword(
            try CredentialLink.issue(.invitation, for: account, next: FinishAccount.next(of: link), in: work))
    }

    package static func invitation(of link: ActionLink, centre: Centre, _ tx: Transaction) throws -> MemberInvitation? {
        guard link.purpose == .joinOrganisation else { return nil }
        return try MemberInvitation.find(ID(link.subject), in: centre.id, tx)
    }
}
