extension Snapshot {
    /// The best for somebody, best first. Gates come before any score; scores are whole numbers, so that every machine gives
    /// the same order.
    package func suggest(_ profile: Profile) -> [Suggestion] {
        var best = BestHits(max(0, profile.count))
        for (number, part) in parts.enumerated() {
            MatchScan(profile, part, number).run(&best)
        }
        return best.bestFirst.map { entry in
            let segment = parts[Int(entry.segment)].segment
            let document = Int(entry.document)
            let row = segment.rows[document]
            let chord = profile.from.map { segment.chord(document, from: $0) } ?? .infinity
            return Suggestion(
                key: segment.keys[document], score: Int32(entry.score), payload: segment.payload(of: document),
                facets: Bits(low: row.low, high: row.high),
                anywhere: row.flags & Segment.Row.anywhere != 0, minimumAge: row.minimumAge,
                kilometres: chord.isFinite ? Spot.kilometres(chord: chord) : nil)
        }
    }
}
