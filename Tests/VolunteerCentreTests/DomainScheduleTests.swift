import Composition
import GivenCentre
import Jobs
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The whole schedule over a world in which everything is due within three days.
@Suite struct DomainScheduleTests {
    /// Done again by hand, as after a crash between the work and the note that it was done, nothing happens twice.
    @Test(arguments: TestEngine.available)
    func everyTaskRunTwiceDoesNothingTwice(_ engine: TestEngine) async throws {
        let given = try await world(engine)
        let night = given.now.adding(.days(3))
        try await run(given, at: night)
        let once = try await outcome(given)
        try await given.database.write { tx in try tx("delete from schedule_run") }
        try await run(given, at: night)
        #expect(try await outcome(given) == once)
    }

    /// Three days of downtime lead to the same as three nights of work.
    @Test(arguments: TestEngine.available)
    func downtimeIsCaughtUp(_ engine: TestEngine) async throws {
        let (steady, late) = (try await world(engine), try await world(engine))
        for hours in stride(from: 1, through: 72, by: 1) { try await run(steady, at: steady.now.adding(.hours(hours))) }
        try await run(late, at: late.now.adding(.hours(72)))
        let outcome = try await outcome(steady)
        #expect(try await self.outcome(late) == outcome)
        #expect(outcome["vacancy offline"] == 1 && outcome["match ended"] == 1, "\(outcome)")
        #expect(outcome["mail vacancy_offline"] == 1 && outcome["mail vacancy_ends"] == 1, "\(outcome)")
        #expect(outcome["mail volunteer_idle"] == 1 && outcome["application declined"] == nil, "\(outcome)")
    }

    private func world(_ engine: TestEngine) async throws -> Given {
        let given = try await Given(engine)
        let today = given.centre.today(given.now)
        let organisation = try await given.organisation()
        _ = try await given.vacancy("Gaat offline", of: organisation, until: today.adding(days: 1))
        let long = given.now.subtracting(.days(30))
        _ = try await given.vacancy("Nog twee weken", of: organisation, until: today.adding(days: 16), at: long)
        let running = try await given.vacancy("Loopt", of: organisation)
        let person = try await given.volunteer()
        let response = try await given.application(of: person, to: running)
        _ = try await given.match(response, by: organisation.member, until: today.adding(days: 1))
        let declined = try await given.application(to: running, at: given.now.subtracting(.days(27)))
        _ = try await given.decline(declined, by: organisation.member, at: given.now.subtracting(.days(26)))
        let idle = try await given.volunteer("Lang Weg")
        try await given.database.write { tx in
            try tx("update volunteer set seen_at = \(given.now.subtracting(.days(119))) where id = \(idle.id)")
        }
        return given
    }

    private func run(_ given: Given, at instant: Instant) async throws {
        let schedule = Schedule(
            tasks: Capabilities.all.tasks(try given.tools()),
            database: given.database)
        _ = try await schedule.runDue(now: instant)
    }

    /// States and mails, counted.
    private func outcome(_ given: Given) async throws -> [String: Int] {
        var outcome: [String: Int] = [:]
        for (table, column) in [("vacancy", "state"), ("match", "state"), ("application", "state"), ("mail", "kind")] {
            for value in try await given.texts(column, of: table) { outcome["\(table) \(value)", default: 0] += 1 }
        }
        for table in Given.tables { outcome[table] = try await given.count(table) }
        return outcome
    }
}
