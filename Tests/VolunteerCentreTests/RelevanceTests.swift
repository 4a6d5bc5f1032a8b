import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// How well people find what they mean, against judgements made before the ranking existed (Tests/Support/Relevance).
@Suite struct RelevanceTests {
    private struct Judged: Decodable {
        let query: String
        let grades: [String: Int]
    }

    /// Lower than this is worse than it was; raise it when the ranking gets better.
    private static let least = 0.88

    @Test(arguments: TestEngine.available)
    func peopleFindWhatTheyMean(_ engine: TestEngine) async throws {
        let folder = Resources.repository + "/Tests/Support/Relevance"
        let judged = try JSONDecoder().decode(
            [Judged].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/queries.json")))
        let demo = try await Demo(engine)
        var (gains, lines): ([Double], [String]) = ([], [])
        for row in judged {
            for centre in demo.centres {
                let ideal = row.grades.filter { demo.keys[centre.id]?.values.contains($0.key) ?? false }.values.sorted(
                    by: >)
                guard ideal.first ?? 0 >= 2 else { continue }
                let found = demo.search(row.query, in: centre)
                let gain = Self.gain(found.map { row.grades[$0] ?? 0 }) / Self.gain(ideal)
                gains.append(gain)
                lines.append(
                    String(
                        format: "%.2f  %@ (%@): %@", gain, row.query, centre.slug,
                        found.prefix(5).joined(separator: " ")))
            }
        }
        let mean = gains.reduce(0, +) / Double(gains.count)
        print(String(format: "NDCG@10 over %ld searches: %.3f", gains.count, mean))
        if ProcessInfo.processInfo.environment["SCHAKEL_TEST_RELEVANCE"] != nil {
            print(lines.sorted().joined(separator: "\n"))
        }
        #expect(gains.count >= 130)
        #expect(mean >= Self.least, "\(lines.sorted().prefix(20).joined(separator: "\n"))")
    }

    private static func gain(_ grades: [Int]) -> Double {
        grades.prefix(10).enumerated().reduce(0) { $0 + (pow(2, Double($1.element)) - 1) / log2(Double($1.offset) + 2) }
    }

    /// The demo in a database and its index.
    private struct Demo {
        let centres: [Centre]
        let keys: [ID<Centre>: [ID<Vacancy>: String]]
        private let finder: Finder
        private let now: Instant

        init(_ engine: TestEngine) async throws {
            let given = try await Given(engine)
            let database = try await engine.database(migrations: Schema.migrations)
            let now = given.now
            let load = try LoadDemo(
                folder: Resources.folder + "/Demo", mails: given.mails, random: given.random, passwordHash: "none")
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
            finder = try Resources.finder(database)
            self.now = now
            try await finder.catchUp()
        }

        func search(_ words: String, in centre: Centre) -> [String] {
            var search = VacancySearch()
            search.words = words
            return finder.search(search, in: centre, page: Page(1), now: now).cards.elements
                .map { keys[centre.id]?[$0.id] ?? "?" }
        }
    }
}
