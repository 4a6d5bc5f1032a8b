import Mail
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
        _ = try await write(by: .system(centre: try await centreNow()), at: instant) { work in
            try MailSearchNews(finder: finder)(in: work)
        }
    }

    /// The morning's reminders about responses that wait.
    package func remindUnanswered(at instant: Instant) async throws {
        let finder = try finder()
        try await finder.catchUp()
        let centre = try await centreNow()
        var last: ID<Organisation>? = ID(0)
        while let after = last {
            last = try await write(by: .system(centre: centre), at: instant) { work in
                try RemindUnanswered(finder: finder)(after: after, in: work)
            }
        }
    }

    /// A mail server took all that waits.
    package func mailLeaves(at instant: Instant) async throws {
        try await database.write { tx in try Outbox.settle(now: instant, tx) }
    }

    /// With what changed since the beginning: its neighbours, holidays, rules.
    package func centreNow() async throws -> Centre {
        let number = centre.id
        guard let centre = try await database.read({ tx in try CentreQueries.find(number, tx) }) else {
            throw Unexpected(number)
        }
        return centre
    }
}
