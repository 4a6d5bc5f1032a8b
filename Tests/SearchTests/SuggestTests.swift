import Search
import TestSupport
import Testing

/// Suggestions are what looking at every document one by one would give.
@Suite struct SuggestTests {
    @Test(arguments: [1, 2, 3, 4]) func theSameAsOneByOne(_ seed: UInt64) {
        var random = SeededRandom(seed)
        func bits(_ count: Int) -> Bits { Bits((0..<count).map { _ in Int.random(in: 0..<40, using: &random) }) }
        let documents = (0..<900).map { key -> SearchDocument in
            var document = SearchDocument(key: Int64(key))
            document.facets = bits(Int.random(in: 0..<4, using: &random))
            document.slots = Bool.random(using: &random) ? UInt32.random(in: 1..<64, using: &random) : 0
            document.minimumAge = Bool.random(using: &random) ? 18 : 0
            document.anywhere = Int.random(in: 0..<9, using: &random) == 0
            document.until = Int32.random(in: 0..<5, using: &random)
            document.published = UInt32(key)
            let spots = (0..<Int.random(in: 0..<3, using: &random)).map { _ in
                Spot(
                    latitude: .random(in: 51...53, using: &random), longitude: .random(in: 4...7, using: &random))
            }
            document.spot = spots.first
            document.elsewhere = spots.dropFirst().map { .init($0) }
            return document
        }
        let index = SearchIndex(analysis: .plain)
        index.load(documents)
        for _ in 0..<30 {
            var profile = Profile()
            profile.criteria = [
                .init(list: 0..<20, wanted: bits(3), first: 5000, further: 1000, most: 2, unknown: 2000),
                .init(list: 20..<30, wanted: bits(2), first: 3000, further: 9, most: 1, unknown: 1000),
                .init(list: 0..<Bits.count, wanted: bits(9), first: 200, further: 100, most: 4, unknown: 50),
            ]
            profile.excluded = Bits([Int.random(in: 0..<40, using: &random)])
            profile.limit = .init(list: 30..<33, chosen: Bits([30]))
            profile.age = Bool.random(using: &random) ? 16 : nil
            profile.today = 2
            (profile.slots, profile.perSlot, profile.mostSlots, profile.unknownSlots) = (0b1010, 700, 2, 300)
            profile.needsSlot = Int.random(in: 0..<4, using: &random) == 0
            profile.needsAnywhere = Int.random(in: 0..<6, using: &random) == 0
            if Bool.random(using: &random) {
                profile.from = Spot(latitude: 52, longitude: 5.5)
                profile.kilometres = .random(in: 5...120, using: &random)
                (profile.perKilometre, profile.atHome) = (40, -500)
            }
            let slow = documents.compactMap { document in score(document, profile).map { (document.key, $0) } }
                .sorted { ($0.1, $0.0) > ($1.1, $1.0) }.prefix(20)
            let fast = index.snapshot.suggest(profile)
            // Straight lines and arcs differ by a thousandth of a score here and there.
            #expect(fast.map(\.key) == slow.map(\.0))
            #expect(zip(fast.map(\.score), slow.map(\.1)).allSatisfy { abs($0 - $1) <= 2 })
        }
    }

    private func score(_ document: SearchDocument, _ profile: Profile) -> Int32? {
        let shared = document.slots & profile.slots
        let spots = [document.spot].compactMap { $0 } + document.elsewhere.map(\.spot)
        let nearest = profile.from.flatMap { from in spots.map { from.kilometres(to: $0) }.min() }
        guard document.until >= profile.today, document.minimumAge <= profile.age ?? .max,
            !document.facets.meets(profile.excluded), !profile.needsSlot || shared != 0,
            !profile.needsAnywhere || document.anywhere
        else { return nil }
        if let limit = profile.limit, document.facets.meets(Bits(limit.list)), !document.facets.meets(limit.chosen) {
            return nil
        }
        var score: Int32 = 0
        for criterion in profile.criteria {
            let common = (0..<Bits.count).filter { document.facets.contains($0) && criterion.wanted.contains($0) }.count
            if common > 0 {
                score += criterion.first + Int32(min(common, criterion.most) - 1) * criterion.further
            } else if !document.facets.meets(Bits(criterion.list)) {
                score += criterion.unknown
            }
        }
        score +=
            document.slots == 0
            ? profile.unknownSlots : Int32(min(shared.nonzeroBitCount, profile.mostSlots)) * profile.perSlot
        if profile.from == nil { return score }
        if document.anywhere { return score + profile.atHome }
        guard let nearest else { return score }
        if nearest > profile.kilometres { return nil }
        return score - Int32(nearest * Double(profile.perKilometre))
    }

    @Test func nobodyGetsTooMany() {
        let index = SearchIndex(analysis: .plain)
        index.load((0..<50).map { SearchDocument(key: $0) })
        var profile = Profile()
        for count in [-1, 0, 1, 20, 500] {
            profile.count = count
            #expect(index.snapshot.suggest(profile).count == min(max(0, count), 50))
        }
    }
}
