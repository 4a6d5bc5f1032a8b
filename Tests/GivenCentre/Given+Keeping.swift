package import SQL
package import Time
package import VolunteerCentre

extension Given {
    package func keep(_ id: ID<Vacancy>, by actor: Actor) async throws -> KeepVacancy.Outcome {
        let (centre, now) = (centre(of: actor), now)
        return try await database.write { tx in
            try KeepVacancy.keep(id, by: actor, centre: centre, now: now, tx)
        }
    }

    package func keepSearch(
        _ question: VacancyQuestion?, _ frequency: SavedSearch.Frequency = .daily, by actor: Actor,
        at instant: Instant? = nil
    ) async throws -> ID<SavedSearch> {
        let now = instant ?? now
        let outcome = try await database.write { tx in
            try ChangeSavedSearches.keep(question, frequency, by: actor, now: now, tx)
        }
        guard case .kept(let id) = outcome else { throw Unexpected(outcome) }
        return id
    }

    package func keep(_ answers: Answers, by actor: Actor) async throws {
        let now = now
        _ = try await database.write { tx in try KeepAnswers.run(answers, by: actor, now: now, tx) }
    }

    /// The morning's mails about kept searches, by an index that knows everything.
    package func mailSearchNews(at instant: Instant) async throws {
        let (finder, mails) = (try finder(), mails)
        try await finder.catchUp()
        // With what changed since the beginning: its neighbours.
        let number = centre.id
        guard let centre = try await database.read({ tx in try CentreQueries.all(tx).first { $0.id == number } }) else {
            throw Unexpected(number)
        }
        _ = try await database.write { tx in
            try MailSearchNews(mails: mails, finder: finder)(centre: centre, now: instant, tx)
        }
    }
}
