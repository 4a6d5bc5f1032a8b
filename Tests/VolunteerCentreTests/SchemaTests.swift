import Composition
import Crypto
import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Released migrations never change, and docs/schema.sql is what they make.
///
/// With SCHAKEL_TEST_UPDATE=1 both documents are written anew: a migration that was released is never changed that way.
@Suite struct SchemaTests {
    private static let isUpdating = ProcessInfo.processInfo.environment["SCHAKEL_TEST_UPDATE"] == "1"

    private func document(_ name: String, says text: String) throws {
        let path = Resources.repository + "/docs/" + name
        if Self.isUpdating { try text.write(toFile: path, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text, "docs/\(name)")
    }

    @Test func releasedMigrationsStay() throws {
        let lines = try Capabilities.all.migrations.map { migration in
            let texts = try [Engine.sqlite, .postgres].flatMap { engine in
                try migration.statements.map { statement in
                    let spelled = try Statement(statement, for: engine)
                    return "\(spelled.text) \(spelled.values)"
                }
            }
            let hash = SHA256.hash(data: Array(texts.joined(separator: "\n").utf8)).prefix(8)
            let hex = hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            return "\(migration.number) \(migration.capability) \(migration.name) \(hex)"
        }
        try document("migrations.txt", says: lines.joined(separator: "\n") + "\n")
    }

    /// One file for each, named after it.
    @Test func oneFileEach() throws {
        let folder = Resources.repository + "/Sources/Domain"
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
            .map { ($0 as NSString).lastPathComponent }.filter { $0.hasPrefix("Migration0") }
        let expected = Capabilities.all.migrations.map { migration in
            let number = String(repeating: "0", count: 3 - "\(migration.number)".count) + "\(migration.number)"
            return "Migration\(number)" + migration.name.split(separator: "_").map(\.capitalized).joined() + ".swift"
        }
        #expect(files.sorted() == expected.sorted())
    }

    @Test func theSchemaIsPrinted() async throws {
        let database = try await TestEngine.sqlite.database(migrations: Capabilities.all.migrations)
        let statements: [String] = try await database.read { tx in
            try tx(
                """
                select sql from sqlite_schema where sql is not null and name not like 'sqlite_%'
                order by tbl_name, type desc, name limit 1000
                """
            ).map { try $0["sql"] }
        }
        let head =
            "-- Every table as SQLite has it after the last migration. Printed by SchemaTests; see CONTRIBUTING.md.\n\n"
        let text = statements.map { statement in
            let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.map { String($0).trimmed }.joined(separator: "\n") + ";\n"
        }
        try document("schema.sql", says: head + text.joined(separator: "\n"))
    }
}

extension String {
    /// Without spaces at the end.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
