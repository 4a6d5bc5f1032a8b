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
        (limit, perChord) = (profile.farthest, profile.perChord)
    }

    /// Writes the score of each row, a whole number; minus infinity for one that is too far away, at no possible time, or over.
    /// - Parameter places: to note the rows that stay, as long as `scores`.
    func score(
        _ rows: Range<Int>, _ columns: MatchColumns, isPlaced: Bool, into scores: inout [Float],
        _ places: inout [UInt32]
    ) {
        let (start, count) = (rows.lowerBound, rows.count)
        var scores = scores.mutableSpan
        let staying = judge(start, count, columns, isPlaced ? limit : .infinity, &scores)
        if staying == 0 { return }
        // Few rows are scored one by one, where they are.
        let isSparse = staying * 3 < count
        if isSparse { note(count, scores.span, &places) }
        let near = places.span.extracting(first: isSparse ? staying : 0)
        let (low, high) = (columns.low.span, columns.high.span)
        for worth in plain { add(worth, start, count, near, worth.isHigh ? high : low, &scores) }
        for worth in counted { add(worth, start, count, near, low, high, &scores) }
        if profile.slots != 0 { addSlots(start, count, near, columns.slots.span, &scores) }
        if isPlaced, perChord != 0 { takeDistance(start, count, near, columns, &scores) }
    }

    /// Without a branch: which rows stay cannot be foreseen.
    private func note(_ count: Int, _ scores: Span<Float>, _ places: inout [UInt32]) {
        var places = places.mutableSpan
        var staying = 0
        for row in 0..<count {
            places[unchecked: staying] = UInt32(truncatingIfNeeded: row)
            staying &+= scores[unchecked: row] == 0 ? 1 : 0
        }
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
        _ worth: Worth, _ start: Int, _ count: Int, _ near: Span<UInt32>, _ words: Words,
        _ scores: inout MutableSpan<Float>
    ) {
        let (wanted, list) = (worth.wanted, worth.list)
        let (first, further, unknown) = (worth.first, worth.further, worth.unknown)
        @inline(__always) func value(_ word: UInt64) -> Float {
            let shared = word & wanted
            let a = shared != 0 ? first : 0
            let b = shared & (shared &- 1) != 0 ? further : 0
            let c = word & (list | wanted) == 0 ? unknown : 0
            return a + b + c
        }
        if near.isEmpty {
            for row in 0..<count { scores[unchecked: row] += value(words[unchecked: start &+ row]) }
        }
        for index in 0..<near.count {
            let row = Int(near[unchecked: index])
            scores[unchecked: row] += value(words[unchecked: start &+ row])
        }
    }

    private func add(
        _ worth: Profile.Criterion, _ start: Int, _ count: Int, _ near: Span<UInt32>, _ low: Words, _ high: Words,
        _ scores: inout MutableSpan<Float>
    ) {
        let (list, wanted) = (Bits(worth.list), worth.wanted)
        let (first, further, most, unknown) = (worth.first, worth.further, worth.most, worth.unknown)
        @inline(__always) func value(_ low: UInt64, _ high: UInt64) -> Float {
            let common = Bits.count(low & wanted.low, high & wanted.high)
            let known = first &+ Int32(truncatingIfNeeded: min(common, most) &- 1) &* further
            let none = (low & list.low) | (high & list.high) == 0 ? unknown : 0
            return Float(common > 0 ? known : none)
        }
        if near.isEmpty {
            for row in 0..<count {
                scores[unchecked: row] += value(low[unchecked: start &+ row], high[unchecked: start &+ row])
            }
        }
        for index in 0..<near.count {
            let row = Int(near[unchecked: index])
            scores[unchecked: row] += value(low[unchecked: start &+ row], high[unchecked: start &+ row])
        }
    }

    private func addSlots(
        _ start: Int, _ count: Int, _ near: Span<UInt32>, _ slots: Span<UInt32>, _ scores: inout MutableSpan<Float>
    ) {
        let (wanted, most) = (profile.slots, profile.mostSlots)
        let (each, unknown) = (profile.perSlot, profile.unknownSlots)
        @inline(__always) func value(_ slots: UInt32) -> Float {
            let shared = Int32(truncatingIfNeeded: min((slots & wanted).nonzeroBitCount, most)) &* each
            return Float(slots == 0 ? unknown : shared)
        }
        if near.isEmpty {
            for row in 0..<count { scores[unchecked: row] += value(slots[unchecked: start &+ row]) }
        }
        for index in 0..<near.count {
            let row = Int(near[unchecked: index])
            scores[unchecked: row] += value(slots[unchecked: start &+ row])
        }
    }

    private func takeDistance(
        _ start: Int, _ count: Int, _ near: Span<UInt32>, _ columns: MatchColumns, _ scores: inout MutableSpan<Float>
    ) {
        let (x, y, z) = (columns.x.span, columns.y.span, columns.z.span)
        let (fromX, fromY, fromZ, perChord) = (from.x, from.y, from.z, perChord)
        @inline(__always) func value(_ x: Float, _ y: Float, _ z: Float) -> Float {
            let (dx, dy, dz) = (x - fromX, y - fromY, z - fromZ)
            return ((dx * dx + dy * dy + dz * dz).squareRoot() * perChord).rounded(.towardZero)
        }
        if near.isEmpty {
            for place in start..<start &+ count {
                scores[unchecked: place &- start] -= value(
                    x[unchecked: place], y[unchecked: place], z[unchecked: place])
            }
        }
        for index in 0..<near.count {
            let row = Int(near[unchecked: index])
            let place = start &+ row
            scores[unchecked: row] -= value(x[unchecked: place], y[unchecked: place], z[unchecked: place])
        }
    }
}
