package import SQL

/// Somebody who responded without an account makes it hers by the link in her mail: the link proves the address.
package enum ClaimApplication {
    package enum Outcome: Sendable {
        /// She has no password yet: this link sets one and leads to her response.
        case setPassword(Token)
        case logIn(ID<Application>)
        case notFound
    }

    package static func run(_ token: String, in work: UnitOfWork) throws -> Outcome {
        guard
            case .usable(let link) = try ActionLink.standing(token: token, in: work.centre.id, now: work.now, work.tx),
            let application = try Self.application(of: link, centre: work.centre, work.tx)
        else { return .notFound }
        let account = try AccountQueries.findOrCreate(
            email: application.email, name: application.name, language: work.centre.language, now: work.now, work.tx)
        guard try link.use(by: account.id, in: work) else { return .notFound }
        let volunteer = try BecomeVolunteer.run(account.id, in: work)
        try work.tx(
            """
            update application set kind = \(Application.Kind.account), volunteer_id = \(volunteer)
            where centre_id = \(work.centre.id) and id = \(application.id)
            """)
        let hers = work.acting(as: .volunteer(volunteer), account.id)
        try Audit.record("application.claimed", on: "application", application.id.number, in: hers)
        guard !account.hasPassword else { return .logIn(application.id) }
        return .setPassword(
            try CredentialLink.issue(
                .invitation, for: account.id, makesVolunteer: true, next: FinishAccount.next(of: link), in: work))
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
