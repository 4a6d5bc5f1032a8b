import Composition
import Foundation
package import SQL
package import TestSupport
import Time
package import VolunteerCentre

/// The demo in a database and its index, with the names under which its vacancies were judged.
package struct JudgedDemo {
    package let centres: [Centre]
    package let keys: [ID<Centre>: [ID<Vacancy>: String]]
    private let finder: Finder
    private let now: Instant

    package init(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let database = try await engine.database(migrations: Capabilities.all.migrations)
        let now = given.now
        let load = try LoadDemo(
            folder: Resources.folder + "/Demo", mails: given.mails, passwordHash: "none")
        _ = try await database.write { tx in try load(now: now, tx) }
        let file = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: Resources.folder + "/Demo/vacancies.json")))
        var byTitle: [String: String] = [:]
        for row in file as? [[String: Any]] ?? [] {
            if let title = row["title"] as? String, let key = row["key"] as? String { byTitle[title] = key }
        }
        let titles = byTitle
        (centres, keys) = try await database.read { tx in
            let centres = try CentreQueries.all(tx)
            var keys: [ID<Centre>: [ID<Vacancy>: String]] = [:]
            for row in try tx("select id, centre_id, title from vacancy where state = 'published' order by id") {
                let title: String = try row["title"]
                keys[try row["centre_id"], default: [:]][try row["id"]] = titles[title] ?? "?"
            }
            return (centres, keys)
        }
        finder = try Resources.finder(database, now: now)
        self.now = now
        try await finder.catchUp()
    }

    package func find(_ words: String, in centre: Centre) -> FoundVacancies {
        var search = VacancySearch()
        search.words = words
        return finder.search(search, in: centre, page: Page(1), now: now)
    }

    package func search(_ words: String, in centre: Centre) -> [String] {
        find(words, in: centre).cards.elements.map { keys[centre.id]?[$0.id] ?? "?" }
    }

    package var places: Places { finder.places }

    package func suggest(_ wishes: Wishes, in centre: Centre) -> [(key: String, suggested: Suggested)] {
        finder.suggest(wishes, in: centre, now: now, count: 20).map { (keys[centre.id]?[$0.card.id] ?? "?", $0) }
    }

    package func fitting(_ wishes: Wishes, asked: Set<WishesQuestion>, in centre: Centre) -> Fitting {
        finder.fitting(wishes, asked: asked, mayNeedDutch: false, in: centre, now: now)
    }

    /// Discounted cumulative gain of the first ten.
    package static func gain(_ grades: [Int]) -> Double {
        grades.prefix(10).enumerated().reduce(0) { $0 + (pow(2, Double($1.element)) - 1) / log2(Double($1.offset) + 2) }
    }
}
