import Foundation
import SQL
import TestSupport
import Testing
import Time

@testable import Jobs

@Suite struct ScheduleTests {
    static let amsterdam = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt

    func instant(_ text: String) throws -> Instant { Instant(try Date(text, strategy: .iso8601)) }

    @Test(arguments: TestEngine.available)
    func whatIsOwedRunsOnceHoweverOftenOneLooks(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let ran = Record<String>()
        let schedule = Schedule(
            tasks: [
                ScheduledTask("daily", .daily(hour: 4, Self.amsterdam)) { _ in ran.add("daily") },
                ScheduledTask("hourly", .every(.hours(1))) { _ in ran.add("hourly") },
            ], database: jobs.database)

        #expect(try await schedule.runDue(now: instant("2026-03-12T10:30:00Z")) == ["daily", "hourly"])
        #expect(try await schedule.runDue(now: instant("2026-03-12T10:30:00Z")) == [])
        #expect(try await schedule.runDue(now: instant("2026-03-12T11:00:00Z")) == ["hourly"])
        #expect(try await schedule.runDue(now: instant("2026-03-13T02:59:59Z")) == ["hourly"])
        #expect(try await schedule.runDue(now: instant("2026-03-13T03:00:00Z")) == ["daily", "hourly"])
        // A little earlier than what was done: nothing is owed.
        #expect(try await schedule.runDue(now: instant("2026-03-12T03:00:00Z")) == [])
        #expect(ran.entries == ["daily", "hourly", "hourly", "hourly", "daily", "hourly"])
        // Far earlier: the clock stood wrong when that was written, and nothing rests until then.
        #expect(try await schedule.runDue(now: instant("2026-03-01T03:00:00Z")) == ["daily", "hourly"])
        #expect(try await schedule.runDue(now: instant("2026-03-01T03:30:00Z")) == [])
        #expect(try await schedule.runDue(now: instant("2026-03-02T03:30:00Z")) == ["daily", "hourly"])
    }

    @Test(arguments: TestEngine.available)
    func threeDaysOfDowntimeAreCaughtUpOnce(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let ran = Record<Instant>()
        let schedule = Schedule(
            tasks: [ScheduledTask("daily", .daily(hour: 4, Self.amsterdam)) { ran.add($0) }], database: jobs.database)
        try await schedule.runDue(now: instant("2026-03-12T10:00:00Z"))

        try await schedule.runDue(now: instant("2026-03-15T10:00:00Z"))
        try await schedule.runDue(now: instant("2026-03-15T10:00:00Z"))

        #expect(ran.entries == [try instant("2026-03-12T10:00:00Z"), try instant("2026-03-15T10:00:00Z")])
    }

    @Test(arguments: TestEngine.available)
    func aFailedTaskIsStillOwed(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let ran = Record<Int>()
        let schedule = Schedule(
            tasks: [
                ScheduledTask("hourly", .every(.hours(1))) { _ in
                    ran.add(1)
                    if ran.entries.count == 1 { throw TestError() }
                },
                ScheduledTask("after", .every(.hours(1))) { _ in ran.add(2) },
            ], database: jobs.database)
        let now = try instant("2026-03-12T10:30:00Z")

        let failed = await #expect(throws: Schedule.Failures.self) { try await schedule.runDue(now: now) }
        #expect(failed?.description == "hourly: not today")
        #expect(ran.entries == [1, 2], "a task that fails keeps no other from running")
        #expect(try await schedule.runDue(now: now) == ["hourly"])
        #expect(try await schedule.runDue(now: now) == [])
    }

    @Test func dailySlotsFollowTheClockOfTheZone() throws {
        let task = ScheduledTask("daily", .daily(hour: 4, Self.amsterdam)) { _ in }

        #expect(task.due(at: try instant("2026-01-10T02:59:59Z")) == (try instant("2026-01-09T03:00:00Z")))
        #expect(task.due(at: try instant("2026-01-10T03:00:00Z")) == (try instant("2026-01-10T03:00:00Z")))
        #expect(task.due(at: try instant("2026-07-10T02:00:00Z")) == (try instant("2026-07-10T02:00:00Z")))
    }

    @Test("a day on which the clock changes has its slot at the same hour")
    func clockChanges() throws {
        let task = ScheduledTask("daily", .daily(hour: 4, Self.amsterdam)) { _ in }

        #expect(task.due(at: try instant("2026-03-29T12:00:00Z")) == (try instant("2026-03-29T02:00:00Z")))
        #expect(task.due(at: try instant("2026-10-25T12:00:00Z")) == (try instant("2026-10-25T03:00:00Z")))
    }
}
