import Composition
import Foundation
import Localisation
import SQL
import SQLite
import Time
import VolunteerCentre

/// The product's own searches and suggestions on generated vacancies, in this process: words as people type them, with stems,
/// compounds, order by fit; then the same words mistyped.
struct OwnFigures {
    let server: Server
    let folder: String

    func print(_ count: Int) async throws {
        let path = "\(folder)/own-\(count).sqlite"
        try server.run(
            ["demo", "--vacancies", "\(count)", "--organisations", "\(max(1, count / 20))", "--centre", "borne"],
            "sqlite:" + path)
        let (data, taxonomy) = (Server.resources + "/Data", try Taxonomy(file: Server.resources + "/Data/taxonomy.csv"))
        let database = try SQLiteDatabase(path: path)
        let finder = Finder(
            database: database, taxonomy: taxonomy, places: try Places(file: data + "/places-nl-be.csv"),
            texts: try SearchTexts(folder: data, wordList: "/usr/share/dict/dutch"), now: { Instant.systemNow() })
        try await finder.catchUp()
        row(
            "\(count): index read from the database", String(format: "%.2f s", finder.size.seconds),
            "at most 4 s at 100,000")
        guard let centre = try await database.read({ tx in try CentreQueries.all(tx).first { $0.slug == "borne" } })
        else { throw BenchError("the demo has no centre") }
        let asked = try DemoSearches(folder: Server.resources + "/Demo", taxonomy: taxonomy).searches(600, seed: 7)
        measure("\(count): own searches, best", asked, finder, centre)
        measure("\(count): mistyped", asked.map(mistyped), finder, centre)
        let interests = taxonomy.entries(.interest).map(\.slug)
        let activities = taxonomy.entries(.activity).map(\.slug)
        let spot = finder.places.of("Borne").first
        var times = Times()
        for number in 0..<400 {
            var wishes = Wishes()
            wishes.interests = [interests[number % interests.count], interests[(number * 7 + 3) % interests.count]]
            wishes.activities = [activities[number % activities.count]]
            (wishes.place, wishes.kilometres) = (spot, [5, 10, 20][number % 3])
            times.measure { _ = finder.suggest(wishes, in: centre, now: Instant.systemNow(), count: 20) }
        }
        report("\(count): own 20 suggestions with reasons", times, "at most 1 ms")
        await database.close()
    }

    private func measure(_ what: String, _ searches: [VacancySearch], _ finder: Finder, _ centre: Centre) {
        let now = Instant.systemNow()
        var (times, found) = (Times(), 0)
        for round in 0..<3 {
            // The first one warms up.
            if round == 1 { times = Times() }
            for search in searches {
                found += times.measure { finder.search(search, in: centre, page: Page(1), now: now) }.cards.total
            }
        }
        report(what, times, String(format: "%.1f found", Double(found) / Double(3 * searches.count)))
    }

    /// Two letters of the longest word in the wrong order.
    private func mistyped(_ search: VacancySearch) -> VacancySearch {
        var words = search.words.split(separator: " ").map(String.init)
        guard let longest = words.indices.max(by: { words[$0].count < words[$1].count }), words[longest].count > 4
        else { return search }
        var letters = Array(words[longest])
        letters.swapAt(2, 3)
        words[longest] = String(letters)
        var search = search
        search.words = words.joined(separator: " ")
        return search
    }
}
