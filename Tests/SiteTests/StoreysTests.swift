import Foundation
import GivenCentre
import Testing

/// Within the vacancy bank a folder stands on those below it, and there is no way round in a circle.
@Suite struct StoreysTests {
    /// From the ground up: each folder, and what it may use. An arrow that is not here needs a reason, not a line.
    private static let storeys: [(folder: String, uses: Set<String>)] = [
        ("Platform", []),
        ("Schema", []),
        ("Texts", ["Platform"]),
        ("Work", ["Platform", "Texts"]),
        ("Centres", ["Platform", "Texts", "Work"]),
        ("Neighbourhoods", ["Work"]),
        ("Accounts", ["Platform", "Texts", "Work"]),
        ("Organisations", ["Platform", "Work", "Texts", "Accounts"]),
        ("Volunteers", ["Platform", "Work", "Texts", "Accounts"]),
        ("Vacancies", ["Platform", "Work", "Texts", "Organisations"]),
        ("Coaching", ["Platform", "Vacancies"]),
        ("LogIn", ["Platform", "Work", "Accounts", "Volunteers"]),
        ("Applications", ["Platform", "Work", "Texts", "Accounts", "Organisations", "Volunteers", "Vacancies"]),
        ("Matches", ["Platform", "Work", "Texts", "Organisations", "Volunteers", "Vacancies", "Applications"]),
        (
            "Candidates",
            ["Platform", "Work", "Texts", "Organisations", "Volunteers", "Vacancies", "Applications"]
        ),
        ("Activity", ["Platform", "Vacancies", "Applications"]),
        ("Sharing", ["Platform", "Work", "Texts", "Vacancies"]),
        ("Finding", ["Platform", "Work", "Neighbourhoods", "Volunteers", "Vacancies", "Candidates"]),
        ("Keeping", ["Platform", "Work", "Texts", "Volunteers", "Vacancies", "Applications", "Finding"]),
        (
            "Answering",
            [
                "Platform", "Work", "Texts", "Accounts", "Organisations", "Volunteers", "Vacancies", "Applications",
                "Finding",
            ]
        ),
        (
            "Capability",
            [
                "Platform", "Schema", "Texts", "Work", "Accounts", "Organisations", "Volunteers", "Vacancies", "LogIn",
                "Applications",
                "Matches", "Candidates", "Finding", "Keeping", "Answering",
            ]
        ),
    ]

    private struct Arrow: Hashable {
        let from: String
        let to: String
    }

    // Words as programs have them: for people "Session.insert" is one word.
    private static var typeName: Regex<Substring> { /\b[A-Z]\w+\b/.wordBoundaryKind(.simple) }

    /// A file of the vacancy bank without comments, texts and typed numbers: a number names a record without knowing it.
    private struct Part {
        let folder: String
        let path: String
        let code: String

        init(_ file: SourceFile) {
            folder = String(file.path.split(separator: "/")[3])
            path = file.path
            code = file.text.replacing(/(?m)\/\/.*$/, with: "").replacing(/"(?:[^"\\]|\\.)*"/, with: "")
                .replacing(/\bID<\w+>/, with: "")
        }
    }

    private func parts() throws -> [Part] {
        try SourceFile.all(under: "Sources/Domain/VolunteerCentre").map(Part.init)
    }

    /// Types by the folder that declares them; nested ones are their owner's affair.
    private func arrows(_ parts: [Part]) -> [Arrow: Set<String>] {
        var homes: [String: Set<String>] = [:]
        for part in parts {
            for match in part.code.matches(
                of: /(?m)^(?:package |final |@\w+ )*(?:struct|enum|class|protocol|actor|typealias) (\w+)/)
            { homes[String(match.output.1), default: []].insert(part.folder) }
        }
        var found: [Arrow: Set<String>] = [:]
        for part in parts {
            let nested = Set(
                part.code.matches(of: /(?m)^ +(?:package )?(?:struct|enum|class|typealias) (\w+)/).map { $0.output.1 })
            for match in part.code.matches(of: Self.typeName) where !nested.contains(match.output) {
                guard let home = homes[String(match.output)], home.count == 1, let to = home.first, to != part.folder
                else { continue }
                found[Arrow(from: part.folder, to: to), default: []].insert("\(part.path): \(match.output)")
            }
        }
        return found
    }

    @Test func nothingUsesWhatStandsAbove() throws {
        let parts = try parts()
        #expect(Set(parts.map(\.folder)) == Set(Self.storeys.map(\.folder)))
        let allowed = Dictionary(uniqueKeysWithValues: Self.storeys.map { ($0.folder, $0.uses) })
        for (arrow, places) in arrows(parts) {
            #expect(
                allowed[arrow.from]?.contains(arrow.to) == true, "\(arrow.from) uses \(arrow.to): \(places.sorted())")
        }
    }

    /// The table itself goes down only, and says no more than is used.
    @Test func theTableGoesDown() throws {
        var below: Set<String> = []
        for (folder, uses) in Self.storeys {
            #expect(uses.isSubset(of: below), "\(folder) stands on \(uses.subtracting(below))")
            below.insert(folder)
        }
        let used = Set(arrows(try parts()).keys)
        for (folder, uses) in Self.storeys where folder != "Capability" {
            for other in uses {
                let isUsed = used.contains(Arrow(from: folder, to: other))
                #expect(isUsed, "\(folder) no longer uses \(other)")
            }
        }
    }

    /// Functions that a folder hangs on a type of another one are called from above it only, too.
    @Test func extensionsGoDownToo() throws {
        let parts = try parts()
        let order = Dictionary(uniqueKeysWithValues: Self.storeys.enumerated().map { ($1.folder, $0) })
        var homes: [String: Set<String>] = [:]
        for part in parts {
            for block in part.code.matches(of: /(?ms)^extension (?:MailDraft|UnitOfWork) \{.*?^\}/) {
                for match in block.output.matches(of: /(?m)^ {4}(?:package |static )*func (\w+)/) {
                    homes[String(match.output.1), default: []].insert(part.folder)
                }
            }
        }
        #expect(homes.count > 30)
        for part in parts {
            for match in part.code.matches(of: /\.(\w+)\(/) {
                guard let home = homes[String(match.output.1)], home.count == 1, let to = home.first else { continue }
                #expect(
                    order[to, default: .max] <= order[part.folder, default: -1], "\(part.path): \(match.output.1)")
            }
        }
    }
}

/// The areas of the site do not reach into each other: what two share is in the parts or in the kit.
@Suite struct AreasTests {
    private static let areas = ["PublicSite", "VolunteerArea", "OrganisationArea", "CentreArea", "StyleGuide"]

    @Test func areasStayApart() throws {
        let files = try SourceFile.all(under: "Sources/Site/Site")
        var homes: [String: String] = [:]
        func folder(_ file: SourceFile) -> String { String(file.path.split(separator: "/")[3]) }
        for file in files where Self.areas.contains(folder(file)) {
            for match in file.text.matches(of: /(?m)^(?:package |final )?(?:struct|enum|class|protocol) (\w+)/) {
                homes[String(match.output.1)] = folder(file)
            }
        }
        #expect(homes.count > 100)
        for file in files where file.path.split(separator: "/").count > 4 {
            let code = file.text.replacing(/(?m)\/\/.*$/, with: "").replacing(/\bID<\w+>/, with: "")
            for match in code.matches(of: /\b[A-Z]\w+\b/.wordBoundaryKind(.simple)) {
                guard let home = homes[String(match.output)], home != folder(file) else { continue }
                // A word of a text is none of a program.
                let quoted = code.contains("\"\(match.output)")
                #expect(quoted, "\(file.path) uses \(match.output) of \(home)")
            }
        }
    }
}

/// A state changes in one place, which writes its history, log and change row too.
@Suite struct StepTests {
    @Test func statesChangeByOneMechanism() throws {
        for file in try SourceFile.all(under: "Sources/Domain") where file.name != "Living.swift" {
            #expect(!file.text.contains(/\bset state =/), "\(file.path)")
            #expect(!file.text.contains("insert into state_change"), "\(file.path)")
        }
    }
}
