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

/// One pass over the columns of a segment in order of place.
struct MatchScan {
    private let profile: Profile
    private let part: Snapshot.Part
    private let number: Int32

    init(_ profile: Profile, _ part: Snapshot.Part, _ number: Int) {
        self.profile = profile
        self.part = part
        self.number = Int32(number)
    }

    func run(_ best: inout BestHits) {
        let columns = part.segment.match
        let placeless = columns.placeless..<columns.documents.count
        if profile.needsAnywhere { return pass([placeless], &best) }
        guard let from = profile.from else { return pass([0..<columns.placeless, placeless], &best) }
        let chord = profile.kilometres.isFinite ? Spot.chord(kilometres: profile.kilometres).squareRoot() : .infinity
        var ranges: [Range<Int>] = []
        for (block, sphere) in columns.spheres.enumerated() {
            let (dx, dy, dz) = (sphere.x - from.x, sphere.y - from.y, sphere.z - from.z)
            let reach = chord + sphere.radius
            if dx * dx + dy * dy + dz * dz > reach * reach { continue }
            let start = block * MatchColumns.block
            let range = start..<min(start + MatchColumns.block, columns.placeless)
            if let last = ranges.last, last.upperBound == start {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        pass(ranges + [placeless], &best)
    }

    private func pass(_ ranges: [Range<Int>], _ kept: inout BestHits) {
        // Locals only within the loop: no reference is counted and nothing checked per row.
        var best = kept
        kept = BestHits(0)
        defer { kept = best }
        let (columns, rows, published) = (part.segment.match, part.segment.rows, part.segment.published)
        let (documents, low, high, slots) = (columns.documents, columns.low, columns.high, columns.slots)
        let (x, y, z) = (columns.x, columns.y, columns.z)
        let (profile, placeless) = (profile, columns.placeless)
        let criteria = profile.criteria.map { (wanted: $0.wanted, list: Bits($0.list), worth: $0) }
        let hasPlace = profile.from != nil
        let from = profile.from ?? Spot(latitude: 0, longitude: 0)
        let limit = profile.kilometres.isFinite ? Spot.chord(kilometres: profile.kilometres) : .infinity
        let (wantedSlots, needsSlot) = (profile.slots, profile.needsSlot)
        let (until, minimumAge) = (columns.until, columns.minimumAge)
        let (today, age, hasRemoved) = (profile.today, profile.age ?? .max, !part.removed.isEmpty)
        let perChord = Float(Spot.earth) * Float(profile.perKilometre)
        let excluded = profile.excluded
        let bounds = profile.limit.map { Bits($0.list) } ?? .none
        let allowed = profile.limit?.chosen ?? .none
        let never = needsSlot
        var near: [UInt32] = []
        var isOut = [UInt8](repeating: 0, count: MatchColumns.block)
        let gates = (x.span, y.span, z.span, slots.span, until.span)
        for range in ranges {
            let placed = hasPlace && range.lowerBound < placeless ? 1 : 0
            if near.count < range.count { near = [UInt32](repeating: 0, count: range.count) }
            // Most rows end here, and which ones cannot be foreseen: so no branch. A block is judged at once, with vectors,
            // and then the places that stay are written together.
            var count = 0
            for start in stride(from: range.lowerBound, to: range.upperBound, by: MatchColumns.block) {
                let rows = min(MatchColumns.block, range.upperBound - start)
                Self.judge(
                    start, rows, gates, from, placed != 0 ? limit : .infinity, never ? wantedSlots : nil, today,
                    into: &isOut)
                for row in 0..<rows {
                    near[count] = UInt32(truncatingIfNeeded: start &+ row)
                    count &+= Int(isOut[row] ^ 1)
                }
            }
            for index in 0..<count {
                let place = Int(near[index])
                let shared = slots[place] & wantedSlots
                let (dx, dy, dz) = (x[place] - from.x, y[place] - from.y, z[place] - from.z)
                let distance = dx * dx + dy * dy + dz * dz
                let (rowLow, rowHigh) = (low[place], high[place])
                if (rowLow & excluded.low) | (rowHigh & excluded.high) != 0 { continue }
                if (rowLow & bounds.low) | (rowHigh & bounds.high) != 0,
                    (rowLow & allowed.low) | (rowHigh & allowed.high) == 0
                {
                    continue
                }
                if minimumAge[place] > age { continue }
                let document = Int(documents[place])
                if hasRemoved, !part.holds(document) { continue }
                var score: Int32 = 0
                for (wanted, list, worth) in criteria {
                    let common = Bits.count(rowLow & wanted.low, rowHigh & wanted.high)
                    if common > 0 {
                        score &+= Int32(truncatingIfNeeded: min(common, worth.most)) &* worth.perShared
                    } else if (rowLow & list.low) | (rowHigh & list.high) == 0 {
                        score &+= worth.unknown
                    }
                }
                if wantedSlots != 0 {
                    score &+=
                        slots[place] == 0
                        ? profile.unknownSlots
                        : Int32(truncatingIfNeeded: min(shared.nonzeroBitCount, profile.mostSlots)) &* profile.perSlot
                }
                if placed != 0 {
                    score &-= Int32(distance.squareRoot() * perChord)
                } else if range.lowerBound >= placeless {
                    let flags = rows[document].flags
                    if flags & Segment.Row.anywhere != 0 {
                        score &+= hasPlace ? profile.atHome : 0
                    } else if profile.needsAnywhere {
                        continue
                    } else if hasPlace, flags & Segment.Row.placed != 0 {
                        let nearest = part.segment.chord(document, from: from)
                        if nearest > limit { continue }
                        score &-= Int32(nearest.squareRoot() * perChord)
                    }
                }
                if Float(score) < best.least { continue }
                best.offer(
                    .init(
                        score: Float(score), published: published[document], segment: number, document: UInt32(document)
                    ))
            }
        }
    }

    private typealias Gates = (Span<Float>, Span<Float>, Span<Float>, Span<UInt32>, Span<Int32>)

    /// Writes for each of `count` rows from `start` on whether it is too far away, at no possible time, or over.
    /// Unchecked, since the callers' ranges lie within the columns: with a check per element nothing is done in vectors.
    @inline(__always) private static func judge(
        _ start: Int, _ count: Int, _ gates: Gates, _ from: Spot, _ limit: Float, _ neededSlots: UInt32?,
        _ today: Int32,
        into isOut: inout [UInt8]
    ) {
        let (x, y, z, slots, until) = gates
        let (fromX, fromY, fromZ) = (from.x, from.y, from.z)
        let needed = neededSlots ?? .max
        let always: UInt32 = neededSlots == nil ? 1 : 0
        var out = isOut.mutableSpan
        for row in 0..<count {
            let place = start &+ row
            let dx = x[unchecked: place] - fromX
            let dy = y[unchecked: place] - fromY
            let dz = z[unchecked: place] - fromZ
            let isFar: UInt8 = dx * dx + dy * dy + dz * dz > limit ? 1 : 0
            let isNever: UInt8 = (slots[unchecked: place] & needed) | always == 0 ? 1 : 0
            let isOver: UInt8 = until[unchecked: place] < today ? 1 : 0
            out[unchecked: row] = isFar | isNever | isOver
        }
    }
}
