import Foundation
import Postgres
import SQL
import SQLite

/// Migrates once per process and set of migrations; every test gets a copy of the result, which is much faster.
actor TemplateStore {
    static let shared = TemplateStore()

    private struct Key: Hashable {
        let engine: TestEngine
        let statements: [String]
    }

    private var templates: [Key: Task<String, any Error>] = [:]

    /// - Returns: the path of a file, or the name of a database.
    func template(_ engine: TestEngine, _ migrations: [Migration]) async throws -> String {
        let spelling: Engine = engine == .sqlite ? .sqlite : .postgres
        let statements = try migrations.flatMap { migration in
            ["\(migration.number) \(migration.name)"]
                + (try migration.statements.map { try Statement($0, for: spelling).text })
        }
        let key = Key(engine: engine, statements: statements)
        if let template = templates[key] { return try await template.value }
        let task = Task { try await Self.make(engine, migrations) }
        templates[key] = task
        return try await task.value
    }

    private static func make(_ engine: TestEngine, _ migrations: [Migration]) async throws -> String {
        switch engine {
        case .sqlite:
            let path = try TemporarySQLite.newFolder() + "/template.sqlite"
            let db = try SQLiteDatabase(path: path)
            _ = try await Migrator(migrations).migrate(db)
            // The last connection moves the log into the file, so that the file alone is the database.
            await db.close()
            return path
        case .postgres:
            let name = TestServer.newName()
            try await TestServer.run(
                "create database \(name) template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'")
            let db = try await PostgresDatabase(url: TestServer.url(name), connections: 1)
            _ = try await Migrator(migrations).migrate(db)
            // A database with connections cannot be a template.
            await db.close()
            return name
        }
    }
}
