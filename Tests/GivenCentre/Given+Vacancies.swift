package import SQL
package import Time
package import VolunteerCentre

extension Given {
    package func content(_ title: String = "Kok gezocht", until: CalendarDate? = nil) -> Vacancy.Content {
        var content = Vacancy.Content()
        content.title = title
        content.description = "Je kookt elke dinsdag voor twintig buren."
        content.offer = "Een warme keuken en een vaste ploeg."
        content.engagement = "wekelijks"
        content.place = "Borne"
        content.municipality = "Borne"
        content.interests = ["ouderen", "zorg"]
        content.publishUntil = until
        return content
    }

    package func submit(
        _ content: Vacancy.Content, by actor: Actor, key: String? = nil, at instant: Instant? = nil
    ) async throws -> SubmitVacancy.Outcome {
        let key = key ?? newKey()
        return try await write(by: actor, at: instant) { work in
            try SubmitVacancy.new(content, submissionKey: key, in: work)
        }
    }

    package func submitAgain(
        _ id: ID<Vacancy>, _ content: Vacancy.Content, version: Int, by actor: Actor, at instant: Instant? = nil
    ) async throws -> SubmitVacancy.Outcome {
        return try await write(by: actor, at: instant) { work in
            try SubmitVacancy.again(id, content, version: version, in: work)
        }
    }

    package func review(
        _ verdict: ReviewVacancy.Verdict, _ id: ID<Vacancy>, version: Int? = nil, by actor: Actor,
        at instant: Instant? = nil
    ) async throws -> ReviewVacancy.Outcome {
        return try await write(by: actor, at: instant) { work in
            let now = try VacancyQueries.find(id, in: work.centre.id, work.tx)?.version ?? 0
            return try ReviewVacancy.run(verdict, id, version: version ?? now, in: work)
        }
    }

    package func queuedVacancy(
        _ title: String = "Kok gezocht", of organisation: GivenOrganisation, until: CalendarDate? = nil,
        at instant: Instant? = nil, change: (inout Vacancy.Content) -> Void = { _ in }
    ) async throws -> ID<Vacancy> {
        var content = content(title, until: until)
        change(&content)
        let outcome = try await submit(content, by: organisation.member, at: instant)
        guard case .queued(let id) = outcome else { throw Unexpected(outcome) }
        return id
    }

    package func vacancy(
        _ title: String = "Kok gezocht", of organisation: GivenOrganisation, until: CalendarDate? = nil,
        at instant: Instant? = nil, change: (inout Vacancy.Content) -> Void = { _ in }
    ) async throws -> ID<Vacancy> {
        let id = try await queuedVacancy(title, of: organisation, until: until, at: instant, change: change)
        let reviewer = organisation.member.centre.id == other.id ? stranger : administrator
        let outcome = try await review(.approve, id, by: reviewer, at: instant)
        guard outcome == .done else { throw Unexpected(outcome) }
        return id
    }

    package func find(_ id: ID<Vacancy>, in centre: Centre? = nil) async throws -> Vacancy? {
        let centre = (centre ?? self.centre).id
        return try await database.read { tx in try VacancyQueries.find(id, in: centre, tx) }
    }

    @discardableResult
    package func takeOffline(at instant: Instant, in centre: Centre? = nil) async throws -> Int {
        let centre = centre ?? self.centre
        return try await write(by: .system(centre: centre), at: instant) { work in
            try TakeVacanciesOffline.run(in: work)
        }
    }

    package func response(_ name: String = "Piet Jansen", email: String = "piet@mail.example") -> RespondAsGuest.Input {
        var input = RespondAsGuest.Input()
        input.name = name
        input.email = email
        input.message = "Ik kook graag."
        input.submissionKey = newKey()
        return input
    }

    package func respond(
        _ input: RespondAsGuest.Input, to id: ID<Vacancy>, in centre: Centre? = nil, at instant: Instant? = nil
    ) async throws -> RespondAsGuest.Outcome {
        let centre = centre ?? self.centre
        return try await write(by: .visitor(centre: centre), at: instant) { work in
            try RespondAsGuest.run(input, to: id, in: work)
        }
    }

    package func application(to id: ID<Vacancy>, at instant: Instant? = nil) async throws -> ID<Application> {
        var input = response()
        // The same words twice within a day are one response.
        input.message += " \(input.submissionKey)"
        let outcome = try await respond(input, to: id, at: instant)
        guard case .sent(let id) = outcome else { throw Unexpected(outcome) }
        return id
    }
}
