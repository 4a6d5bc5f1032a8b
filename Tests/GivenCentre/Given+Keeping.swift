package import SQL
package import Time
package import VolunteerCentre

extension Given {
    package func keep(_ id: ID<Vacancy>, by actor: Actor) async throws -> KeepVacancy.Outcome {
        return try await write(by: actor) { work in
            try KeepVacancy.keep(id, in: work)
        }
    }

    package func keepSearch(
        _ question: VacancyQuestion?, _ frequency: SavedSearch.Frequency = .daily, by actor: Actor,
        at instant: Instant? = nil
    ) async throws -> ID<SavedSearch> {
        let outcome = try await write(by: actor, at: instant) { work in
            try ChangeSavedSearches.keep(question, frequency, in: work)
        }
        guard case .kept(let id) = outcome else { throw Unexpected(outcome) }
        return id
    }

    package func keep(_ answers: Answers, by actor: Actor) async throws {
        _ = try await write(by: actor) { work in try KeepAnswers.run(answers, in: work) }
    }

    /// The morning's mails about kept searches, by an index that knows everything.
    package func mailSearchNews(at instant: Instant) async throws {
        let finder = try finder()
        try await finder.catchUp()
        // With what changed since the beginning: its neighbours.
        let number = centre.id
        guard let centre = try await database.read({ tx in try CentreQueries.all(tx).first { $0.id == number } }) else {
            throw Unexpected(number)
        }
        _ = try await write(by: .system(centre: centre), at: instant) { work in
            try MailSearchNews(finder: finder)(in: work)
        }
    }
}
