import Foundation
import Postgres
package import SQL
import SQLite

/// A SQLite file in a folder of its own, removed with the last reference.
package final class TemporarySQLite: Database {
    package let engine = Engine.sqlite
    package let path: String
    private let db: SQLiteDatabase

    init(copying template: String) throws {
        path = try Self.newFolder() + "/test.sqlite"
        try FileManager.default.copyItem(atPath: template, toPath: path)
        db = try SQLiteDatabase(path: path)
    }

    deinit { try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent()) }

    static func newFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("schakel-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        try await db.write(body)
    }

    package func read<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        try await db.read(body)
    }

    package func check() async throws { try await db.check() }

    package func close() async { await db.close() }
}

/// A PostgreSQL database of its own, dropped after the last reference is gone.
package final class TemporaryPostgres: Database {
    package let engine = Engine.postgres
    /// For a second pool on the same database.
    package let url: String
    private let name: String
    private let db: PostgresDatabase

    init(copying template: String) async throws {
        let name = TestServer.newName()
        try await TestServer.run("create database \(name) template \(template)")
        let url = try TestServer.url(name)
        self.name = name
        self.url = url
        // Few connections and much patience: many tests run at once, on a server with few processors.
        db = try await PostgresDatabase(url: url, connections: 4, deadline: .seconds(60))
    }

    deinit {
        let name = name
        Task.detached { try? await TestServer.run("drop database if exists \(name) with (force)") }
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        try await db.write(body)
    }

    package func read<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        try await db.read(body)
    }

    package func check() async throws { try await db.check() }

    package func close() async { await db.close() }
}
