import Foundation
import Postgres
import SQL
import TestSupport
import Testing

/// What the server learnt on one connection is used again there, and nowhere else.
@Suite(.enabled(if: TestEngine.available.contains(.postgres)))
struct PreparedStatementTests {
    private func database() async throws -> TemporaryPostgres {
        try #require(try await TestEngine.postgres.database(migrations: Samples.migrations) as? TemporaryPostgres)
    }

    private func known(_ tx: Transaction) throws -> Int {
        try tx.first("select count(*) as known from pg_prepared_statements")?["known"] ?? 0
    }

    @Test func whatComesAgainIsKnownByName() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1)
        let sums = try await db.read { tx in
            try (1...20).map { n in
                try tx.first("select cast(\(n) as bigint) + cast(\(n) as bigint) as sum")?["sum"] as Int?
            }
        }
        #expect(sums == (1...20).map { $0 * 2 })
        #expect(try await db.read(known) == 1)
        await db.close()
    }

    /// Filters in all their combinations would otherwise fill the server's memory.
    @Test func manyDifferentOnesAreForgottenAgain() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1)
        let held = try await db.read { tx in
            for number in 1...400 {
                let name = "n\(number)"
                for _ in 1...3 { #expect(try tx.first("select \(number) as \(name: name)")?[name] == number) }
            }
            return try known(tx)
        }
        #expect((1...256).contains(held))
        await db.close()
    }

    /// A statement that failed is tried anew, with its own reason.
    @Test func aStatementThatCannotBePreparedSaysWhy() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1)
        for _ in 1...4 {
            await #expect(throws: SQLError.engine(code: "42P01", message: "relation \"nowhere\" does not exist")) {
                try await db.read { tx in _ = try tx("select id from nowhere") }
            }
        }
        await db.close()
    }

    /// Another process brings the tables up to date while this one runs.
    @Test func aMigrationMeanwhileIsNoError() async throws {
        let home = try await database()
        let db = try await PostgresDatabase(url: home.url, connections: 1)
        try await db.write { tx in try tx("insert into owner (name) values ('Els')") }
        let read: @Sendable (Transaction) throws -> String? = { tx in try tx.first("select * from owner")?["name"] }
        for _ in 1...4 { #expect(try await db.read(read) == "Els") }
        try await home.write { tx in try tx.run("alter table owner add column nickname text") }
        #expect(try await db.read(read) == "Els")
        await db.close()
    }

    /// Two connections share one of the server, each transaction in its turn: what one taught the server the other would meet.
    @Test func behindAPoolerEverythingComesAsText() async throws {
        let home = try await database()
        let pooler = try await Pooler(of: home.url)
        let db = try await PostgresDatabase(url: pooler.url, connections: 2)
        try await withThrowingTaskGroup { group in
            for number in 1...40 {
                group.addTask {
                    try await db.write { tx in
                        _ = try tx("select id from owner where name = \("Els")")
                        _ = try tx("select id from owner where name = \("Jan")")
                        try tx("insert into owner (name) values (\("owner \(number)"))")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await db.read { tx in try tx("select id from owner limit 100").count } == 40)
        #expect(try await db.read(known) == 0)
        await db.close()
    }
}
