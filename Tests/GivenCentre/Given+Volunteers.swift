import Composition
import Jobs
import Logging
package import SQL
package import Time
package import VolunteerCentre

/// A volunteer with an account and a profile at one centre.
package struct GivenVolunteer: Sendable {
    package let id: ID<Volunteer>
    package let actor: Actor
    package let email: String
}

extension Given {
    package func volunteer(_ name: String = "Happy Unjani", in centre: Centre? = nil) async throws -> GivenVolunteer {
        let (centre, now) = (centre ?? self.centre, now)
        let email = "\(Slug.make(name))@mail.example"
        return try await write(by: .system(centre: centre), at: now) { work in
            try work.tx(
                """
                insert into account (email, email_key, password_hash, language, created_at)
                values (\(email), \(email), 'none', 'nl', \(now)) on conflict (email_key) do nothing
                """)
            guard let account = try AccountQueries.find(email: email, in: centre.id, work.tx) else {
                throw Unexpected("no account")
            }
            let id = try BecomeVolunteer.run(account.id, called: name, in: work)
            return GivenVolunteer(
                id: id, actor: Actor(centre: centre, account: account.id, role: .volunteer(id)), email: email)
        }
    }

    package func respond(
        _ message: String = "Ik kook graag.", to id: ID<Vacancy>, as actor: Actor, key: String? = nil,
        at instant: Instant? = nil
    ) async throws -> RespondWithAccount.Outcome {
        var input = RespondWithAccount.Input()
        input.message = message
        input.submissionKey = key ?? newKey()
        let sent = input
        return try await write(by: actor, at: instant) { work in
            try RespondWithAccount.run(sent, to: id, in: work)
        }
    }

    package func application(of volunteer: GivenVolunteer, to id: ID<Vacancy>) async throws -> ID<Application> {
        let outcome = try await respond(to: id, as: volunteer.actor)
        guard case .sent(let id) = outcome else { throw Unexpected(outcome) }
        return id
    }

    package func write(
        _ text: String, about id: ID<Application>, key: String? = nil, by actor: Actor, at instant: Instant? = nil
    ) async throws -> WriteMessage.Outcome {
        let key = key ?? newKey()
        return try await write(by: actor, at: instant) { work in
            try WriteMessage.run(text, about: id, submissionKey: key, in: work)
        }
    }

    package func noted(
        _ name: String, email: String = "", phone: String = "", on id: ID<Vacancy>, by actor: Actor
    ) async throws -> ID<Application> {
        var input = NoteApplication.Input()
        (input.name, input.email, input.phone, input.submissionKey) = (name, email, phone, newKey())
        let noted = input
        let outcome = try await write(by: actor) { work in try NoteApplication.run(noted, on: id, in: work) }
        guard case .noted(let id) = outcome else { throw Unexpected(outcome) }
        return id
    }

    package func decline(
        _ id: ID<Application>, by actor: Actor, because cause: DeclineCause = .filled, at instant: Instant? = nil
    ) async throws -> DeclineApplication.Outcome {
        return try await write(by: actor, at: instant) { work in
            try DeclineApplication.run("Helaas, vol.", because: cause, id, in: work)
        }
    }

    package func withdraw(_ id: ID<Application>, by actor: Actor, at instant: Instant? = nil) async throws
        -> WithdrawApplication.Outcome
    {
        return try await write(by: actor, at: instant) { work in
            try WithdrawApplication.run(id, in: work)
        }
    }

    /// What waits in the line of jobs until then is done, such as the letters about what was closed.
    package func work(until instant: Instant? = nil) async throws {
        let instant = instant ?? now.adding(.minutes(11))
        let worker = Worker(
            database: database, handlers: Capabilities.all.jobs(try tools()), now: { instant },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        while try await worker.runOnce(limit: 100) > 0 {}
    }

    package func match(
        _ id: ID<Application>, by actor: Actor, until end: CalendarDate? = nil, at instant: Instant? = nil
    ) async throws -> CreateMatch.Outcome {
        let (centre, now) = (actor.centre, instant ?? now)
        return try await write(by: actor, at: now) { work in
            try CreateMatch.run(id, from: centre.today(now), until: end, in: work)
        }
    }

    package func end(_ id: ID<Match>, on day: CalendarDate?, by actor: Actor, at instant: Instant? = nil) async throws
        -> EndMatch.Outcome
    {
        return try await write(by: actor, at: instant) { work in
            try EndMatch.end(id, on: day, in: work)
        }
    }

    package func cancel(_ id: ID<Match>, by actor: Actor, at instant: Instant? = nil) async throws -> EndMatch.Outcome {
        return try await write(by: actor, at: instant) { work in
            try EndMatch.cancel(id, in: work)
        }
    }
}
