import Foundation
import SQL
import TestSupport
import Testing
import Time

@Suite struct BackupTests {
    private static let pairs = TestEngine.available.flatMap { from in TestEngine.available.map { (from, $0) } }
    private static let now = Instant(milliseconds: 1_795_000_000_123)

    /// Rows of every kind, with nulls, a table that points forward and at itself, and a number whose row is gone.
    private func fill(_ db: any Database) async throws {
        try await db.write { tx in
            for number in 1...1500 {
                try tx("insert into owner (name) values (\("naam \(number) \"\\\n\t\u{1}\u{1f} é 🙂 \u{2028}"))")
            }
            try tx("update owner set parent_id = 1501 - id where id <> 750")
            let picture = (0...255).map { UInt8($0) }
            let none: Double? = nil
            let day = CalendarDate(daysSince1970: 20_000)
            for (open, weight) in [(true, 0.1), (false, -1e300), (true, none), (false, Double.infinity), (true, 3)] {
                try tx(
                    """
                    insert into thing (owner_id, n, open, weight, note, picture, until)
                    values (1, \(Int64.max), \(open), \(weight), \(""), \(picture), \(day))
                    """)
            }
            try tx("insert into thing (owner_id, picture) values (2, \([UInt8]()))")
            try tx("insert into counter (name, n) values ('Zoë', 1), ('zoë', 2), ('a''b', 3)")
            try tx("delete from thing where id = 6")
            try ChangeFeed.append(kind: "owner", record: ID<Owner>(1), centre: ID<Void>(1), now: Self.now, tx)
        }
    }

    /// Nothing is put in the place of a device; what a killed backup left is gone a day later.
    @Test func onlyAFileIsReplaced() async throws {
        let db = try await TestEngine.sqlite.database(migrations: Samples.migrations)
        let path = try file()
        // A pipe of our own: were this test to fail as root at a real device, the machine would be without it.
        #expect(mkfifo(path + ".pipe", 0o600) == 0)
        await #expect(throws: BackupError.self) { try await Backup.write(from: db, to: path + ".pipe", now: Self.now) }
        let manager = FileManager.default
        for (name, age) in [("old", 90_000.0), ("young", 60.0)] {
            let left = "\(path).\(name).part"
            #expect(manager.createFile(atPath: left, contents: Data("x".utf8)))
            try manager.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: left)
        }
        try await Backup.write(from: db, to: path, now: Self.now)
        #expect(!manager.fileExists(atPath: path + ".old.part") && manager.fileExists(atPath: path + ".young.part"))
    }

    private func file() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "schakel-backup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appendingPathComponent("backup.gz").path
    }

    private func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
    }

    @Test(arguments: pairs)
    func comesBackTheSameOnEitherEngine(_ from: TestEngine, _ to: TestEngine) async throws {
        let source = try await from.database(migrations: Samples.migrations)
        let target = try await to.database(migrations: Samples.migrations)
        try await fill(source)
        let (first, second) = (try file(), try file())
        let written = try await Backup.write(from: source, to: first, now: Self.now)
        #expect(written == ["owner": 1500, "thing": 5, "counter": 3])
        let told = Runs()
        #expect(try await Backup.restore(first, into: target, progress: { _, _ in told.add() }) == written)
        #expect(told.count >= 3)
        // To the byte, whatever the engines.
        try await Backup.write(from: target, to: second, now: Self.now)
        #expect(try Data(contentsOf: URL(fileURLWithPath: first)) == Data(contentsOf: URL(fileURLWithPath: second)))
        // The numbers go on where they were, also after a deleted last row.
        let next = try await target.write { tx in
            let thing = try tx.insert("insert into thing (owner_id) values (1) returning id")
            return [thing, try tx.insert("insert into owner (name) values ('next') returning id")]
        }
        #expect(next == [7, 1501])
        // Foreign keys hold at once again.
        await #expect(throws: Deliberate.self) {
            try await target.write { tx in
                #expect(throws: SQLError.foreignKey) { try tx("insert into thing (owner_id) values (9999)") }
                throw Deliberate()
            }
        }
        try remove(first)
        try remove(second)
    }

    @Test(arguments: TestEngine.available)
    func numbersGivenByHandAreNotGivenAgain(_ engine: TestEngine) async throws {
        let source = try await engine.database(migrations: Samples.migrations)
        let target = try await engine.database(migrations: Samples.migrations)
        try await source.write { tx in try tx.run("insert into owner (id, name) values (40, 'a')") }
        let path = try file()
        try await Backup.write(from: source, to: path, now: Self.now)
        try await Backup.restore(path, into: target)
        let next = try await target.write { tx in try tx.insert("insert into owner (name) values ('b') returning id") }
        #expect(next == 41)
        try remove(path)
    }

    @Test(arguments: TestEngine.available)
    func aDamagedFileRestoresNothing(_ engine: TestEngine) async throws {
        let source = try await engine.database(migrations: Samples.migrations)
        let target = try await engine.database(migrations: Samples.migrations)
        try await fill(source)
        let path = try file()
        try await Backup.write(from: source, to: path, now: Self.now)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        var flipped = whole
        flipped[whole.count / 2] ^= 0x10
        for broken in [whole.dropLast(1), whole.dropLast(100), whole.prefix(whole.count / 2), flipped, whole + [0]] {
            try Data(broken).write(to: URL(fileURLWithPath: path))
            let failure = await #expect(throws: BackupError.self) { try await Backup.restore(path, into: target) }
            guard case .damaged = failure else {
                Issue.record("\(String(describing: failure))")
                continue
            }
        }
        for broken in [Data(), Data("hello".utf8)] {
            try broken.write(to: URL(fileURLWithPath: path))
            await #expect(throws: BackupError.self) { try await Backup.restore(path, into: target) }
        }
        let counts = try await target.read { tx in
            try ["owner", "thing", "counter"].map { table in try tx("select 1 as one from \(name: table)").count }
        }
        #expect(counts == [0, 0, 0])
        // And the whole file still can be.
        try whole.write(to: URL(fileURLWithPath: path))
        #expect(try await Backup.restore(path, into: target)["owner"] == 1500)
        try remove(path)
    }

    @Test(arguments: TestEngine.available)
    func onlyIntoAnEmptyDatabaseOfTheSameSchema(_ engine: TestEngine) async throws {
        let source = try await engine.database(migrations: Samples.migrations)
        let path = try file()
        try await Backup.write(from: source, to: path, now: Self.now)
        let older = try await engine.database(migrations: [Samples.migrations[0]])
        await #expect(throws: BackupError.otherMigrations(file: [1, 2], database: [1])) {
            try await Backup.restore(path, into: older)
        }
        try await source.write { tx in try tx.run("insert into counter (name, n) values ('a', 1)") }
        await #expect(throws: BackupError.notEmpty("counter")) { try await Backup.restore(path, into: source) }
        await #expect(throws: BackupError.unreadable(path + ".none")) {
            try await Backup.restore(path + ".none", into: source)
        }
        await #expect(throws: BackupError.self) {
            try await Backup.write(from: source, to: path + "/none", now: Self.now)
        }
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try remove(path)
    }
}
