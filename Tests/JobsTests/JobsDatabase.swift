import Jobs
import Logging
import SQL
import Synchronization
import TestSupport
import Time

/// The time of a test: it stands still until it is moved.
final class TestClock: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_773_324_300_000))

    var now: Instant { instant.withLock { $0 } }
    func advance(_ span: Span) { instant.withLock { $0 = $0.adding(span) } }
}

/// What handlers did, from any thread.
final class Record<Entry: Sendable>: Sendable {
    private let list = Mutex<[Entry]>([])

    var entries: [Entry] { list.withLock { $0 } }
    func add(_ entry: Entry) { list.withLock { $0.append(entry) } }
}

/// A database with jobs and schedule, and a clock.
struct JobsDatabase: Sendable {
    struct StoredJob: Equatable {
        let state: String
        let attempts: Int
        let runAt: Instant
        let lastError: String?
    }

    let database: any Database
    let clock = TestClock()

    init(_ engine: TestEngine) async throws {
        database = try await engine.database(migrations: [
            Migration(1, "jobs", JobQueue.schema + JobQueue.holdSchema + Schedule.schema)
        ])
    }

    func enqueue(_ name: String, key: String, centre: Int64? = nil, payload: Int = 0, after delay: Span = .seconds(0))
        async throws
    {
        let now = clock.now
        try await database.write { tx in
            try JobQueue.enqueue(name, key: key, centre: centre, payload: payload, at: now.adding(delay), now: now, tx)
        }
    }

    /// As if so much time had passed for the workers that hold jobs.
    func ageLeases(_ span: Span) async throws {
        try await database.write { tx in
            try tx("update job set lease_until = lease_until - \(span.milliseconds) where state = 'running'")
        }
    }

    func job(_ key: String) async throws -> StoredJob? {
        try await database.read { tx in
            try tx.first("select state, attempts, run_at, last_error from job where key = \(key)").map { row in
                StoredJob(
                    state: try row["state"], attempts: try row["attempts"], runAt: try row["run_at"],
                    lastError: try row["last_error"])
            }
        }
    }

    /// Without jitter, so that times can be written down.
    func worker(_ handlers: [String: JobHandler], deadLetters: [String: DeadLetterHandler] = [:]) -> Worker {
        let clock = clock
        return Worker(
            database: database, handlers: handlers, deadLetters: deadLetters, now: { clock.now }, logger: .silent,
            jitter: { 0 })
    }
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

struct TestError: Error, CustomStringConvertible {
    var description = "not today"
}
