import Composition
import Foundation
import GivenCentre
import Jobs
import Localisation
import SQL
import SiteKit
import TestSupport
import Testing
import Time
import VolunteerCentre

@testable import Site

/// What stands in the log reaches people in words, and can be searched by them.
@Suite struct ActTests {
    @Test func everyActHasWordsAndEveryWordsAnAct() async throws {
        let given = try await Given(.sqlite)
        let tools = try given.tools()
        let acts = Set(Capabilities.all.acts.keys)
        let others = Set(Capabilities.all.jobs(tools).keys).union(Capabilities.all.tasks(tools).map(\.name))
        let subjects = Set(acts.map { $0.prefix { $0 != "." } })
        var written: Set<String> = []
        for file in try SourceFile.all(under: "Sources/Domain")
        where !file.name.hasSuffix("+Acts.swift") && !file.name.hasSuffix("Capability.swift") {
            for match in file.text.matches(of: /"(([a-z_]+)\.[a-z_.]+)"/) where subjects.contains(match.output.2) {
                written.insert(String(match.output.1))
            }
        }
        written.formUnion(
            states(Vacancy.self) + states(Application.self) + states(Match.self) + states(Invitation.self)
                + states(PoolInvitation.self) + states(Organisation.self))
        written.subtract(others)
        #expect(written.subtracting(acts).sorted() == [], "in the log without words")
        #expect(acts.subtracting(written).sorted() == [], "words of nothing in the log")
        let catalogues = try Resources.catalogues()
        for id in Capabilities.all.acts.values {
            #expect(catalogues.localiser(.nl).dynamic(id.description) != id.description, "\(id) is not Dutch")
        }
    }

    /// A page that writes goes by a use case, which asks its policy.
    @Test func pagesWriteNothingInTheLog() throws {
        let sources = try SourceFile.all(under: "Sources/Site") + SourceFile.all(under: "Sources/Server")
        #expect(sources.count > 100)
        for file in sources { #expect(!file.text.contains("Audit.record("), "\(file.path)") }
    }

    private func states<Record: Living>(_: Record.Type) -> [String] where Record.State: CaseIterable {
        Record.State.allCases.map { "\(Record.table).\($0.rawValue)" }
    }

    @Test(arguments: TestEngine.available)
    func theLogIsReadAndSearchedInWords(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        _ = try await given.vacancy(of: try await given.organisation())
        try await given.write(by: given.administrator) { work in
            try Audit.record("of.another.program", on: "vacancy", 1, in: work)
        }
        let all = try await client.get("/centrum/logboek", as: given.administrator).text
        #expect(all.contains("Een vacature op de website gezet") && all.contains("Een organisatie goedgekeurd"))
        #expect(all.contains("Iets anders"))
        for act in Capabilities.all.acts.keys { #expect(!all.contains(act), "\(act)") }
        let some = try await client.get("/centrum/logboek?q=wébsite", as: given.administrator).text
        #expect(some.contains("Een vacature op de website gezet") && !some.contains("Een organisatie goedgekeurd"))
        let none = try await client.get("/centrum/logboek?q=stopgezet", as: given.administrator).text
        #expect(!none.contains("Een vacature op de website gezet"))
    }

    /// The subjects with words are those that the program writes.
    @Test func everySubjectHasWords() throws {
        var written: Set<String> = [
            Vacancy.table, Application.table, Match.table, Invitation.table, PoolInvitation.table, Organisation.table,
        ]
        for file in try SourceFile.all(under: "Sources/Domain") {
            for match in file.text.matches(of: /Audit\.record\(\s*[^)]*?on: "([a-z_]+)"/) {
                written.insert(String(match.output.1))
            }
        }
        #expect(written.count > 12 && written.subtracting(Visit.subjects).sorted() == [])
    }

    @Test(arguments: TestEngine.available)
    func theLogIsFoundByWhatItsReaderSees(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation("De Zonnebloem")
        _ = try await given.vacancy("Éclairs bakken", of: organisation)
        let noelle = try await given.colleague("n@x.example", "Noëlle", of: organisation)
        _ = try await given.queuedVacancy("Taart", of: .init(id: organisation.id, member: noelle, email: ""))
        try await given.write(by: .system(centre: given.centre)) { work in
            try Audit.record("vacancy.offline", on: "vacancy", 987_654, in: work)
        }
        func rows(_ words: String) async throws -> String {
            let words = words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let page = try await client.get("/centrum/logboek?q=\(words)", as: given.administrator).text
            return page.firstMatch(of: /<tbody>[\s\S]*<\/tbody>/).map { String($0.0) } ?? ""
        }
        for (words, held) in [
            ("noelle", "Noëlle"), ("NOËLLE", "Noëlle"), ("noe\u{308}lle", "Noëlle"), ("zonnebloem", "De Zonnebloem"),
            ("eclairs", "Éclairs bakken"), ("noelle ingestuurd", "Taart"), ("automatisch", "987654"),
            ("987654", "Vacature"),
            ("foto", ""), ("organisatie", "De Zonnebloem"), ("%", ""), ("_", ""), ("\\", ""), ("vacancy", ""),
            ("O'Neill", ""),
        ] {
            let found = try await rows(words)
            #expect(held.isEmpty ? found.isEmpty : found.contains(held), "\(words): \(found.prefix(300))")
        }
        #expect(try await !rows("noelle").contains("Automatisch"))
    }

    @Test(arguments: TestEngine.available)
    func aPageThatIsGoneIsTheLastThatIs(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        for number in 1...23 { _ = try await given.vacancy("Taak \(number)", of: organisation) }
        let lists: [(String, Actor?)] = [
            ("/vacatures", nil), ("/beheer/vacatures", organisation.member),
            ("/centrum/vacatures", given.administrator),
            ("/centrum/logboek", given.administrator), ("/centrum/activiteit", given.administrator),
        ]
        for (path, actor) in lists {
            for number in ["2", "3", "99", "999999999999", "-1", "x"] {
                let page = try await client.get("\(path)?pagina=\(number)", as: actor).text
                #expect(
                    !page.contains("Deze keer niets gevonden") && page.contains("class=\"pager\""), "\(path) \(number)")
                #expect(page.matches(of: /aria-current="page"[^>]*><span class="visually-hidden">/).count == 1)
            }
        }
    }
}
