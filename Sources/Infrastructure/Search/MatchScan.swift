/// One pass over the columns of a segment in order of place, block by block. The nearest block comes first, so that blocks
/// that are too far away to beat what was found are passed over.
struct MatchScan {
    private let profile: Profile
    private let part: Snapshot.Part
    private let number: Int32
    private let scorer: BlockScorer
    private let perChord: Float

    init(_ profile: Profile, _ part: Snapshot.Part, _ number: Int) {
        self.profile = profile
        self.part = part
        self.number = Int32(number)
        scorer = BlockScorer(profile)
        perChord = profile.perChord
    }

    /// For one block at a time.
    private struct Room {
        var scores = [Float](repeating: 0, count: MatchColumns.block)
        var places = [UInt32](repeating: 0, count: MatchColumns.block)
    }

    func run(_ kept: inout BestHits) {
        let columns = part.segment.match
        // Held here alone while it grows.
        var best = kept
        kept = BestHits(0)
        defer { kept = best }
        var room = Room()
        if !profile.needsAnywhere { placed(columns, &room, &best) }
        every(columns.placeless..<columns.documents.count, columns, &room, &best)
    }

    private func placed(_ columns: MatchColumns, _ room: inout Room, _ best: inout BestHits) {
        let all = 0..<columns.placeless
        guard let from = profile.from, !columns.spheres.isEmpty else { return every(all, columns, &room, &best) }
        let reach = profile.farthest.squareRoot()
        let highest = profile.highest
        var (away, nearest) = ([Float](), 0)
        away.reserveCapacity(columns.spheres.count)
        for sphere in columns.spheres {
            let (dx, dy, dz) = (sphere.x - from.x, sphere.y - from.y, sphere.z - from.z)
            away.append(max(0, (dx * dx + dy * dy + dz * dz).squareRoot() - sphere.radius))
            if away[away.count - 1] < away[nearest] { nearest = away.count - 1 }
        }
        func look(_ block: Int) {
            // A whole score is lost to rounding at most.
            if away[block] > reach || highest - away[block] * perChord + 1 < best.least { return }
            let start = block * MatchColumns.block
            one(start..<min(start + MatchColumns.block, all.upperBound), columns, isPlaced: true, &room, &best)
        }
        // Neighbours on the globe mostly stand together: so from the nearest to both sides.
        for block in nearest..<away.count { look(block) }
        for block in (0..<nearest).reversed() { look(block) }
    }

    private func every(
        _ range: Range<Int>, _ columns: MatchColumns, _ room: inout Room, _ best: inout BestHits
    ) {
        for start in stride(from: range.lowerBound, to: range.upperBound, by: MatchColumns.block) {
            let rows = start..<min(start + MatchColumns.block, range.upperBound)
            one(rows, columns, isPlaced: false, &room, &best)
        }
    }

    /// Scores a block, then looks closely at the few that may be kept.
    private func one(
        _ rows: Range<Int>, _ columns: MatchColumns, isPlaced: Bool, _ room: inout Room, _ best: inout BestHits
    ) {
        scorer.score(rows, columns, isPlaced: isPlaced, into: &room.scores, &room.places)
        // At home may count for it, and only here.
        let extra = isPlaced ? 0 : Float(max(0, profile.atHome))
        var least = max(best.least - extra, -.greatestFiniteMagnitude)
        for row in 0..<rows.count where room.scores[row] >= least {
            let place = rows.lowerBound + row
            guard passes(place, columns),
                let score = isPlaced ? room.scores[row] : settled(place, columns, room.scores[row])
            else { continue }
            let document = columns.documents[place]
            best.offer(
                .init(
                    score: score, published: part.segment.published[Int(document)], segment: number,
                    document: document))
            least = max(best.least - extra, -.greatestFiniteMagnitude)
        }
    }

    /// The gates that hardly ever close.
    private func passes(_ place: Int, _ columns: MatchColumns) -> Bool {
        let row = Bits(low: columns.low[place], high: columns.high[place])
        if row.meets(profile.excluded) { return false }
        if let limit = profile.limit, row.meets(Bits(limit.list)), !row.meets(limit.chosen) { return false }
        return columns.minimumAge[place] <= profile.age ?? .max && part.holds(Int(columns.documents[place]))
    }

    /// The score of what has no place of its own: at home, at several places, or unknown where. Nil when it is too far.
    private func settled(_ place: Int, _ columns: MatchColumns, _ score: Float) -> Float? {
        let document = Int(columns.documents[place])
        let flags = part.segment.rows[document].flags
        if flags & Segment.Row.anywhere != 0 { return score + (profile.from == nil ? 0 : Float(profile.atHome)) }
        if profile.needsAnywhere { return nil }
        guard let from = profile.from, flags & Segment.Row.placed != 0 else { return score }
        let chord = part.segment.chord(document, from: from)
        return chord > profile.farthest ? nil : score - (chord.squareRoot() * perChord).rounded(.towardZero)
    }
}
