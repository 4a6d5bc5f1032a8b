import Foundation
package import SQL

/// A PostgreSQL database: threads that own one connection each, and one queue before them.
package final class PostgresDatabase: Database {
    package let engine = Engine.postgres
    private let queue: JobQueue
    private let threads = DispatchGroup()
    private let deadline: Duration

    /// Connects once, to refuse a wrong address or an unsuitable database at start; other connections come when needed.
    /// - Parameters:
    ///   - url: `postgres://…`, or any connection string of libpq.
    ///   - connections: the most there will be.
    ///   - waiting: how many transactions may wait for a connection.
    ///   - deadline: how long each may wait.
    /// - Throws: `unavailable`, with the reason for the operator.
    package init(
        url: String, connections: Int = 8, waiting: Int = 1000, deadline: Duration = .seconds(5),
        retries: Retries = .standard
    ) async throws {
        let queue = JobQueue(capacity: waiting)
        self.queue = queue
        self.deadline = deadline
        for number in 1...max(1, connections) {
            let threads = threads
            threads.enter()
            let thread = Thread {
                let session = Session(url: url, retries: retries, patience: deadline) { queue.isClosed }
                while let job = queue.take() { job.run(session) }
                threads.leave()
            }
            thread.name = "postgres-\(number)"
            thread.stackSize = 2 << 20
            thread.start()
        }
        do { try await read(Self.demandSuitable) } catch {
            queue.close()
            throw error
        }
    }

    deinit { queue.close() }

    @discardableResult
    package func write<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        try await submit(readOnly: false, body)
    }

    package func read<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        try await submit(readOnly: true, body)
    }

    package func close() async {
        queue.close()
        await withCheckedContinuation { continuation in threads.notify(queue: .global()) { continuation.resume() } }
    }

    private func submit<T: Sendable>(
        readOnly: Bool, _ body: @Sendable @escaping (Transaction) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        let counter = QueryCount.current
        let deadline = ContinuousClock.now + deadline
        return try await withCheckedThrowingContinuation { continuation in
            queue.add(
                JobQueue.Job(
                    deadline: deadline,
                    run: { session in
                        continuation.resume(
                            with: session.perform(readOnly: readOnly, counter: counter, deadline: deadline, body))
                    },
                    refuse: { continuation.resume(throwing: $0) }))
        }
    }

    /// Texts must compare by their bytes, as they do on SQLite; other collations also change with the system's library.
    private static func demandSuitable(_ tx: Transaction) throws {
        let row = try tx.first(
            """
            select datcollate as collation, cast(datlocprovider as text) as provider,
                pg_encoding_to_char(encoding) as encoding
            from pg_database where datname = current_database()
            """)
        let collation: String = try row?["collation"] ?? ""
        let provider: String = try row?["provider"] ?? ""
        let encoding: String = try row?["encoding"] ?? ""
        guard encoding == "UTF8" else {
            throw SQLError.unavailable("the database has the encoding \(encoding); make it with encoding 'UTF8'")
        }
        // Provider c: the C library. b: PostgreSQL's own (17 and later), which is always by bytes or code points.
        guard provider == "b" || provider == "c" && ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) else {
            throw SQLError.unavailable("the database has the collation \(collation); make it with lc_collate 'C.UTF-8'")
        }
    }
}
