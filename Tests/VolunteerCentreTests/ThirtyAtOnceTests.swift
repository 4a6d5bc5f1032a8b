import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What counts or looks before it writes, thirty times in one moment.
@Suite(.enabled(if: TestEngine.available.contains(.postgres)))
struct ThirtyAtOnceTests {
    /// Runs them together. - Returns: what each answered.
    private func together<T: Sendable>(
        _ count: Int = 30, _ body: @escaping @Sendable (Int) async throws -> T
    ) async throws -> [T] {
        try await withThrowingTaskGroup(of: T.self) { group in
            for number in 0..<count { group.addTask { try await body(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func fiveMatchesOnFivePlacesFillThem() async throws {
        let given = try await Given(.postgres)
        let organisation = try await given.organisation()
        for _ in 1...4 {
            let id = try await given.vacancy("Kok", of: organisation) { $0.positions = 5 }
            var responses: [ID<Application>] = []
            for number in 1...5 {
                let volunteer = try await given.volunteer("Mens \(number) \(id.number)")
                responses.append(try await given.application(of: volunteer, to: id))
            }
            let all = responses
            _ = try await together(5) { number in try await given.match(all[number], by: organisation.member) }
            #expect(try await given.find(id)?.isFull == true)
        }
    }

    @Test func oneVolunteerThirtyForms() async throws {
        let given = try await Given(.postgres)
        let id = try await given.vacancy(of: try await given.organisation())
        let volunteer = try await given.volunteer()
        _ = try await together { number in
            try await given.respond("Ik kom \(number) keer.", to: id, as: volunteer.actor)
        }
        #expect(try await given.count("application") == 1)
        #expect(try await given.count("application_message") == 29, "what else she wrote stands in the conversation")
    }

    /// One form, sent again and again with another address, in one moment: one response, as it was said last.
    @Test func oneFormIsOneResponse() async throws {
        let given = try await Given(.postgres)
        let id = try await given.vacancy(of: try await given.organisation())
        let key = given.newKey()
        _ = try await together { number in
            var input = given.response("Mien", email: "mien\(number)@mail.example")
            input.submissionKey = key
            let sent = input
            return try await given.write(by: .visitor(centre: given.centre)) { work in
                try RespondAsGuest.run(sent, to: id, in: work)
            }
        }
        #expect(try await given.count("application") == 1)
        #expect(try await given.count("mail", where: "kind = 'application_arrived'") == 1)
    }

    @Test func limitsHold() async throws {
        let given = try await Given(.postgres)
        let organisation = try await given.organisation()
        let volunteer = try await given.volunteer()
        _ = try await together { number in
            var question = VacancyQuestion()
            question.words = "kok \(number)"
            let asked = question
            return try await given.write(by: volunteer.actor) { work in
                try ChangeSavedSearches.keep(asked, .weekly, in: work)
            }
        }
        #expect(try await given.count("saved_search") == SavedSearch.most)
        let day = given.centre.today(given.now).adding(days: 40)
        _ = try await together(10) { _ in
            try await given.write(by: organisation.member) { work in
                try ChangeHolidays.add(from: day, to: day, in: work)
            }
        }
        #expect(try await given.count("holiday") == 1)
        _ = try await together(10) { _ in
            try await given.write(by: .system(centre: given.centre)) { work in
                try RequestReset.run(email: organisation.email, in: work)
            }
        }
        #expect(try await given.count("mail", where: "kind = 'password_reset'") == 1)
    }

    /// Whoever is first: the other goes another way, and nothing fails.
    @Test func aVacancyIsDeletedWhilePeopleRespond() async throws {
        let given = try await Given(.postgres)
        let organisation = try await given.organisation()
        for _ in 1...3 {
            let id = try await given.vacancy(of: organisation)
            _ = try await together(20) { number in
                if number == 10 {
                    _ = try await given.delete(id, by: organisation.member)
                } else {
                    _ = try await given.respond(given.response("Mens \(number)"), to: id)
                }
            }
            #expect(try await given.find(id) == nil)
            #expect(try await given.count("application", where: "vacancy_id = \(id)") == 0)
        }
    }

    /// What is done by a link in a mail, by mail programs and impatient thumbs.
    @Test func linksActOnce() async throws {
        let given = try await Given(.postgres)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let visitor = Actor.visitor(centre: given.centre)
        func link(_ address: String) async throws -> (ID<Application>, String) {
            let outcome = try await given.respond(given.response(email: address), to: vacancy)
            guard case .sent(let id) = outcome else { throw Given.Unexpected(outcome) }
            return (id, try await given.secret(of: "application_received_guest", to: address))
        }
        let (_, agreed) = try await link("ja@mail.example")
        _ = try await together { _ in
            try await given.write(by: visitor) { work in try ResponseByLink.agree(agreed, as: .writer, in: work) }
        }
        #expect(try await given.count("volunteer") == 1)
        #expect(try await given.count("mail", where: "kind = 'application_agreed'") == 1)
        let (_, withdrawn) = try await link("nee@mail.example")
        _ = try await together { _ in
            try await given.write(by: visitor) { work in try ResponseByLink.withdraw(withdrawn, in: work) }
        }
        try await given.work()
        #expect(try await given.count("mail", where: "kind = 'application_withdrawn'") == 1)
        let (asked, _) = try await link("vraag@mail.example")
        _ = try await together { _ in
            try await given.write(by: organisation.member) { work in try SendClaimLink.run(asked, in: work) }
        }
        #expect(try await given.count("mail", where: "kind = 'application_link'") == 1)
        #expect(try await given.count("fact", where: "kind = 'answer'") == 1)
        let (declined, _) = try await link("spijt@mail.example")
        let token = try await given.write(by: .system(centre: given.centre)) { work in
            try ActionLink.issue(
                .answerApplications, on: organisation.id.number, for: organisation.member.account,
                to: organisation.email, in: work
            )
            .text
        }
        _ = try await together { number in
            try await given.write(by: visitor) { work in
                try AnswerByLink.run(
                    token, [declined: number % 2 == 0 ? .decline : .spoken], because: .times, words: "Dank je.",
                    in: work)
            }
        }
        #expect(try await given.count("state_change", where: "subject_id = \(declined) and from_state = 'new'") == 1)
        try await given.work()
        #expect(try await given.count("mail", where: "kind = 'application_declined'") <= 1)
    }
}
