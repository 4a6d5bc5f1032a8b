import SQL
import TestSupport
import Testing

@Suite struct ConcurrencyTests {
    @Test(arguments: TestEngine.available, [SQL.empty, "\(.lock)"])
    func twoHundredReadChangeWritesLoseNothing(_ engine: TestEngine, _ lock: SQL) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in try tx.run("insert into counter (name, n) values ('c', 0)") }
        try await withThrowingTaskGroup { group in
            for _ in 1...200 {
                group.addTask {
                    try await db.write { tx in
                        let n: Int = try tx.first("select n from counter where name = 'c' \(lock)")?["n"] ?? -1
                        try tx("update counter set n = \(n + 1) where name = 'c'")
                    }
                }
            }
            try await group.waitForAll()
        }
        let n: Int? = try await db.read { tx in try tx.first("select n from counter")?["n"] }
        #expect(n == 200)
    }

    /// One transaction reads, the other changes what it read, the first goes on: on SQLite the second waits, on
    /// PostgreSQL the first runs again.
    @Test(arguments: TestEngine.available)
    func whatWasReadStillHoldsWhenItIsChanged(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in try tx.run("insert into counter (name, n) values ('c', 0)") }
        let gate = Gate()
        let runs = Runs()
        let first = gate.task {
            try await db.write { tx in
                let n: Int = try tx.first("select n from counter")?["n"] ?? -1
                runs.add()
                gate.pass("read")
                if tx.engine == .postgres { gate.wait(for: "changed") }
                try tx("update counter set n = \(n + 1)")
            }
        }
        await gate.waitAsync(for: "read")
        try await db.write { tx in try tx.run("update counter set n = n + 10") }
        gate.pass("changed")
        try await first.value
        let n: Int? = try await db.read { tx in try tx.first("select n from counter")?["n"] }
        #expect(n == 11)
        #expect(runs.count == (engine == .sqlite ? 1 : 2))
    }

    @Test(arguments: TestEngine.available)
    func deadlocksAreSolved(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in try tx.run("insert into counter (name, n) values ('a', 0), ('b', 0)") }
        try await withThrowingTaskGroup { group in
            for pair in [("a", "b"), ("b", "a"), ("a", "b"), ("b", "a")] {
                group.addTask {
                    try await db.write { tx in
                        try tx("update counter set n = n + 1 where name = \(pair.0)")
                        try tx("update counter set n = n + 1 where name = \(pair.1)")
                    }
                }
            }
            try await group.waitForAll()
        }
        let sum: Int? = try await db.read { tx in try tx.first("select cast(sum(n) as \(.int)) as n from counter")?["n"]
        }
        #expect(sum == 8)
    }

    @Test(arguments: TestEngine.available)
    func aLockedTableGivesNoConflict(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        let runs = Runs()
        try await withThrowingTaskGroup { group in
            for number in 1...20 {
                group.addTask {
                    try await db.write { tx in
                        try tx.lock(table: "counter")
                        runs.add()
                        let n: Int = try tx.first("select count(*) as n from counter")?["n"] ?? -1
                        try tx("insert into counter (name, n) values (\("\(number)"), \(n))")
                    }
                }
            }
            try await group.waitForAll()
        }
        let numbers: [Int] = try await db.read { tx in
            try tx("select n from counter order by n").map { row in try row["n"] }
        }
        #expect(numbers == Array(0..<20))
        #expect(runs.count == 20)
    }
}
