import Foundation
package import SQL
import Synchronization

import struct GRDB.Configuration
import class GRDB.DatabasePool

/// The embedded engine: one file, one writer, readers beside it.
package final class SQLiteDatabase: Database {
    package let engine = Engine.sqlite
    private let pool: DatabasePool
    private let isClosed = Atomic<Bool>(false)
    private let patience: Duration
    private let path: String
    /// Which file was opened; it goes on to be written when another one takes its name.
    private let file: UInt64?

    /// Opens the file, or makes it and its folder.
    /// - Parameter patience: how long a transaction waits for its turn to write, all in all.
    /// - Throws: `unavailable` when that is not possible.
    package init(path: String, patience: Duration = .seconds(10)) throws {
        self.patience = patience
        self.path = path
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch { throw SQLError.unavailable("cannot make the folder \(folder.path)") }
        var configuration = Configuration()
        // GRDB fails at once by default; another process (a backup, a command) may be writing.
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // PostgreSQL's `like` is case-sensitive.
            try db.execute(sql: "pragma case_sensitive_like = on")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // After the opening: GRDB sets `normal` there, which may lose the last commits when the power fails.
            try pool.writeWithoutTransaction { db in try db.execute(sql: "pragma synchronous = full") }
        } catch { throw SQLError.unavailable("cannot open \(path): \(SQLError(sqlite: error))") }
        file = Self.number(of: path)
    }

    private static func number(of path: String) -> UInt64? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
    }

    package func check() async throws {
        try await read { tx in _ = try tx.first("select 1 as one") }
        guard Self.number(of: path) == file else {
            throw SQLError.unavailable(
                "\(path) is another file than the one that was opened: end this program and start it again")
        }
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        let counter = QueryCount.current
        // While another process writes, the first one here waits for the lock and the others for the first one: with a wait of its
        // own each, the last would wait for them all.
        let deadline = ContinuousClock.now + patience
        return try await mapped {
            try await pool.writeWithoutTransaction { db in
                let left = deadline - .now
                guard left > .zero else { throw SQLError.busy }
                try db.execute(sql: "pragma busy_timeout = \(Int(left / .milliseconds(1)))")
                var result: T?
                // Immediate: the lock is taken before the first read, so what was read still holds when it is changed.
                try db.inTransaction(.immediate) {
                    let tx = Transaction(SQLiteConnection(db), counting: counter)
                    result = try body(tx)
                    if let failure = tx.failure { throw failure }
                    return .commit
                }
                guard let result else { throw SQLError.unavailable("the transaction did not run") }
                return result
            }
        }
    }

    package func read<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        let counter = QueryCount.current
        return try await mapped {
            // GRDB opens a transaction around it: one snapshot.
            try await pool.read { db in
                let tx = Transaction(SQLiteConnection(db), counting: counter)
                let result = try body(tx)
                if let failure = tx.failure { throw failure }
                return result
            }
        }
    }

    package func close() async {
        guard !isClosed.exchange(true, ordering: .relaxed) else { return }
        let pool = pool
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                // Moves the log into the file, so that the file alone is the database. The readers, which close last,
                // cannot. Errors leave the log beside the file, where the next opening finds it.
                try? pool.writeWithoutTransaction { db in try db.execute(sql: "pragma wal_checkpoint(truncate)") }
                try? pool.close()
                continuation.resume()
            }
        }
    }

    /// Errors of `begin` and `commit` in our terms; those of `body` as they are.
    private func mapped<T>(_ work: () async throws -> T) async throws -> T {
        guard !isClosed.load(ordering: .relaxed) else { throw SQLError.unavailable("the database is closed") }
        do { return try await work() } catch { throw SQLError.translating(error) }
    }
}
