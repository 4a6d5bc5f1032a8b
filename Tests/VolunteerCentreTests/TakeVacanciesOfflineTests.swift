import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct TakeVacanciesOfflineTests {
    private let millisecond = Span(milliseconds: 1)

    private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    /// Winter, summer, and the two nights when the clock changes.
    @Test(arguments: TestEngine.available)
    func theWholeOfTheLastDayIsOnline(_ engine: TestEngine) async throws {
        for last in ["2026-11-30", "2027-03-27", "2027-03-28", "2027-04-15", "2026-12-31"] {
            let given = try await Given(engine)
            let organisation = try await given.organisation()
            let id = try await given.vacancy(of: organisation, until: try day(last))
            let end = try day(last).adding(days: 1).start(in: given.centre.zone)
            #expect(try await given.takeOffline(at: end.subtracting(millisecond)) == 0, "\(last)")
            #expect(
                try #require(try await given.find(id)).isVisible(
                    today: given.centre.today(end.subtracting(millisecond))))
            #expect(try await given.takeOffline(at: end) == 1, "\(last)")
            #expect(try await given.find(id)?.state == .offline)
        }
    }

    @Test(arguments: TestEngine.available)
    func afterSixMonthsInAnyCase(_ engine: TestEngine) async throws {
        for (published, lastDay) in [
            ("2026-11-21", "2027-05-21"), ("2026-08-31", "2027-02-28"), ("2027-03-01", "2027-09-01"),
        ] {
            let given = try await Given(engine)
            let organisation = try await given.organisation()
            let evening = try day(published).start(in: given.centre.zone).adding(.hours(21))
            let id = try await given.vacancy(of: organisation, at: evening)
            let end = try day(lastDay).adding(days: 1).start(in: given.centre.zone)
            #expect(try await given.takeOffline(at: end.subtracting(millisecond)) == 0, "\(published)")
            #expect(try await given.takeOffline(at: end) == 1, "\(published)")
            #expect(try await given.find(id)?.state == .offline)
        }
    }

    @Test(arguments: TestEngine.available)
    func twiceIsOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        for number in 1...3 {
            _ = try await given.vacancy("Kok \(number)", of: organisation, until: try day("2026-11-22"))
        }
        let stays = try await given.vacancy("Blijft", of: organisation)
        let waits = try await given.queuedVacancy("Wacht", of: organisation, until: try day("2026-11-22"))
        let night = try day("2026-11-23").start(in: given.centre.zone)
        let moments = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<3 { group.addTask { try await given.takeOffline(at: night) } }
            return try await group.reduce(0, +)
        }
        #expect(moments == 3)
        #expect(try await given.count("mail", where: "kind = 'vacancy_offline'") == 3)
        let before = try await given.counts()
        #expect(try await given.takeOffline(at: night) == 0)
        #expect(try await given.counts() == before)
        #expect(try await given.find(stays)?.state == .published)
        #expect(try await given.find(waits)?.state == .queued)
        #expect(try await given.texts("actor", of: "audit").suffix(3) == ["system", "system", "system"])
    }

    @Test(arguments: TestEngine.available)
    func eachCentreByItself(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let here = try await given.vacancy(of: try await given.organisation(), until: try day("2026-11-22"))
        let there = try await given.organisation("Bolle Akker", in: given.other)
        let id = try await given.vacancy(of: there, until: try day("2026-11-22"))
        let later = given.now.adding(.days(5))
        #expect(try await given.takeOffline(at: later, in: given.other) == 1)
        #expect(try await given.find(here)?.state == .published)
        #expect(try await given.find(id, in: given.other)?.state == .offline)
    }
}
