import Foundation
package import SQL

/// A PostgreSQL database: threads that own one connection each, and one queue before them.
package final class PostgresDatabase: Database {
    package let engine = Engine.postgres
    private let queue: JobQueue
    private let threads = DispatchGroup()
    private let deadline: Duration
    /// Connections that writers leave to readers: a lock that somebody holds for long stops log-ins, and no page.
    static func forReaders(_ connections: Int) -> Int { (connections + 2) / 4 }

    /// Seconds that a thread leaves the work to others when the server gave it no connection.
    private static let rest = 0.5

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
        let queue = JobQueue(capacity: waiting, mostWriting: max(1, connections - Self.forReaders(connections)))
        self.queue = queue
        self.deadline = deadline
        let open = OpenConnections()
        for number in 1...max(1, connections) {
            let threads = threads
            threads.enter()
            let thread = Thread {
                let session = Session(url: url, retries: retries, patience: deadline, open: open) { queue.isClosed }
                while let job = queue.take() {
                    if session.isReady() {
                        job.run(session)
                        queue.finished(job)
                    } else {
                        queue.putBack(job)
                        Thread.sleep(forTimeInterval: Self.rest)
                    }
                }
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

    /// A server that became a standby still answers questions. Nothing is locked, so it takes the way of readers.
    package func check() async throws { try await submit(readOnly: false, waitsAsWriter: false) { _ in } }

    package func close() async {
        queue.close()
        await withCheckedContinuation { continuation in threads.notify(queue: .global()) { continuation.resume() } }
    }

    private func submit<T: Sendable>(
        readOnly: Bool, waitsAsWriter: Bool? = nil, _ body: @Sendable @escaping (Transaction) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        let counter = QueryCount.current
        let deadline = ContinuousClock.now + deadline
        return try await withCheckedThrowingContinuation { continuation in
            queue.add(
                JobQueue.Job(
                    deadline: deadline, isWriting: waitsAsWriter ?? !readOnly,
                    run: { session in
                        continuation.resume(
                            with: session.perform(readOnly: readOnly, counter: counter, deadline: deadline, body))
                    },
                    refuse: { continuation.resume(throwing: $0) }))
        }
    }

    /// How many connections the server gives this user to this database, those of other processes included.
    package func connectionLimit() async throws -> Int {
        try await read { tx in
            let row = try tx.first(
                """
                select cast(current_setting('max_connections') as integer)
                        - cast(current_setting('superuser_reserved_connections') as integer) as server,
                    (select rolconnlimit from pg_roles where rolname = current_user) as of_user,
                    (select datconnlimit from pg_database where datname = current_database()) as of_database
                """)
            let limits: [Int?] = [try row?["server"], try row?["of_user"], try row?["of_database"]]
            return limits.compactMap { $0 }.filter { $0 >= 0 }.min() ?? 0
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
        guard provider != "i" else {
            throw SQLError.unavailable(
                "the database sorts by ICU; make it with --locale-provider=libc --locale=C.UTF-8 --template=template0")
        }
        guard provider == "b" || provider == "c" && ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) else {
            throw SQLError.unavailable("the database has the collation \(collation); make it with lc_collate 'C.UTF-8'")
        }
    }
}
