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
        guard let claimed = try take(token, by: person, in: work) else { return .notFound }
        let (application, account) = (claimed.application, claimed.account)
        guard !account.hasPassword else { return .logIn(application.id) }
        let name = try VolunteerQueries.find(claimed.volunteer, in: work.centre.id, work.tx)?.name ?? application.name
        return .setPassword(try passwordLink(for: account, called: name, application.id, in: work))
    }

    /// With which she chooses a password, and goes on to her response.
    static func passwordLink(
        for account: Account, called name: String, _ id: ID<Application>, in work: UnitOfWork
    ) throws -> Token {
        try CredentialLink.issue(
            .invitation, for: account.called(name), makesVolunteer: true, next: "/mijn/reacties/\(id)", in: work)
    }

    struct Claimed {
        let application: Application
        let account: Account
        let volunteer: ID<Volunteer>
    }

    /// Makes the response hers and uses the link up. Nil when another press was first, or there is no such person.
    static func take(_ token: String, by person: Person, in work: UnitOfWork) throws -> Claimed? {
        guard let link = try ActionLink.usable(token, in: work),
            let application = try Self.application(of: link, centre: work.centre, work.tx)
        else { return nil }
        let spoken = try ApplicationQueries.language(of: application.id, in: work.centre.id, work.tx)
        let account = try AccountQueries.findOrCreate(
            email: application.email, name: application.name, language: spoken ?? work.centre.language, in: work)
        let volunteer: ID<Volunteer>
        switch person {
        case .writer:
            let before = try VolunteerQueries.of(account.id, in: work.centre.id, work.tx).map(\.id)
            volunteer = try BecomeVolunteer.run(account.id, called: application.name, in: work)
            if !before.contains(volunteer) {
                try work.tx("update volunteer set links_only = \(true) where id = \(volunteer)")
            }
        case .known(let id):
            guard try VolunteerQueries.find(id, in: work.centre.id, work.tx)?.account == account.id else { return nil }
            volunteer = id
        }
        guard try link.use(by: account.id, in: work) else { return nil }
        try work.tx(
            """
            update application set kind = \(Application.Kind.account), volunteer_id = \(volunteer)
            where centre_id = \(work.centre.id) and id = \(application.id)
            """)
        let hers = work.acting(as: .volunteer(volunteer), account.id)
        try Audit.record("application.claimed", on: "application", application.id.number, in: hers)
        return Claimed(application: application, account: account, volunteer: volunteer)
    }

    /// Responses without an account by the same address and the same name are hers too, once the address is proved: of two people who
    /// share it the name tells whose they are.
    package static func alike(in work: UnitOfWork) throws {
        guard case .volunteer(let id) = work.actor.role,
            let volunteer = try VolunteerQueries.find(id, in: work.centre.id, work.tx)
        else { return }
        let ids: [ID<Application>] = try work.tx.values(
            """
            select id from application where centre_id = \(work.centre.id) and kind = \(Application.Kind.guest)
                and \(EmailAddress.reaches(volunteer.email, at: "email")) and name_key = \(Folding.fold(volunteer.name))
            order by id limit 200
            """)
        guard !ids.isEmpty else { return }
        try work.tx(
            """
            update application set kind = \(Application.Kind.account), volunteer_id = \(id)
            where centre_id = \(work.centre.id) and id in \(list: ids)
            """)
        for application in ids {
            try Audit.record("application.claimed", on: "application", application.number, in: work)
        }
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
