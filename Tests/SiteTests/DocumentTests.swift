import Composition
import Foundation
import GivenCentre
import Jobs
import TestSupport
import Testing
import VolunteerCentre

/// Documents that fail when they are no longer true (more in HouseTests, DataTableTests, SchemaTests, StatesDrawnTests).
@Suite struct DocumentTests {
    private func document(_ name: String) throws -> String {
        try String(contentsOfFile: Resources.repository + "/" + name, encoding: .utf8)
    }

    /// The table of settings in docs/operations.md against the names that the program reads.
    @Test func everySettingIsExplained() throws {
        let source = try document("Sources/Server/Configuration.swift")
        let list = try #require(source.firstMatch(of: /static let names = \[(?<names>[^\]]+)\]/))
        let known = Set(list.output.names.matches(of: /"(SCHAKEL_\w+)"/).map { String($0.output.1) })
        let rows = Set(
            try document("docs/operations.md").matches(of: /(?m)^\| `(SCHAKEL_\w+)` \|/).map { String($0.output.1) })
        #expect(known == rows && known.count > 10)
    }

    /// The table of the schedule in docs/architecture.md against what runs.
    @Test func everyTaskIsExplained() async throws {
        let given = try await Given(.sqlite)
        let tasks = Set(Capabilities.all.tasks(try given.tools()).map(\.name))
        let part = try #require(
            try document("docs/architecture.md").firstMatch(of: /\| Task \|.*\n(?<rows>(?:\|.*\n)+)/))
        let rows = Set(part.output.rows.matches(of: /(?m)^\| `([\w.]+)` \|/).map { String($0.output.1) })
        #expect(tasks == rows)
    }

    /// The same for jobs.
    @Test func everyJobIsExplained() async throws {
        let given = try await Given(.sqlite)
        let jobs = Set(Capabilities.all.jobs(try given.tools()).keys).union(["mail.deliver"])
        let part = try #require(
            try document("docs/architecture.md").firstMatch(of: /\| Job \|.*\n(?<rows>(?:\|.*\n)+)/))
        let rows = Set(part.output.rows.matches(of: /(?m)^\| `([\w.]+)` \|/).map { String($0.output.1) })
        #expect(jobs == rows)
    }

    /// The table of limits in docs/security.md against every limit in the sources: number and time.
    @Test func everyRateLimitIsExplained() throws {
        let text = try document("docs/security.md")
        let table = try #require(text.firstMatch(of: /\| What \| Per \| Limit \|\n(?<rows>(?:\|.*\n)+)/)).output.rows
        var named = 0
        for file in try SourceFile.all(under: "Sources/Site") {
            for match in file.text.matches(of: /RateLimit\("([\w-]+)", limit: (\d+), per: \.(minutes|hours)\((\d+)\)/) {
                named += 1
                let (name, limit, amount) = (match.output.1, match.output.2, match.output.4)
                let unit =
                    match.output.3 == "hours" ? (amount == "1" ? "an hour" : "\(amount) hours") : "\(amount) minutes"
                let row = table.split(separator: "\n").first { $0.contains("`\(name)`") }
                #expect(row?.contains("\(limit) in \(unit)") == true, "\(name): \(limit) in \(unit)")
            }
        }
        #expect(named == table.split(separator: "\n").count - 1)
    }

    /// Paths that README and the documents name exist.
    @Test(arguments: [
        "README.md", "CONTRIBUTING.md", "STYLE.md", "docs/architecture.md", "docs/matching.md", "docs/states.md",
    ])
    func pathsExist(_ name: String) throws {
        for match in try document(name).matches(of: /(?:^|[\s`("])((?:Sources|Tests|Resources|bin|docs)\/[\w\/+.-]*\w)/)
        {
            let path = String(match.output.1)
            guard !path.contains("032") else { continue }
            #expect(FileManager.default.fileExists(atPath: Resources.repository + "/" + path), "\(name): \(path)")
        }
    }
}
