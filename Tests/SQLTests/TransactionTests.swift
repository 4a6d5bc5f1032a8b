import SQL
import TestSupport
import Testing

@Suite struct TransactionTests {
    @Test(arguments: TestEngine.available)
    func constraintsHaveTheirOwnErrors(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in try tx.run("insert into owner (name) values ('a')") }
        await #expect(throws: SQLError.unique(engine == .sqlite ? "owner.name" : "owner_name_key")) {
            try await db.write { tx in try tx.run("insert into owner (name) values ('a')") }
        }
        await #expect(throws: SQLError.unique(engine == .sqlite ? "owner.id" : "owner_pkey")) {
            try await db.write { tx in try tx.run("insert into owner (id, name) values (1, 'b')") }
        }
        await #expect(throws: SQLError.foreignKey) {
            try await db.write { tx in try tx.run("insert into thing (owner_id) values (99)") }
        }
        await #expect(throws: SQLError.foreignKey) {
            try await db.write { tx in
                try tx("insert into thing (owner_id) values (1)")
                try tx("delete from owner")
            }
        }
        await #expect(throws: SQLError.check) {
            try await db.write { tx in try tx.run("insert into thing (owner_id, n) values (1, -1)") }
        }
        await #expect(throws: SQLError.self) { try await db.write { tx in try tx.run("selec") } }
    }

    @Test(arguments: TestEngine.available)
    func aFailedStatementEndsTheTransaction(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        // Although the closure swallows both errors.
        await #expect(throws: SQLError.check) {
            try await db.write { tx in
                try tx("insert into owner (name) values ('a')")
                #expect(throws: SQLError.check) { try tx("insert into thing (owner_id, n) values (1, -1)") }
                #expect(throws: SQLError.failedEarlier) { try tx("select 1 as one") }
            }
        }
        // What the closure throws afterwards wins.
        await #expect(throws: Deliberate.self) {
            try await db.write { tx in
                _ = try? tx("selec")
                throw Deliberate()
            }
        }
        let left = try await db.read { tx in try tx("select id from owner").count }
        #expect(left == 0)
    }

    @Test(arguments: TestEngine.available)
    func aThrowingClosureLeavesNothing(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        await #expect(throws: Deliberate.self) {
            try await db.write { tx in
                try tx("insert into owner (name) values ('a')")
                throw Deliberate()
            }
        }
        #expect(try await db.read { tx in try tx("select id from owner").count } == 0)
    }

    @Test(arguments: TestEngine.available)
    func readsCannotWriteAndSeeOneMoment(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        await #expect(throws: SQLError.self) {
            try await db.read { tx in try tx.run("insert into owner (name) values ('a')") }
        }
        let gate = Gate()
        let counts = gate.task {
            try await db.read { tx in
                let before = try tx("select id from owner").count
                gate.pass("read")
                gate.wait(for: "written")
                return (before, try tx("select id from owner").count)
            }
        }
        await gate.waitAsync(for: "read")
        try await db.write { tx in try tx.run("insert into owner (name) values ('b')") }
        gate.pass("written")
        #expect(try await counts.value == (0, 0))
        #expect(try await db.read { tx in try tx("select id from owner").count } == 1)
    }

    @Test(arguments: TestEngine.available)
    func numbersOfRows(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in
            #expect(try tx.run("insert into owner (name) values ('a'), ('b')") == 2)
            #expect(try tx.run("update owner set name = name") == 2)
            #expect(try tx.run("update owner set name = name where id = 99") == 0)
            #expect(try tx.run("create table other (id \(.id)) \(.strict)") == 0)
            let first = try tx.insert("insert into owner (name) values ('c') returning id")
            try tx("delete from owner where id = \(first)")
            // A number never comes back.
            #expect(try tx.insert("insert into owner (name) values ('d') returning id") == first + 1)
            #expect(try tx("insert into owner (name) values ('d') on conflict do nothing returning id").isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func statementsAreCounted(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        let count = QueryCount()
        try await QueryCount.$current.withValue(count) {
            try await db.write { tx in
                try tx("insert into owner (name) values ('a')")
                try tx("insert into owner (name) values ('b')")
            }
            _ = try await db.read { tx in try tx.first("select 1 as one") }
        }
        _ = try await db.read { tx in try tx.first("select 1 as one") }
        #expect(count.total == 3)
    }

    @Test(arguments: TestEngine.available)
    func rowsCanBeTakenOneByOne(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in
            for number in 1...1200 { try tx("insert into counter (name, n) values (\("\(number)"), \(number))") }
            var numbers: [Int] = []
            try tx.each("select n from counter where n > \(10) order by n") { row in numbers.append(try row["n"]) }
            #expect(numbers == Array(11...1200))
            #expect(throws: Deliberate.self) { try tx.each("select n from counter") { _ in throw Deliberate() } }
            // The closure's own error is no failed statement.
            #expect(try tx("select n from counter").count == 1200)
        }
        await #expect(throws: SQLError.self) { try await db.read { tx in try tx.each("select x") { _ in } } }
    }

    @Test(arguments: TestEngine.available)
    func aClosedDatabaseSaysSo(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        await db.close()
        await db.close()
        await #expect(throws: SQLError.unavailable("the database is closed")) {
            try await db.read { tx in try tx.run("select 1") }
        }
        await #expect(throws: SQLError.unavailable("the database is closed")) {
            try await db.write { tx in try tx.run("select 1") }
        }
    }
}
