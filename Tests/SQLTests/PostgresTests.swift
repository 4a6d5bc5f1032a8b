import Postgres
import SQL
import TestSupport
import Testing

@Suite(.enabled(if: TestEngine.available.contains(.postgres)))
struct PostgresTests {
    private func database() async throws -> TemporaryPostgres {
        try #require(try await TestEngine.postgres.database(migrations: Samples.migrations) as? TemporaryPostgres)
    }

    /// Holds every connection of the pool until the gate lets go.
    private func occupy(_ db: PostgresDatabase, _ gate: Gate) async -> Task<Void, any Error> {
        let task = gate.task {
            try await db.read { tx in
                gate.pass("occupied")
                gate.wait(for: "enough")
            }
        }
        await gate.waitAsync(for: "occupied")
        return task
    }

    @Test func whoWaitsTooLongHearsSo() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1, deadline: .milliseconds(300))
        let gate = Gate()
        let holder = await occupy(db, gate)
        await #expect(throws: SQLError.unavailable("no connection came free in time")) {
            try await db.read { tx in try tx.run("select 1") }
        }
        gate.pass("enough")
        try await holder.value
        // And goes on as before.
        #expect(try await db.read { tx in try tx("select 1 as one").count } == 1)
        await db.close()
    }

    /// The server gives fewer connections than the pool has threads: who has one does the work of all.
    @Test func fewerConnectionsThanThreadsAreEnough() async throws {
        let home = try await database()
        let name = TestServer.newName() + "_few"
        try await TestServer.run("create role \(name) login connection limit 2")
        let url = home.url.replacing(/:\/\/[^@]*@/, with: "://\(name)@")
        let db = try await PostgresDatabase(url: url, connections: 8, deadline: .seconds(20))
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 {
                group.addTask { try await db.read { tx in try tx("select 1 as one from pg_sleep(0.01)").count } }
            }
            return try await group.reduce(0, +)
        }
        #expect(answers == 200)
        await db.close()
        try await TestServer.run("drop role \(name)")
    }

    /// A lock that somebody holds starves nobody: who waits for it hears so, and readers go on.
    @Test func aHeldLockIsNotWaitedForForEver() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 3)
        try await db.write { tx in _ = try tx.run("create table held (id bigint primary key)") }
        let gate = Gate()
        let holder = gate.task {
            try await db.write { tx in
                try tx.lock(table: "held")
                gate.pass("occupied")
                gate.wait(for: "enough")
            }
        }
        await gate.waitAsync(for: "occupied")
        await #expect(throws: SQLError.busy) { try await db.write { tx in try tx.lock(table: "held") } }
        #expect(try await db.read { tx in try tx("select 1 as one").count } == 1)
        gate.pass("enough")
        try await holder.value
        let limits = try await db.read { tx in
            try ["lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"].map { name in
                try tx.first("select current_setting(\(name)) as value").map { try $0["value"] as String }
            }
        }
        #expect(limits == ["4s", "1min", "2min"])
        await db.close()
    }

    /// Sixty log-ins that wait for a lock leave connections to who only looks.
    @Test func writersThatWaitLeaveReadersTheirConnections() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 4, deadline: .seconds(60))
        let other = try await PostgresDatabase(url: home.url, connections: 1)
        let gate = Gate()
        let holder = gate.task {
            try await other.write { tx in
                try tx.lock(table: "counter")
                gate.pass("occupied")
                gate.wait(for: "enough")
            }
        }
        await gate.waitAsync(for: "occupied")
        let done = Runs()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try await db.write { tx in
                        try tx("set local lock_timeout = 0")
                        gate.pass("waiting")
                        try tx("insert into counter (name, n) values (\("w\(number)"), 1)")
                    }
                    done.add()
                }
            }
            await gate.waitAsync(for: "waiting")
            for _ in 0..<30 { #expect(try await db.read { tx in try tx("select 1 as one").count } == 1) }
            try await db.check()
            #expect(done.count == 0, "the lock is held all the while")
            gate.pass("enough")
            try await group.waitForAll()
        }
        try await holder.value
        #expect(done.count == 60)
        await db.close()
        await other.close()
    }

    @Test func aFullQueueRefusesAtOnce() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1, waiting: 1, deadline: .seconds(20))
        let gate = Gate()
        let holder = await occupy(db, gate)
        // One of the two waits, the other has no place to wait.
        try await withThrowingTaskGroup { group in
            for _ in 1...2 { group.addTask { _ = try await db.read { tx in try tx.run("select 1") } } }
            await #expect(throws: SQLError.unavailable("1 transactions are waiting already")) { try await group.next() }
            gate.pass("enough")
            try await group.next()
        }
        try await holder.value
        await db.close()
    }

    @Test func closingRefusesWhoWaits() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1, deadline: .seconds(600))
        let gate = Gate()
        let holder = await occupy(db, gate)
        let waiting = Task { try await db.read { tx in try tx.run("select 1") } }
        let closing = Task { await db.close() }
        await #expect(throws: SQLError.unavailable("the database is closed")) { try await waiting.value }
        gate.pass("enough")
        await closing.value
        try await holder.value
    }

    @Test func connectsAgainWhenTheServerEndedTheConnection() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1)
        let before = try await backend(db)
        try await home.write { tx in try tx.run("select pg_terminate_backend(cast(\(before) as integer))") }
        let after = try await backend(db)
        #expect(before != after)
        await db.close()
    }

    /// Before the commit nothing can have been kept, so the transaction runs again.
    @Test func aConnectionLostHalfwayRunsTheWriteAgain() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1)
        let gate = Gate()
        let runs = Runs()
        let write = gate.task {
            try await db.write { tx in
                runs.add()
                try tx("insert into owner (name) values ('a')")
                gate.pass("inserted")
                gate.wait(for: "ended")
                try tx("insert into owner (name) values ('b')")
            }
        }
        await gate.waitAsync(for: "inserted")
        try await home.write { tx in
            try tx.run(
                """
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """)
        }
        gate.pass("ended")
        try await write.value
        #expect(runs.count == 2)
        #expect(try await home.read { tx in try tx("select id from owner").count } == 2)
        await db.close()
    }

    /// When the connection ends at the commit, nobody knows: an error, and not a second run.
    @Test func aConnectionLostAtTheCommitIsNotRunAgain() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1)
        let gate = Gate()
        let runs = Runs()
        let write = gate.task {
            try await db.write { tx in
                runs.add()
                try tx("insert into owner (name) values ('a')")
                gate.pass("inserted")
                gate.wait(for: "ended")
            }
        }
        await gate.waitAsync(for: "inserted")
        try await home.write { tx in
            try tx.run(
                """
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """)
        }
        gate.pass("ended")
        await #expect(throws: SQLError.unavailable("it is unknown whether the change was kept")) {
            try await write.value
        }
        #expect(runs.count == 1)
        await db.close()
    }

    @Test func numericIsRefused() async throws {
        let db = try await database()
        await #expect(throws: SQLError.decoding("s is numeric: cast it to bigint or double precision")) {
            try await db.read { tx in try tx.run("select sum(n) as s from counter") }
        }
    }

    @Test func refusesADatabaseThatSortsOtherwise() async throws {
        let name = TestServer.newName() + "_icu"
        try await TestServer.run(
            "create database \(name) template template0 locale_provider icu icu_locale 'nl' encoding 'UTF8'")
        await #expect(throws: SQLError.self) {
            try await PostgresDatabase(
                url: try TestServer.url(name), connections: 1, deadline: .milliseconds(500))
        }
        try await TestServer.run(
            "create database \(name)_latin template template0 lc_collate 'C' lc_ctype 'C' encoding 'LATIN1'")
        await #expect(
            throws: SQLError.unavailable("the database has the encoding LATIN1; make it with encoding 'UTF8'")
        ) {
            try await PostgresDatabase(url: try TestServer.url(name + "_latin"), connections: 1)
        }
        try await TestServer.run("drop database \(name) with (force)")
        try await TestServer.run("drop database \(name)_latin with (force)")
    }

    @Test func aWrongAddressIsToldWithTheReason() async throws {
        let failure = await #expect(throws: SQLError.self) {
            try await PostgresDatabase(
                url: "postgres://schakel@127.0.0.1:1/none", connections: 1, deadline: .milliseconds(300))
        }
        guard case .unavailable(let reason) = failure else {
            return #expect(Bool(false), "\(String(describing: failure))")
        }
        #expect(reason.contains("refused"))
    }

    private func backend(_ db: PostgresDatabase) async throws -> Int {
        try #require(try await db.read { tx in try tx.first("select pg_backend_pid() as pid")?["pid"] as Int? })
    }
}
