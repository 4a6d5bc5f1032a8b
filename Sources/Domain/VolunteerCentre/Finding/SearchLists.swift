package import Search

/// Which bit of the index stands for which answer: the lists of the taxonomy one after another, each within one row of 64.
package struct SearchLists: Sendable {
    package static let lists: [Taxonomy.List] = [
        .engagement, .interest, .activity, .daypart, .target, .support, .languageLevel, .day, .language,
    ]

    private var ranges: [Taxonomy.List: Range<Int>] = [:]
    private var bits: [Taxonomy.List: [String: Int]] = [:]

    package init(_ taxonomy: Taxonomy) {
        var next = 0
        for list in Self.lists {
            let entries = taxonomy.entries(list)
            // A list lies within one row.
            if next < 64, next + entries.count > 64 { next = 64 }
            precondition(next + entries.count <= Bits.count, "the index holds 128 answers")
            ranges[list] = next..<(next + entries.count)
            bits[list] = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.slug, next + $0) })
            next += entries.count
        }
    }

    package func range(_ list: Taxonomy.List) -> Range<Int> { ranges[list] ?? 0..<0 }

    /// Nil for a slug that the list no longer knows.
    package func bit(_ list: Taxonomy.List, _ slug: String) -> Int? { bits[list]?[slug] }

    package func bits(_ list: Taxonomy.List, _ slugs: some Sequence<String>) -> Bits {
        Bits(slugs.compactMap { bit(list, $0) })
    }

    /// Days and parts of the day as parts of one week, a bit each: who names only one of the two means all of the other.
    package func slots(days: [String], dayparts: [String]) -> UInt32 {
        if days.isEmpty, dayparts.isEmpty { return 0 }
        func places(_ list: Taxonomy.List, _ slugs: [String]) -> [Int] {
            let range = range(list)
            return slugs.isEmpty
                ? Array(0..<range.count) : slugs.compactMap { bit(list, $0).map { $0 - range.lowerBound } }
        }
        let parts = places(.daypart, dayparts)
        var week: UInt32 = 0
        for day in places(.day, days) { for part in parts { week |= 1 << UInt32(day * range(.daypart).count + part) } }
        return week
    }

    package func choice(_ list: Taxonomy.List, _ slugs: [String]) -> SearchQuery.Choice? {
        slugs.isEmpty ? nil : .init(list: range(list), chosen: bits(list, slugs))
    }
}
