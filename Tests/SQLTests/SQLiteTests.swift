import Foundation
import SQL
import SQLite
import Testing

@Suite struct SQLiteTests {
    private func folder() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("schakel-sqlite-\(UUID().uuidString)")
    }

    @Test func commitsSurviveAPowerCutAndKeysHold() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        // The folder is made.
        let db = try SQLiteDatabase(path: folder.appendingPathComponent("a/b.sqlite").path)
        let settings = try await db.write { tx in
            [
                try tx.first("select cast(synchronous as text) as s from pragma_synchronous")?["s"] as String?,
                try tx.first("select journal_mode as s from pragma_journal_mode")?["s"],
                try tx.first("select cast(foreign_keys as text) as s from pragma_foreign_keys")?["s"],
            ]
        }
        #expect(settings == ["2", "wal", "1"])
        await db.close()
    }

    /// So that copying the file of a stopped server is a copy of the database.
    @Test func theFileAloneIsTheDatabaseAfterClosing() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let db = try SQLiteDatabase(path: folder.appendingPathComponent("a.sqlite").path)
        try await db.write { tx in try tx.run("create table t (n \(.int)) \(.strict)") }
        _ = try await db.read { tx in try tx("select n from t") }
        await db.close()
        let copy = folder.appendingPathComponent("copy.sqlite")
        try FileManager.default.copyItem(at: folder.appendingPathComponent("a.sqlite"), to: copy)
        let again = try SQLiteDatabase(path: copy.path)
        #expect(try await again.read { tx in try tx("select n from t").count } == 0)
        await again.close()
    }

    /// A file that was moved away under a running program goes on to be written, and whoever restores another one does not see it.
    @Test func aMovedFileIsTold() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("a.sqlite")
        let db = try SQLiteDatabase(path: file.path)
        try await db.check()
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        for name in kept {
            try FileManager.default.moveItem(
                at: folder.appendingPathComponent(name), to: folder.appendingPathComponent("old-" + name))
        }
        await #expect(throws: SQLError.self) { try await db.check() }
        let other = try SQLiteDatabase(path: file.path)
        await #expect(throws: SQLError.self) { try await db.check() }
        try await other.check()
        await other.close()
        await db.close()
    }

    @Test func aFileThatIsNoDatabaseIsTold() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("a.sqlite")
        try Data(String(repeating: "no database ", count: 100).utf8).write(to: file)
        #expect(throws: SQLError.self) { try SQLiteDatabase(path: file.path) }
        #expect(throws: SQLError.self) { try SQLiteDatabase(path: file.path + "/below/a.sqlite") }
    }

    /// Two programs on one file: each takes the lock before it reads.
    @Test func twoProgramsLoseNothing() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.sqlite").path
        let programs = [try SQLiteDatabase(path: path), try SQLiteDatabase(path: path)]
        try await programs[0].write { tx in
            try tx("create table t (n \(.int) not null) \(.strict)")
            try tx("insert into t (n) values (0)")
        }
        try await withThrowingTaskGroup { group in
            for number in 0..<100 {
                group.addTask {
                    try await programs[number % 2].write { tx in
                        let n: Int = try tx.first("select n from t")?["n"] ?? -1
                        try tx("update t set n = \(n + 1)")
                    }
                }
            }
            try await group.waitForAll()
        }
        let n: Int? = try await programs[1].read { tx in try tx.first("select n from t")?["n"] }
        #expect(n == 100)
        for program in programs { await program.close() }
    }

    /// Who waits for the writer waits once: whoever's time has passed in the line does not wait for the lock as well.
    @Test func waitingForTheWriterHasOneDeadline() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let db = try SQLiteDatabase(path: folder.appendingPathComponent("a.sqlite").path, patience: .milliseconds(200))
        try await db.write { tx in try tx.run("create table t (n \(.int) not null) \(.strict)") }
        let gate = Gate()
        let long = gate.task {
            try await db.write { tx in
                try tx.run("insert into t (n) values (1)")
                gate.pass("writing")
                gate.wait(for: "her time has passed")
            }
        }
        await gate.waitAsync(for: "writing")
        let second = Task { try await db.write { tx in try tx.run("delete from t") } }
        try await Task.sleep(for: .milliseconds(600))
        gate.pass("her time has passed")
        try await long.value
        await #expect(throws: SQLError.busy) { try await second.value }
        #expect(try await db.write { tx in try tx.run("delete from t") } == 1)
        await db.close()
    }
}
