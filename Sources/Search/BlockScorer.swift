/// Scores the rows of a block: without a branch per row, so that the compiler makes vectors of it, as long as most stay.
///
/// Unchecked within a block, since a check per element would leave nothing in vectors: whoever calls stays within the columns.
struct BlockScorer {
    /// A criterion whose list lies in one word: whether one, and whether a second answer is shared, needs no counting.
    private struct Worth {
        let isHigh: Bool
        let wanted: UInt64
        let list: UInt64
        let first: Float
        let further: Float
        let unknown: Float
    }

    private typealias Words = Span<UInt64>

    private let profile: Profile
    private let plain: [Worth]
    private let counted: [Profile.Criterion]
    private let from: Spot
    private let limit: Float
    private let perChord: Float

    init(_ profile: Profile) {
        self.profile = profile
        var (plain, counted) = ([Worth](), [Profile.Criterion]())
        for criterion in profile.criteria {
            let list = Bits(criterion.list)
            guard criterion.most <= 2, list.low == 0 || list.high == 0 else {
                counted.append(criterion)
                continue
            }
            let isHigh = list.low == 0
            plain.append(
                Worth(
                    isHigh: isHigh, wanted: isHigh ? criterion.wanted.high : criterion.wanted.low,
                    list: isHigh ? list.high : list.low, first: Float(criterion.first),
                    further: criterion.most == 2 ? Float(criterion.further) : 0, unknown: Float(criterion.unknown)))
        }
        (self.plain, self.counted) = (plain, counted)
        from = profile.from ?? Spot(latitude: 0, longitude: 0)
        limit = profile.kilometres.isFinite ? Spot.chord(kilometres: profile.kilometres) : .infinity
        perChord = Float(Spot.earth) * Float(profile.perKilometre)
    }

    /// Writes the score of each row, a whole number; minus infinity for one that is too far away, at no possible time, or over.
    func score(_ rows: Range<Int>, _ columns: MatchColumns, isPlaced: Bool, into scores: inout [Float]) {
        let (start, count) = (rows.lowerBound, rows.count)
        var scores = scores.mutableSpan
        let staying = judge(start, count, columns, isPlaced ? limit : .infinity, &scores)
        if staying == 0 { return }
        if staying * 3 < count {
            for row in 0..<count where scores[unchecked: row] == 0 {
                scores[unchecked: row] = one(start &+ row, columns, isPlaced: isPlaced)
            }
            return
        }
        for worth in plain { add(worth, start, count, worth.isHigh ? columns.high.span : columns.low.span, &scores) }
        for worth in counted { add(worth, start, count, columns.low.span, columns.high.span, &scores) }
        if profile.slots != 0 { addSlots(start, count, columns.slots.span, &scores) }
        if isPlaced, perChord != 0 { takeDistance(start, count, columns, &scores) }
    }

    /// - Returns: how many stay.
    private func judge(
        _ start: Int, _ count: Int, _ columns: MatchColumns, _ limit: Float, _ scores: inout MutableSpan<Float>
    ) -> Int {
        let (x, y, z) = (columns.x.span, columns.y.span, columns.z.span)
        let (slots, until) = (columns.slots.span, columns.until.span)
        let (fromX, fromY, fromZ, today) = (from.x, from.y, from.z, profile.today)
        let needed: UInt32 = profile.needsSlot ? profile.slots : .max
        let always: UInt32 = profile.needsSlot ? 0 : 1
        var out: Int32 = 0
        for row in 0..<count {
            let place = start &+ row
            let dx = x[unchecked: place] - fromX
            let dy = y[unchecked: place] - fromY
            let dz = z[unchecked: place] - fromZ
            let isFar: Int32 = dx * dx + dy * dy + dz * dz > limit ? 1 : 0
            let isNever: Int32 = (slots[unchecked: place] & needed) | always == 0 ? 1 : 0
            let isOver: Int32 = until[unchecked: place] < today ? 1 : 0
            let isOut = isFar | isNever | isOver
            scores[unchecked: row] = isOut == 0 ? 0 : -.infinity
            out &+= isOut
        }
        return count - Int(out)
    }

    private func add(
        _ worth: Worth, _ start: Int, _ count: Int, _ words: Words, _ scores: inout MutableSpan<Float>
    ) {
        let (wanted, list) = (worth.wanted, worth.list)
        let (first, further, unknown) = (worth.first, worth.further, worth.unknown)
        for row in 0..<count {
            let word = words[unchecked: start &+ row]
            let shared = word & wanted
            let a = shared != 0 ? first : 0
            let b = shared & (shared &- 1) != 0 ? further : 0
            let c = word & (list | wanted) == 0 ? unknown : 0
            scores[unchecked: row] += a + b + c
        }
    }

    private func add(
        _ worth: Profile.Criterion, _ start: Int, _ count: Int, _ low: Words, _ high: Words,
        _ scores: inout MutableSpan<Float>
    ) {
        let list = Bits(worth.list)
        for row in 0..<count {
            let (low, high) = (low[unchecked: start &+ row], high[unchecked: start &+ row])
            scores[unchecked: row] += Self.value(worth, list, low, high)
        }
    }

    @inline(__always) private static func value(
        _ worth: Profile.Criterion, _ list: Bits, _ low: UInt64, _ high: UInt64
    ) -> Float {
        let common = Bits.count(low & worth.wanted.low, high & worth.wanted.high)
        if common > 0 {
            return Float(worth.first &+ Int32(truncatingIfNeeded: min(common, worth.most) &- 1) &* worth.further)
        }
        return (low & list.low) | (high & list.high) == 0 ? Float(worth.unknown) : 0
    }

    private func addSlots(_ start: Int, _ count: Int, _ slots: Span<UInt32>, _ scores: inout MutableSpan<Float>) {
        for row in 0..<count { scores[unchecked: row] += value(slots[unchecked: start &+ row]) }
    }

    @inline(__always) private func value(_ slots: UInt32) -> Float {
        let shared = (slots & profile.slots).nonzeroBitCount
        return Float(
            slots == 0
                ? profile.unknownSlots : Int32(truncatingIfNeeded: min(shared, profile.mostSlots)) &* profile.perSlot)
    }

    private func takeDistance(
        _ start: Int, _ count: Int, _ columns: MatchColumns, _ scores: inout MutableSpan<Float>
    ) {
        let (x, y, z) = (columns.x.span, columns.y.span, columns.z.span)
        let (fromX, fromY, fromZ, perChord) = (from.x, from.y, from.z, perChord)
        for row in 0..<count {
            let place = start &+ row
            let dx = x[unchecked: place] - fromX
            let dy = y[unchecked: place] - fromY
            let dz = z[unchecked: place] - fromZ
            scores[unchecked: row] -= ((dx * dx + dy * dy + dz * dz).squareRoot() * perChord).rounded(.towardZero)
        }
    }

    /// The same for one row.
    private func one(_ place: Int, _ columns: MatchColumns, isPlaced: Bool) -> Float {
        let (low, high) = (columns.low[place], columns.high[place])
        var score: Float = 0
        for worth in plain {
            let word = worth.isHigh ? high : low
            let shared = word & worth.wanted
            if shared != 0 {
                score += shared & (shared &- 1) != 0 ? worth.first + worth.further : worth.first
            } else if word & worth.list == 0 {
                score += worth.unknown
            }
        }
        for worth in counted { score += Self.value(worth, Bits(worth.list), low, high) }
        if profile.slots != 0 { score += value(columns.slots[place]) }
        if isPlaced {
            let chord = from.chord(columns.x[place], columns.y[place], columns.z[place])
            score -= (chord.squareRoot() * perChord).rounded(.towardZero)
        }
        return score
    }
}
