package import SQL

/// Somebody who responded without an account makes it hers by the link in her mail: the link proves the address. Who else uses the
/// address is asked whether it is the same person; nothing of one is touched by another.
package enum ClaimApplication {
    package enum Outcome: Sendable {
        /// She has no password yet: this link sets one and leads to her response.
        case setPassword(Token)
        case logIn(ID<Application>)
        case notFound
    }

    package enum Person: Sendable, Equatable {
        /// One of those who use the address already.
        case known(ID<Volunteer>)
        /// Who wrote the response, by the name in it.
        case writer
    }

    package static func run(_ token: String, by person: Person, in work: UnitOfWork) throws -> Outcome {
        guard let link = try ActionLink.usable(token, in: work),
            let application = try Self.application(of: link, centre: work.centre, work.tx)
        else { return .notFound }
        let account = try AccountQueries.findOrCreate(
            email: application.email, name: application.name, language: work.centre.language, in: work)
        let volunteer: ID<Volunteer>
        switch person {
        case .writer: volunteer = try BecomeVolunteer.run(account.id, called: application.name, in: work)
        case .known(let id):
            guard try VolunteerQueries.find(id, in: work.centre.id, work.tx)?.account == account.id else {
                return .notFound
            }
            volunteer = id
        }
        guard try link.use(by: account.id, in: work) else { return .notFound }
        try work.tx(
            """
            update application set kind = \(Application.Kind.account), volunteer_id = \(volunteer)
            where centre_id = \(work.centre.id) and id = \(application.id)
            """)
        let hers = work.acting(as: .volunteer(volunteer), account.id)
        try Audit.record("application.claimed", on: "application", application.id.number, in: hers)
        guard !account.hasPassword else { return .logIn(application.id) }
        let name = try VolunteerQueries.find(volunteer, in: work.centre.id, work.tx)?.name ?? application.name
        return .setPassword(
            try CredentialLink.issue(
                .invitation, for: account.called(name), makesVolunteer: true, next: FinishAccount.next(of: link),
                in: work))
    }

    /// The response of a link, while nobody has made it hers.
    package static func application(of link: ActionLink, centre: Centre, _ tx: Transaction) throws -> Application? {
        guard link.purpose == .claimApplication,
            let application = try ApplicationQueries.find(ID(link.subject), in: centre.id, tx),
            application.kind == .guest, !application.email.isEmpty
        else { return nil }
        return application
    }

    /// Who uses the address of a response under another name; nobody when its writer is known by hers.
    package static func others(_ application: Application, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [Volunteer]
    {
        guard let account = try AccountQueries.find(email: application.email, in: centre, tx) else { return [] }
        let known = try VolunteerQueries.of(account.id, in: centre, tx)
        let key = Folding.fold(application.name)
        return known.contains { Folding.fold($0.name) == key } ? [] : known
    }
}
