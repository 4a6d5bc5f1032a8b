import Composition
package import SQL
package import TestSupport
package import Time
package import VolunteerCentre

/// A database of its own with two centres and their people, made by the real use cases; what a test needs besides is
/// made by the other files of this folder.
package struct Given: Sendable {
    package let workroom: Workroom
    package let chance: SeededBytes
    /// 21 November 2026, 12:00 in the Netherlands.
    package let now = Instant(milliseconds: 1_795_258_800_000)
    /// Borne, in the Netherlands.
    package let centre: Centre
    /// Hasselt, in Flanders.
    package let other: Centre
    package let desk: Actor
    package let mediator: Actor
    package let administrator: Actor
    /// Administrator of the other centre.
    package let stranger: Actor

    package struct Unexpected: Error, CustomStringConvertible {
        package let description: String

        package init(_ outcome: Any) { description = "\(outcome)" }
    }

    package init(_ engine: TestEngine, seed: UInt64 = 1) async throws {
        let database = try await engine.database(migrations: Capabilities.all.migrations)
        let chance = SeededBytes(seed)
        let (catalogues, texts) = (try Resources.catalogues(), try Resources.mailTexts())
        let created = now.subtracting(.days(100))
        let mails = Mails(
            catalogues: catalogues, texts: texts, baseURL: "http://localhost:8080",
            senderAddress: "noreply@schakel.example", random: { chance($0) })
        let workroom = Workroom(database: database, mails: mails)
        self.workroom = workroom
        self.chance = chance
        let borne = CreateCentre.Input(
            slug: "borne", name: "Vrijwilligers Centrale Borne", host: "borne.localhost:8080",
            municipalities: ["Borne", "Hengelo"], email: "info@borne.example", phone: "074 123 45 67")
        let hasselt = CreateCentre.Input(
            slug: "hasselt", name: "Vrijwilligerspunt Hasselt", host: "hasselt.localhost:8080", language: "nl-BE",
            country: "BE", timeZone: "Europe/Brussels", municipalities: ["Hasselt"], email: "info@hasselt.example")
        let centres = try await database.write { tx in
            for input in [borne, hasselt] {
                let outcome = try CreateCentre.run(input, mails: mails, now: created, tx)
                guard case .created = outcome else { throw Unexpected(outcome) }
            }
            return try CentreQueries.all(tx)
        }
        (centre, other) = (centres[0], centres[1])
        func staff(_ role: StaffRole, _ centre: Centre) async throws -> Actor {
            let email = "\(role.rawValue)@\(centre.slug).example"
            return try await workroom.write(by: .system(centre: centre), at: created) { work in
                _ = try InviteStaff.run(email: email, name: "\(role.rawValue) van \(centre.slug)", role: role, in: work)
                let account = try AccountQueries.find(email: email, in: work.centre.id, work.tx)
                return Actor(centre: centre, account: account?.id, role: .staff(role))
            }
        }
        desk = try await staff(.desk, centres[0])
        mediator = try await staff(.mediator, centres[0])
        administrator = try await staff(.administrator, centres[0])
        stranger = try await staff(.administrator, centres[1])
    }

    package var database: any Database { workroom.database }
    package var mails: Mails { workroom.mails }
    package var random: RandomBytes { workroom.random }

    /// A link to set a password, as one that was mailed.
    package func link(_ purpose: CredentialLink.Purpose, for account: ID<Account>, in work: UnitOfWork) throws -> Token
    {
        guard let account = try AccountQueries.find(account, in: work.centre.id, work.tx) else {
            throw Unexpected("no account")
        }
        return try CredentialLink.issue(purpose, for: account, in: work)
    }

    /// A use case, as a route or a job would call it.
    package func write<T: Sendable>(
        by actor: Actor, at instant: Instant? = nil, _ body: @escaping @Sendable (UnitOfWork) throws -> T
    ) async throws -> T {
        try await workroom.write(by: actor, at: instant ?? now, body)
    }

    /// For a transaction in which several people act.
    package func unit(_ tx: Transaction, by actor: Actor, at instant: Instant? = nil) -> UnitOfWork {
        UnitOfWork(tx, by: actor, at: instant ?? now, mails: mails)
    }

    /// A key as a form would carry it.
    package func newKey() -> String { Token(random: random).text }
}
