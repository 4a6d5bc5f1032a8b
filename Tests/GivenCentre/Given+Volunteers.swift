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
        return try await database.write { tx in
            try tx(
                """
                insert into account (email, email_key, name, password_hash, language, created_at)
                values (\(email), \(email), \(name), 'none', 'nl', \(now)) on conflict (email_key) do nothing
                """)
            guard let account = try AccountQueries.find(email: email, tx) else { throw Unexpected("no account") }
            let id = try BecomeVolunteer.run(account.id, centre: centre.id, now: now, tx)
            return GivenVolunteer(
                id: id, actor: Actor(centre: centre.id, account: account.id, role: .volunteer(id)), email: email)
        }
    }

    package func respond(
        _ message: String = "Ik kook graag.", to id: ID<Vacancy>, as actor: Actor, key: String? = nil,
        at instant: Instant? = nil
    ) async throws -> RespondWithAccount.Outcome {
        var input = RespondWithAccount.Input()
        input.message = message
        input.submissionKey = key ?? newKey()
        let (sent, mails, centre, now) = (input, mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try RespondWithAccount(mails: mails)(sent, to: id, by: actor, centre: centre, now: now, tx)
        }
    }

    package func application(of volunteer: GivenVolunteer, to id: ID<Vacancy>) async throws -> ID<Application> {
        let outcome = try await respond(to: id, as: volunteer.actor)
        guard case .sent(let id) = outcome else { throw Unexpected(outcome) }
        return id
    }

    package func write(_ text: String, about id: ID<Application>, by actor: Actor, at instant: Instant? = nil)
        async throws -> WriteMessage.Outcome
    {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try WriteMessage(mails: mails)(text, about: id, by: actor, centre: centre, now: now, tx)
        }
    }

    package func decline(_ id: ID<Application>, by actor: Actor, at instant: Instant? = nil) async throws
        -> DeclineApplication.Outcome
    {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try DeclineApplication(mails: mails)("Helaas, vol.", id, by: actor, centre: centre, now: now, tx)
        }
    }

    package func withdraw(_ id: ID<Application>, by actor: Actor, at instant: Instant? = nil) async throws
        -> WithdrawApplication.Outcome
    {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try WithdrawApplication(mails: mails)(id, by: actor, centre: centre, now: now, tx)
        }
    }

    package func match(
        _ id: ID<Application>, by actor: Actor, until end: CalendarDate? = nil, at instant: Instant? = nil
    ) async throws -> CreateMatch.Outcome {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try CreateMatch(mails: mails)(
                id, from: centre.today(now), until: end, by: actor, centre: centre, now: now, tx)
        }
    }

    package func end(_ id: ID<Match>, on day: CalendarDate?, by actor: Actor, at instant: Instant? = nil) async throws
        -> EndMatch.Outcome
    {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try EndMatch(mails: mails).end(id, on: day, by: actor, centre: centre, now: now, tx)
        }
    }

    package func cancel(_ id: ID<Match>, by actor: Actor, at instant: Instant? = nil) async throws -> EndMatch.Outcome {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try EndMatch(mails: mails).cancel(id, by: actor, centre: centre, now: now, tx)
        }
    }
}
