import SQL
package import Time

/// Sets a password by a mailed link, closes every other session of the account and opens a new one.
package struct SetPassword: Sendable {
    package enum Outcome: Sendable {
        case welcome(Token, CredentialLink), refused(PasswordRule.Refusal), link(CredentialLink.Standing)
    }

    let workroom: Workroom
    let hasher: PasswordHasher
    /// What else happens for who becomes a volunteer by it, in the same transaction and in her name.
    let arrived: Arrival

    package typealias Arrival = @Sendable (CredentialLink, UnitOfWork) throws -> Void

    package init(
        in workroom: Workroom, hasher: PasswordHasher, arrived: @escaping Arrival = { _, _ in }
    ) {
        self.workroom = workroom
        self.hasher = hasher
        self.arrived = arrived
    }

    package func callAsFunction(token: String, password: String, at centre: Centre, now: Instant) async throws
        -> Outcome
    {
        let (standing, organisations) = try await workroom.database.read { tx in
            let standing = try CredentialLink.standing(token: token, in: centre.id, now: now, tx)
            guard case .usable(let link) = standing else { return (standing, [String]()) }
            return (
                standing,
                try tx.values(
                    """
                    select o.name || ' ' || o.place || ' ' || o.street from organisation_member m join organisation o on o.id = m.organisation_id
                    where m.account_id = \(link.account) order by o.id limit 20
                    """)
            )
        }
        guard case .usable(let link) = standing else { return .link(standing) }
        // What anybody would try first: who she is, for whom, and where.
        let context = [centre.name, link.email, link.name] + organisations + centre.municipalities + [centre.address]
        if let refusal = PasswordRule.refusal(password, context: context) {
            return .refused(refusal)
        }
        let hash = try await hasher.hash(password)
        let arrived = arrived
        let actor = Actor(centre: centre, account: link.account, role: .visitor)
        return try await workroom.write(by: actor, at: now) { work in
            let tx = work.tx
            guard let account = try AccountQueries.find(link.account, in: centre.id, tx) else { return .link(.unknown) }
            // Used only once, also when two browsers press the button in the same second.
            let taken = try tx.run(
                "update credential_link set used_at = \(now) where id = \(link.id) and used_at is null")
            guard taken == 1 else { return .link(.used) }
            try tx("update account set password_hash = \(hash) where id = \(link.account)")
            // Older links of the same person, in mails lying about, end with it.
            try tx(
                "update credential_link set used_at = \(now), answers = null where account_id = \(link.account) and used_at is null"
            )
            // Who used the account until now may have asked to take it to an address of his own.
            try AddressChange.end(of: link.account, in: work)
            try Session.closeAll(of: link.account, tx)
            try Audit.record("password.set", on: "account", link.account.number, in: work)
            // Who asked for a first password by mail knows. A reset, or the mail of a response that was passed on, may be another's doing.
            if account.hasPassword || link.purpose == .reset || link.isOfResponse {
                try work.tell(account.called(link.name), .passwordSet(account, at: now))
            }
            var volunteer: ID<Volunteer>?
            if link.makesVolunteer {
                let id = try BecomeVolunteer.run(link.account, called: link.name, in: work)
                try KeepAnswers.arrived(by: link, of: id, in: work)
                try arrived(link, work.acting(as: .volunteer(id), link.account))
                volunteer = id
            }
            return .welcome(try OpenSession.run(link.account, as: volunteer, in: work), link)
        }
    }
}
