package import SQL
package import Time

/// Somebody who responded without an account makes it hers by the link in her mail: the link proves the address.
package struct ClaimApplication: Sendable {
    package enum Outcome: Sendable {
        /// She has no password yet: this link sets one and leads to her response.
        case setPassword(Token)
        case logIn(ID<Application>)
        case notFound
    }

    let random: RandomBytes

    package init(random: @escaping RandomBytes) { self.random = random }

    package func callAsFunction(_ token: String, centre: Centre, now: Instant, _ tx: Transaction) throws -> Outcome {
        guard case .usable(let link) = try ActionLink.standing(token: token, in: centre.id, now: now, tx),
            let application = try Self.application(of: link, centre: centre, tx), try link.use(now: now, tx)
        else { return .notFound }
        let account = try AccountQueries.findOrCreate(
            email: application.email, name: application.name, language: centre.language, now: now, tx)
        let volunteer = try BecomeVolunteer.run(account.id, centre: centre.id, now: now, tx)
        try tx(
            """
            update application set kind = \(Application.Kind.account), volunteer_id = \(volunteer)
            where centre_id = \(centre.id) and id = \(application.id)
            """)
        let actor = Actor(centre: centre.id, account: account.id, role: .volunteer(volunteer))
        try Audit.record("application.claimed", on: "application", application.id.number, by: actor, now: now, tx)
        guard !account.hasPassword else { return .logIn(application.id) }
        return .setPassword(
            try CredentialLink.issue(
                .invitation, for: account.id, in: centre.id, makesVolunteer: true,
                next: "/mijn/reacties/\(application.id)", random: random, now: now, tx))
    }

    /// The response of a link, while nobody has made it hers.
    package static func application(of link: ActionLink, centre: Centre, _ tx: Transaction) throws -> Application? {
        guard link.purpose == .claimApplication,
            let application = try ApplicationQueries.find(ID(link.subject), in: centre.id, tx),
            application.kind == .guest, !application.email.isEmpty
        else { return nil }
        return application
    }
}
