import SQL
import TestSupport
import Testing

@Suite struct OrderTests {
    @Test(arguments: TestEngine.available)
    func namesSortByTheirBytes(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        let names = [
            "Émile", "zoë", "Zoë", "Ædan", "a b", "a-b", "ab", "Ab", "emile", "école", "ij", "ĳ", "z", "🙂", "~",
        ]
        let sorted: [String] = try await db.write { tx in
            for name in names { try tx("insert into owner (name) values (\(name))") }
            return try tx("select name from owner order by name").map { row in try row["name"] }
        }
        #expect(sorted == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test(arguments: TestEngine.available)
    func nullsStandWhereTheStatementSays(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        try await db.write { tx in
            let owner = try tx.insert("insert into owner (name) values ('o') returning id")
            for note in ["b", nil, "a"] { try tx("insert into thing (owner_id, note) values (\(owner), \(note))") }
            let last: [String?] = try tx("select note from thing order by note nulls last").map { row in try row["note"]
            }
            #expect(last == ["a", "b", nil])
            let first: [String?] = try tx("select note from thing order by note desc nulls first").map { row in
                try row["note"]
            }
            #expect(first == [nil, "b", "a"])
        }
    }

    @Test(arguments: TestEngine.available)
    func likeKnowsCapitals(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        // Twice: every connection must know.
        for _ in 1...2 {
            let found: Bool? = try await db.read { tx in
                try tx.first("select 'Taalmaatje' like 'taal%' as found")?["found"]
            }
            #expect(found == false)
        }
    }
}
