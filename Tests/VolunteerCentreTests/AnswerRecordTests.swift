import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// How an organisation answers: for itself in words, for the order of what is found in points.
@Suite struct AnswerRecordTests {
    /// Responses on the first day, of which some are answered after so many days; the rest is overdue.
    private func world(_ given: Given, answeredAfter days: [Int?]) async throws -> GivenOrganisation {
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy("Kok gezocht", of: organisation)
        for after in days {
            let id = try await given.application(to: vacancy)
            guard let after else { continue }
            _ = try await given.decline(id, by: organisation.member, at: given.now.adding(.days(after)))
        }
        try await given.remindUnanswered(at: given.now.adding(.days(20)))
        return organisation
    }

    private func record(_ given: Given, _ organisation: GivenOrganisation) async throws -> AnswerRecord? {
        let now = given.now.adding(.days(21))
        return try await given.database.read { tx in
            try AnswerRecord.of(organisation.id, in: given.centre.id, now: now, tx)
        }
    }

    @Test(arguments: TestEngine.available)
    func theShareTheMedianAndWhatWouldHelp(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await world(given, answeredAfter: [0, 2, 3, 9, nil])
        #expect(try await record(given, organisation) == AnswerRecord(share: 0.8, medianDays: 2, count: 5))
        #expect(try await record(given, organisation)?.advice == .answerMore)
        let slow = AnswerRecord(share: 1, medianDays: 5, count: 9)
        #expect(slow.advice == .answerSooner && AnswerRecord(share: 0.9, medianDays: 4, count: 9).advice == .well)
    }

    @Test(arguments: TestEngine.available)
    func ofFewNothingIsSaid(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await world(given, answeredAfter: [1, nil, nil, 1])
        #expect(try await record(given, organisation) == nil)
        #expect(
            try await given.write(by: .system(centre: given.centre)) { work in try RateAnswering.run(in: work) } == 0)
        // A year later it is forgotten.
        let other = try await given.database.read { tx in
            try AnswerRecord.of(organisation.id, in: given.centre.id, now: given.now.adding(.days(400)), tx)
        }
        #expect(other == nil)
    }

    /// Of two vacancies that say the same, the one whose organisation answers stands first, whichever is newer; without a history
    /// nobody loses to a middling one.
    @Test(arguments: TestEngine.available)
    func whoAnswersStandsBeforeWhoDoesNot(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let silent = try await world(given, answeredAfter: [nil, nil, nil, nil, 1])
        let good = try await given.organisation("De Buren")
        let early = given.now.subtracting(.minutes(5))
        let answered = try await given.vacancy("Kok gezocht", of: good, at: early)
        for _ in 0..<5 {
            let id = try await given.application(to: answered)
            _ = try await given.decline(id, by: good.member, at: given.now.adding(.days(1)))
        }
        let night = given.now.adding(.days(21))
        #expect(
            try await given.write(by: .system(centre: given.centre), at: night) { work in
                try RateAnswering.run(in: work)
            } == 2)
        #expect(
            try await given.write(by: .system(centre: given.centre), at: night) { work in
                try RateAnswering.run(in: work)
            } == 0)
        let points = try await given.rows(
            "select id, answer_points from organisation where answer_points is not null order by id")
        #expect(try points.map { try $0["answer_points"] as Int } == [0, 5])
        #expect(try points.map { try $0["id"] as ID<Organisation> } == [silent.id, good.id])
        #expect(try await given.found("kok").cards.elements.first?.id == answered)
    }
}
