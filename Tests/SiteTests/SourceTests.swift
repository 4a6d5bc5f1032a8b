import Foundation
import GivenCentre
import Testing

/// The order of the house, read from the sources (docs/architecture.md).
@Suite struct SourceTests {
    /// Statements stand in the domain: pages get rows, and the engines are known to the composition root alone.
    @Test func pagesWriteNoStatements() throws {
        for file in try SourceFile.all(under: "Sources") where file.path.hasPrefix("Sources/Site/") {
            #expect(!file.text.contains(/\btx(\.run|\.first|\.insert)?\(\s*"/), "\(file.path)")
        }
    }

    /// `bin/manifest` was run when a file came or went: `doctor` and `serve` look for what it names.
    @Test func theManifestNamesWhatIsThere() throws {
        let folder = Resources.folder
        let names = Set(
            try String(contentsOfFile: folder + "/manifest.txt", encoding: .utf8).split(separator: "\n").map(
                String.init))
        let manager = FileManager.default
        let files = try manager.subpathsOfDirectory(atPath: folder).filter { name in
            var isFolder: ObjCBool = false
            return manager.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
        }
        #expect(names == Set(files).subtracting(["manifest.txt"]))
    }

    @Test func filesAreShort() throws {
        let files = try SourceFile.all(under: "Sources") + SourceFile.all(under: "Tests")
        #expect(files.count > 150)
        for file in files { #expect(file.lines.count <= 400, "\(file.path): \(file.lines.count) lines") }
        let sources = files.filter { $0.path.hasPrefix("Sources") }
        #expect(sources.count { $0.lines.count <= 100 } * 2 > sources.count, "most files are under a hundred lines")
    }

    @Test func namesSayWhatThingsAre() throws {
        let vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Base", "Misc"]
        for file in try SourceFile.all(under: "Sources") + SourceFile.all(under: "Tests") {
            let types = file.text.matches(of: /\b(?:struct|class|enum|actor|protocol|typealias) (\w+)/).map {
                String($0.output.1)
            }
            for name in types + [String(file.name.dropLast(".swift".count))] {
                #expect(!vague.contains { name.hasSuffix($0) }, "\(name) in \(file.path)")
            }
        }
    }

    @Test func nothingIsLeftForLater() throws {
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
        for file in try SourceFile.all(under: "Sources") + SourceFile.all(under: "Tests") {
            for mark in marks { #expect(!file.text.contains(mark), "\(file.path): \(mark)") }
        }
    }

    /// Crashes and open doors need a written reason on the line or the one above.
    @Test func dangerHasAReason() throws {
        // With a letter of each in brackets, so that the pattern is not itself what it looks for.
        let danger =
            /\btry[!]|\bas[!]|\bfatal[E]rror\(|\bprecondition[F]ailure\(|\bunowned\([u]nsafe\)|nonisolated\([u]nsafe\)|@[u]nchecked|unsafe[B]itCast/
        for file in try SourceFile.all(under: "Sources") {
            for (number, line) in file.lines.enumerated() where line.contains(danger) && !line.contains("//") {
                let above = file.lines[max(0, number - 3)..<number]
                #expect(above.contains { $0.contains("//") } || line.contains("\""), "\(file.path):\(number + 1)")
            }
        }
    }

    /// What may become markup without being escaped is few and known.
    @Test func trustedMarkupIsRare() throws {
        let places = try SourceFile.all(under: "Sources").filter {
            $0.target != "HTML" && $0.target != "Bench" && $0.text.contains("trustedMarkup:")
        }
        // The style guide changes links and names in parts that the pages made.
        #expect(places.map(\.name).sorted() == ["StyleGuideSection.swift"])
    }

    /// Only `package` and `internal`: this is one package.
    @Test func nothingIsPublic() throws {
        for file in try SourceFile.all(under: "Sources") {
            #expect(!file.text.contains(/(?m)^\s*(public|open) (?!import)/), "\(file.path)")
        }
    }

    @Test func everyFeatureIsRunOnBothEngines() throws {
        // The plans of statements are asked of SQLite: PostgreSQL's follow the number of rows, and a test has few.
        let tests = try SourceFile.all(under: "Tests/VolunteerCentreTests").filter {
            $0.text.contains("Given(") && $0.name != "StatementPlanTests.swift"
        }
        #expect(!tests.isEmpty)
        for file in tests { #expect(file.text.contains("TestEngine.available"), "\(file.path)") }
    }
}
