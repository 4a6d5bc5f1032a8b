import SQL
import TestSupport
import Testing
import Time

@Suite struct ChangeFeedTests {
    private let now = Instant(milliseconds: 1_000)
    private let centre: ID<Void> = 1

    private func append(_ record: Int64, _ tx: Transaction) throws {
        try ChangeFeed.append(kind: "owner", record: ID<Owner>(record), centre: centre, now: now, tx)
    }

    private func read(_ db: any Database, after position: ChangeFeed.Position, limit: Int = 100) async throws
        -> ([Int64], ChangeFeed.Position)
    {
        let (changes, next) = try await db.read { tx in try ChangeFeed.read(after: position, limit: limit, tx) }
        return (changes.map(\.record), next)
    }

    /// Reads until this record came. PostgreSQL holds changes back while any older transaction runs on the same server,
    /// such as those of other tests.
    private func read(_ db: any Database, after position: ChangeFeed.Position, until last: Int64, limit: Int = 100)
        async throws -> ([Int64], ChangeFeed.Position)
    {
        let patience = ContinuousClock.now + .seconds(30)
        var (records, position) = ([Int64](), position)
        while records.last != last, .now < patience {
            let (more, next) = try await read(db, after: position, limit: limit)
            #expect(more.count <= limit)
            records += more
            position = next
        }
        return (records, position)
    }

    @Test(arguments: TestEngine.available)
    func changesComeOnceAndInOrder(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        for record in 1...5 { try await db.write { tx in try append(Int64(record), tx) } }
        let (all, end) = try await read(db, after: .start, until: 5, limit: 2)
        let (more, still) = try await read(db, after: end)
        #expect(all == [1, 2, 3, 4, 5])
        #expect(more.isEmpty && still == end)
        #expect(try await db.write { tx in try ChangeFeed.prune(before: now.adding(.seconds(1)), tx) } == 5)
    }

    @Test(arguments: TestEngine.available)
    func theStartAfterLoadingMissesNothing(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in try append(1, tx) }
        let position = try await db.read { tx in try ChangeFeed.position(tx) }
        try await db.write { tx in try append(2, tx) }
        let records = try await read(db, after: position, until: 2).0
        // On PostgreSQL the first may come again, never the second be missed.
        #expect(engine == .sqlite ? records == [2] : records.last == 2)
    }

    /// A transaction that began first and commits last must not be passed by.
    @Test(.enabled(if: TestEngine.available.contains(.postgres)))
    func aSlowTransactionIsWaitedFor() async throws {
        let db = try await TestEngine.postgres.database(migrations: Samples.migrations)
        let gate = Gate()
        let slow = gate.task {
            try await db.write { tx in
                try append(1, tx)
                gate.pass("slow appended")
                gate.wait(for: "fast read")
            }
        }
        await gate.waitAsync(for: "slow appended")
        try await db.write { tx in try append(2, tx) }
        let (early, position) = try await read(db, after: .start)
        let loaded = try await db.read { tx in try ChangeFeed.position(tx) }
        gate.pass("fast read")
        try await slow.value
        #expect(early.isEmpty)
        #expect(try await read(db, after: position, until: 2).0 == [1, 2])
        #expect(try await read(db, after: loaded, until: 2).0 == [1, 2])
    }
}
