package import Foundation
package import SQL
package import Time

/// Something that is owed at regular times. After downtime it is done once, not once per time missed: each of our tasks
/// looks at the state of the data, not at the day it should have run.
package struct ScheduledTask: Sendable {
    package enum Rhythm: Sendable {
        /// Every day at this hour in this zone.
        case daily(hour: Int, TimeZone)
        case every(Span)
    }

    package let name: String
    let rhythm: Rhythm
    let run: @Sendable (Instant) async throws -> Void

    /// - Parameter run: must be able to run twice without doing anything twice; it is given the time.
    package init(_ name: String, _ rhythm: Rhythm, run: @escaping @Sendable (Instant) async throws -> Void) {
        self.name = name
        self.rhythm = rhythm
        self.run = run
    }

    /// The latest time at or before `now` at which this was due.
    func due(at now: Instant) -> Instant {
        switch rhythm {
        case .every(let span): return Instant(milliseconds: now.milliseconds / span.milliseconds * span.milliseconds)
        case .daily(let hour, let zone):
            let today = CalendarDate(now, in: zone)
            let slot = Self.slot(today, hour, zone)
            return slot <= now ? slot : Self.slot(today.adding(days: -1), hour, zone)
        }
    }

    /// By the clock on the wall: not so many hours after midnight, which differs on days when the clock changes.
    private static func slot(_ date: CalendarDate, _ hour: Int, _ zone: TimeZone) -> Instant {
        let guess = date.start(in: zone).adding(.hours(hour))
        let moved = zone.secondsFromGMT(for: guess.date) - zone.secondsFromGMT(for: date.start(in: zone).date)
        return guess.subtracting(.seconds(moved))
    }
}

/// The tasks that are owed, and a row per task that says up to when they were done, so that several nodes do each once.
package struct Schedule: Sendable {
    package static let schema: [SQL] = [
        "create table schedule_run (name \(.text) primary key, done_until \(.int) not null) \(.strict)"
    ]

    private let tasks: [ScheduledTask]
    private let database: any Database

    package init(tasks: [ScheduledTask], database: any Database) {
        self.tasks = tasks
        self.database = database
    }

    /// Tasks that failed, each with its reason; all others were done.
    package struct Failures: Error, CustomStringConvertible {
        package let description: String
    }

    /// Does what is owed at `now`; a task that fails keeps no other from running, and is owed still.
    /// - Returns: the names of the tasks that ran.
    /// - Throws: `Failures`, after the others.
    @discardableResult package func runDue(now: Instant) async throws -> [String] {
        var done: [String] = []
        var failures: [String] = []
        for task in tasks {
            let due = task.due(at: now)
            let name = task.name
            let before = try await database.read { tx -> Instant? in
                try tx.first("select done_until from schedule_run where name = \(name)").map { try $0["done_until"] }
            }
            // Written when the clock stood far ahead: it must not rest until that day comes.
            let isWrong = before.map { $0 > now.adding(.days(3)) } ?? false
            if let before, before >= due, !isWrong { continue }
            do { try await task.run(now) } catch {
                failures.append("\(name): \(error)")
                continue
            }
            // Written after the work: a crash in between means it runs again, which every task allows.
            try await database.write { tx in
                try tx(
                    """
                    insert into schedule_run (name, done_until) values (\(name), \(due))
                    on conflict (name) do update set done_until = excluded.done_until
                        where schedule_run.done_until < excluded.done_until or schedule_run.done_until > \(now.adding(.days(3)))
                    """)
            }
            done.append(name)
        }
        guard failures.isEmpty else { throw Failures(description: failures.joined(separator: "; ")) }
        return done
    }
}
