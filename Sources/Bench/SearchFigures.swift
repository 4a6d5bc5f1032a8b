import Foundation
import Search

/// The index alone on the made-up set: mean and slowest per search, built in how long, held in how much memory.
struct SearchFigures {
    let data: KitData
    private let rounds = 5
    /// As many volunteers are looked after in one night.
    private static let night = 10_000

    func print(_ count: Int) throws {
        let documents = try data.documents(count)
        let index = SearchIndex(analysis: .plain)
        let begin = ContinuousClock.now
        index.load(documents)
        row("\(count): built", String(format: "%.2f s", (ContinuousClock.now - begin) / .seconds(1)), "")
        row("\(count): index", String(format: "%.0f MiB", Double(index.snapshot.bytes) / 1_048_576), "")
        let queries = try data.queries()
        let snapshot = index.snapshot
        measure("\(count): words + 2 filters + counts, newest", queries.map(newest), snapshot)
        measure("\(count): words + 2 filters + counts, best", queries.map { best(newest($0)) }, snapshot)
        measure("\(count): words + radius, nearest", queries.map(nearest), snapshot)
        let changed = try data.documents(count).prefix(400)
        var times = Times()
        for document in changed { times.measure { _ = index.change([document]) } }
        row("\(count): one changed", String(format: "%.3f ms", times.mean), "")
    }

    /// The 20 best for each of 200 profiles, by the score of the set: 8 per shared interest, 2 per shared part of the week, less
    /// a fifth per kilometre; within the radius, with a shared part of the week, not expired.
    func printSuggestions(_ count: Int) {
        let made = ScanData(count, profiles: Self.night)
        let index = SearchIndex(analysis: .plain)
        index.load(made.documents)
        let (snapshot, profiles) = (index.snapshot, made.profiles.prefix(200))
        var (times, sum) = (Times(), 0)
        for _ in 0..<rounds {
            for profile in profiles {
                sum += times.measure { snapshot.suggest(profile) }.reduce(0) { $0 + Int($1.score) }
            }
        }
        row(
            "\(count): 20 suggestions", String(format: "%.4f ms", times.percentile(50)),
            String(
                format: "mean %.4f, p99 %.4f; sum of scores %ld", times.mean, times.percentile(99),
                sum / rounds / 1000))
        let begin = ContinuousClock.now
        for profile in made.profiles { _ = snapshot.suggest(profile) }
        row(
            "\(count): 20 for each of \(Self.night)",
            String(format: "%.2f s", (ContinuousClock.now - begin) / .seconds(1)), "at most 3 s at 100,000, one core")
    }

    private func newest(_ query: KitData.Query) -> SearchQuery {
        var wanted = SearchQuery()
        wanted.words = query.text
        wanted.choices = [
            .init(list: KitData.categories, chosen: Bits([query.category])),
            .init(list: KitData.engagements, chosen: Bits([16 + query.engagement])),
        ]
        wanted.today = 1
        wanted.order = .newest
        return wanted
    }

    private func best(_ query: SearchQuery) -> SearchQuery {
        var query = query
        query.order = .fit
        return query
    }

    private func nearest(_ query: KitData.Query) -> SearchQuery {
        var wanted = SearchQuery()
        wanted.words = query.text
        wanted.circle = .init(centre: query.spot, kilometres: query.kilometres)
        wanted.today = 1
        wanted.order = .distance
        return wanted
    }

    private func measure(_ what: String, _ queries: [SearchQuery], _ snapshot: Snapshot) {
        for query in queries.prefix(60) { _ = snapshot.search(query) }
        var means: [Double] = []
        var (times, hits) = (Times(), 0)
        for _ in 0..<rounds {
            (times, hits) = (Times(), 0)
            for query in queries { hits += times.measure { snapshot.search(query) }.total }
            means.append(times.mean)
        }
        row(
            what, String(format: "%.4f ms", means.sorted()[rounds / 2]),
            String(
                format: "p50 %.4f, p99 %.4f, %.1f found", times.percentile(50), times.percentile(99),
                Double(hits) / Double(queries.count)))
    }
}
