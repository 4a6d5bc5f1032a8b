import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The index follows the database: what is committed is found, what is gone is not, and another centre finds nothing of it.
@Suite struct FinderTests {
    @Test(arguments: TestEngine.available)
    func followsWhatHappens(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation("Het Haverveldje")
        let finder = try given.finder()
        #expect(!finder.isReady)
        try await finder.catchUp()
        #expect(finder.isReady && finder.size.documents == 0)
        func found(_ words: String, in centre: Centre? = nil) async throws -> Int {
            try await finder.catchUp()
            var search = VacancySearch()
            search.words = words
            return finder.search(search, in: centre ?? given.centre, page: Page(1), now: given.now).cards.total
        }
        let vacancy = try await given.vacancy("Geiten voeren", of: organisation)
        #expect(try await found("geit") == 1)
        #expect(try await found("geit", in: given.other) == 0)
        // By the name of its organisation, and at once by the new one.
        #expect(try await found("haverveldje") == 1)
        _ = try await given.write(by: given.administrator) { work in
            try SuspendOrganisation.run(organisation.id, reason: "Verhuisd.", in: work)
        }
        #expect(try await found("geit") == 0)
        _ = try await given.write(by: given.administrator) { work in
            try SuspendOrganisation.restore(organisation.id, in: work)
        }
        #expect(try await found("geit") == 1)
        try await given.archive(vacancy, by: organisation.member)
        #expect(try await found("geit") == 0 && finder.size.documents == 0)
    }

    /// More at once than the small parts of the index hold: it is read anew, and nothing is missing.
    @Test(arguments: TestEngine.available)
    func manyChangesAtOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let finder = try given.finder()
        try await finder.catchUp()
        let first = try await given.vacancy("Klus 0", of: organisation)
        for number in 1...20 { _ = try await given.vacancy("Klus \(number)", of: organisation) }
        try await given.database.write { tx in
            for _ in 0..<600 {
                try ChangeFeed.append(kind: "vacancy", record: first, centre: given.centre.id, now: given.now, tx)
            }
            try ChangeFeed.append(
                kind: "organisation", record: organisation.id, centre: given.centre.id, now: given.now, tx)
        }
        try await finder.catchUp()
        let found = finder.search(.init(), in: given.centre, page: Page(1, size: 50), now: given.now).cards
        #expect(found.total == 21 && Set(found.elements.map(\.title)).count == 21)
    }

    /// The index is made from columns of vacancies and their organisations: none of persons, needs or what the centre noted.
    @Test func nothingSensitiveCanEnter() throws {
        let folder = Resources.repository + "/Sources/Domain/VolunteerCentre/Finding"
        // Its own statements, and the tables and columns of a card that it shares with the lists.
        let queries = try String(
            contentsOfFile: Resources.repository + "/Sources/Domain/VolunteerCentre/Vacancies/VacancyQueries.swift",
            encoding: .utf8)
        let cards = queries.matches(of: /static let card(?:Tables|Columns): SQL = \"\"\"(?s:.*?)\"\"\"/).map {
            String($0.0)
        }
        #expect(cards.count == 2)
        let source =
            try String(contentsOfFile: folder + "/VacancyDocuments.swift", encoding: .utf8) + cards.joined()
        for word in [
            "volunteer ", "account", "application", "match", "comment", "audit", "mail", "phone", "email", "v.*", "o.*",
            "profile", "centre_role",
        ] {
            #expect(!source.lowercased().contains(word), "\(word) in VacancyDocuments.swift")
        }
        let tables = source.matches(of: /(?:from|join) ([a-z_]+)/).map { String($0.1) }
        #expect(Set(tables) == ["vacancy", "organisation", "upload", "department", "vacancy_tag"], "\(tables)")
        // What somebody needs is asked and used, and stands in no table, document or job.
        let document = try String(
            contentsOfFile: Resources.repository + "/Sources/Infrastructure/Search/SearchDocument.swift",
            encoding: .utf8)
        #expect(!document.contains("support") && !document.contains("need"))
        let wishes = try String(contentsOfFile: folder + "/Wishes.swift", encoding: .utf8)
        #expect(!wishes.contains("struct Wishes: Codable") && !wishes.contains("Wishes: Sendable, Equatable, Codable"))
    }

    /// Days, age, what is new, and what begins soon.
    @Test(arguments: TestEngine.available)
    func whenAndForWhom(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let today = given.centre.today(given.now)
        _ = try await given.vacancy("Maandag", of: organisation, at: given.now.subtracting(.days(30))) {
            $0.days = ["maandag"]
        }
        _ = try await given.vacancy("Volwassen", of: organisation) { $0.minimumAge = 18 }
        _ = try await given.vacancy("Later", of: organisation) { $0.beginsOn = today.adding(days: 90) }
        _ = try await given.vacancy("Straks", of: organisation) { $0.beginsOn = today.adding(days: 20) }
        let finder = try given.finder()
        try await finder.catchUp()
        func titles(_ change: (inout VacancyQuestion) -> Void) -> Set<String> {
            var question = VacancyQuestion()
            change(&question)
            let found = finder.search(question.search(around: nil), in: given.centre, page: Page(1), now: given.now)
            return Set(found.cards.elements.map(\.title))
        }
        #expect(titles { $0.chosen = [.day: ["maandag"]] } == ["Maandag"])
        #expect(titles { $0.age = 16 } == ["Maandag", "Later", "Straks"])
        #expect(titles { $0.age = 18 }.count == 4)
        #expect(titles { $0.isNew = true } == ["Volwassen", "Later", "Straks"])
        #expect(titles { $0.beginsSoon = true } == ["Maandag", "Volwassen", "Straks"])
        #expect(titles { ($0.age, $0.isNew, $0.beginsSoon) = (16, true, true) } == ["Straks"])
        let stored = try #require(try await given.find(ID(4)))
        #expect(stored.content.beginsOn == today.adding(days: 20))
        let kept = try #require(try await given.find(ID(1)))
        #expect(kept.content.days == ["maandag"])
    }

    @Test(arguments: TestEngine.available)
    func wordsAreOffered(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        for title in ["Wandelmaatje", "Wandelmaatje voor Piet", "Wandelaar"] {
            _ = try await given.vacancy(title, of: organisation)
        }
        let finder = try given.finder()
        try await finder.catchUp()
        func offered(_ typed: String) -> [String] { finder.words(beginningWith: typed, in: given.centre, count: 3) }
        #expect(offered("Wande").contains("wandelmaatje"))
        #expect(offered("graag  wandelm") == ["graag wandelmaatje"])
        #expect(offered("w").isEmpty && offered("").isEmpty && offered("zzzz").isEmpty)
        #expect(finder.words(beginningWith: "wande", in: given.other, count: 3).isEmpty)
    }
}
