import SQL
import TestSupport
import Testing
import Time

@Suite struct ValueTests {
    @Test(arguments: TestEngine.available)
    func textsComeBackAsTheyWent(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        let texts = [
            "", String(repeating: "é", count: 2000), "👩‍👩‍👧‍👦 🇳🇱 e\u{301}", "'; drop table owner; --",
            "a\"b\\c\nd\te\u{1}\u{7f}\u{2028}", "$1 ?1 %",
        ]
        let back = try await db.write { tx in
            for text in texts { try tx("insert into owner (name) values (\(text))") }
            return try tx("select name, length(name) as n from owner order by id").map { row in
                (try row["name"] as String, try row["n"] as Int)
            }
        }
        #expect(back.map(\.0) == texts)
        // Both count code points.
        #expect(back.map(\.1) == texts.map(\.unicodeScalars.count))
    }

    @Test(arguments: TestEngine.available)
    func everyKindComesBack(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        let blobs: [[UInt8]] = [[], [0], Array(0...255), Array(repeating: 0, count: 100_000)]
        for blob in blobs {
            let back: [UInt8]? = try await db.write { tx in try tx.first("select \(blob) as b")?["b"] }
            #expect(back == blob)
        }
        for number in [Int64.min, -1, 0, Int64.max] {
            let back: Int64? = try await db.write { tx in try tx.first("select \(number) as n")?["n"] }
            #expect(back == number)
        }
        for real in [0.1, -1e300, Double.leastNonzeroMagnitude, 2, 1.0 / 3] {
            let back: Double? = try await db.read { tx in try tx.first("select \(real) as r")?["r"] }
            #expect(back == real)
        }
        let date = try #require(CalendarDate(iso: "2026-11-21"))
        let now = Instant(milliseconds: 1_795_000_000_123)
        let dates = try await db.read { tx in
            let row = try #require(try tx.first("select \(date) as d, \(now) as i, \(nil as CalendarDate?) as none"))
            return (try row["d"] as CalendarDate, try row["i"] as Instant, try row["none"] as CalendarDate?)
        }
        #expect(dates == (date, now, nil))
    }

    @Test(arguments: TestEngine.available)
    func booleansAreWrittenAsConditions(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in
            let owner = try tx.insert("insert into owner (name) values (\("o")) returning id")
            for open in [true, false] { try tx("insert into thing (owner_id, open) values (\(owner), \(open))") }
            #expect(try tx("select id from thing where open").count == 1)
            #expect(try tx("select id from thing where not open").count == 1)
            #expect(try tx("select id from thing where open = \(true)").count == 1)
            let flags: [Bool] = try tx("select open from thing order by id").map { row in try row["open"] }
            #expect(flags == [true, false])
            let any: Bool? = try tx.first("select exists (select 1 from thing where open) as any_open")?["any_open"]
            #expect(any == true)
        }
        await #expect(throws: (any Error).self) {
            try await db.write { tx in try tx.run("update thing set open = 2") }
        }
    }

    @Test(arguments: TestEngine.available)
    func nullsAreTyped(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        let (none, noNumber, noFlag): (String?, Int?, Bool?) = (nil, nil, nil)
        try await db.write { tx in
            // Untyped, PostgreSQL refuses this with 42P08.
            let row = try #require(
                try tx.first("select \(none) is null as a, \(noNumber) is null as b, coalesce(\(noFlag), \(true)) as c")
            )
            #expect(try row["a"] as Bool && row["b"] as Bool && row["c"] as Bool)
            try tx("insert into owner (name) values (\("a")), (\("b"))")
            #expect(
                try tx.run("update owner set parent_id = \(noNumber) where parent_id is not distinct from \(noNumber)")
                    == 2)
        }
        await #expect(throws: SQLError.notNull) {
            try await db.write { tx in try tx.run("insert into owner (name) values (\(none))") }
        }
    }

    @Test(arguments: TestEngine.available)
    func lists(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in
            for name in ["a", "b", "c"] { try tx("insert into owner (name) values (\(name))") }
            #expect(try tx("select id from owner where name in \(list: ["a", "c", "x"])").count == 2)
            #expect(try tx("select id from owner where name in \(list: [String]())").isEmpty)
            #expect(try tx("select id from owner where id in \(list: [Int64]())").isEmpty)
            #expect(try tx("select id from owner where id in \(list: Array(1...1000))").count == 3)
        }
    }

    @Test(arguments: TestEngine.available)
    func nulBytesAreRefusedBeforeTheyAreCut(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        await #expect(throws: SQLError.nulByte) {
            try await db.write { tx in try tx.run("insert into owner (name) values (\("a\0b"))") }
        }
        let count: Int? = try await db.read { tx in try tx.first("select count(*) as n from owner")?["n"] }
        #expect(count == 0)
    }

    @Test(arguments: TestEngine.available)
    func wrongTypesAreErrors(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.read { tx in
            let row = try #require(try tx.first("select 'x' as t, 5 as n, \(nil as Int?) as none"))
            #expect(throws: SQLError.self) { try row["t"] as Int }
            #expect(throws: SQLError.self) { try row["n"] as String }
            #expect(throws: SQLError.self) { try row["n"] as Bool }
            #expect(throws: SQLError.self) { try row["none"] as Int }
            #expect(throws: SQLError.decoding("there is no column other")) { try row["other"] as Int }
        }
        await #expect(throws: (any Error).self) {
            try await db.write { tx in try tx.run("insert into counter (name, n) values ('a', \("no number"))") }
        }
    }
}
