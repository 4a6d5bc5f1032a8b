import SQL
import TestSupport
import Testing

@Suite struct MigratorTests {
    @Test(arguments: TestEngine.available)
    func appliesWhatIsMissingOnce(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: [])
        let all = Samples.migrations
        #expect(try await Migrator(all).pending(db).map(\.number) == [1, 2])
        #expect(try await Migrator([all[0]]).migrate(db).map(\.number) == [1])
        #expect(try await Migrator(all).pending(db).map(\.number) == [2])
        #expect(try await Migrator(all).migrate(db).map(\.number) == [2])
        #expect(try await Migrator(all).migrate(db).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func aFailingStepLeavesTheOnesBefore(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: [])
        let broken = Migration(3, "broken", ["create table extra (id \(.id)) \(.strict)", "create tabel"])
        await #expect(throws: SQLError.self) { try await Migrator(Samples.migrations + [broken]).migrate(db) }
        #expect(try await Migrator(Samples.migrations + [broken]).pending(db).map(\.number) == [3])
        await #expect(throws: SQLError.self) { try await db.read { tx in try tx.run("select id from extra") } }
    }

    @Test(arguments: TestEngine.available)
    func twoProgramsAtOnce(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: [])
        try await db.write { tx in try tx.run("drop table migration") }
        let applied = try await withThrowingTaskGroup { group in
            for _ in 1...6 { group.addTask { try await Migrator(Samples.migrations).migrate(db).map(\.number) } }
            return try await group.reduce(into: [Int]()) { $0 += $1 }
        }
        #expect(applied.sorted() == [1, 2])
    }

    @Test(arguments: TestEngine.available)
    func refusesWhatDoesNotFit(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Samples.migrations)
        let (one, two) = (Samples.migrations[0], Samples.migrations[1])
        await #expect(throws: MigrationError.unknown(2)) { try await Migrator([one]).migrate(db) }
        await #expect(throws: MigrationError.disorder(1)) { try await Migrator([two, one]).migrate(db) }
        let late = Migration(0, "late", [])
        await #expect(throws: MigrationError.skipped(0)) { try await Migrator([late, one, two]).migrate(db) }
    }
}
