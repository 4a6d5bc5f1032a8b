/// One pass over the candidates of a segment: filters, counts every list as if it had no filter of its own, keeps what is found.
struct Scan {
    /// The documents in which the words are: all, the postings of one term where they are, or a list of their own.
    enum Candidates {
        case all
        case postings(Range<Int>, worth: Float)
        case listed(Matches)
    }

    private(set) var counts = [UInt32](repeating: 0, count: Bits.count)
    private(set) var areaCounts: [UInt32]
    private(set) var total = 0
    /// Per choice, and last for the place: how many fail that one only.
    private(set) var nearly: [Int]

    private let query: SearchQuery
    private let areas: [Bool]

    init(_ query: SearchQuery, areas count: Int) {
        self.query = query
        areaCounts = [UInt32](repeating: 0, count: count + 1)
        var areas = [Bool](repeating: false, count: count + 1)
        for area in query.areas where Int(area) < count { areas[Int(area)] = true }
        self.areas = areas
        nearly = [Int](repeating: 0, count: query.choices.count + 1)
    }

    /// - Returns: the places in the candidates of what was found, in their order.
    mutating func run(_ candidates: Candidates, in segment: Segment, without removed: [UInt64]) -> [UInt32] {
        switch candidates {
        case .all: run(0..<segment.count, [], segment, removed)
        case .postings(let range, _): run(range, segment.documents, segment, removed)
        case .listed(let matches): run(0..<matches.documents.count, matches.documents, segment, removed)
        }
    }

    /// - Parameter list: the documents at those places; empty when a place is the document itself.
    private mutating func run(_ range: Range<Int>, _ list: [UInt32], _ segment: Segment, _ removed: [UInt64])
        -> [UInt32]
    {
        // Everything the loop reads is a local: no reference is counted and no exclusivity checked per row.
        let rows = segment.rows
        let choices = query.choices.map { (low: $0.chosen.low, high: $0.chosen.high) }
        let lists = query.choices.map { Bits($0.list) }
        let choiceCount = choices.count
        let (areas, hasAreas) = (areas, !query.areas.isEmpty)
        let noArea = areas.count - 1
        let circle = query.circle.map { (spot: $0.centre, chord: Spot.chord(kilometres: $0.kilometres)) }
        let box = query.box
        let isPlaced = hasAreas || circle != nil || box != nil
        let (addsAnywhere, today) = (query.addsAnywhere, query.today)
        // One question first: most ask none of these.
        let (age, since, beginsBy) = (query.age ?? .max, query.since, query.beginsBy ?? .max)
        let (group, groups) = (query.group, query.groupAnswer.map { Bits([$0]) } ?? .none)
        let isLimited = query.age != nil || since > 0 || query.beginsBy != nil || group > 0
        let wishes = Wishes(query, segment)
        let (begins, published, groupSizes) = (segment.begins, segment.published, segment.groupSizes)
        let (innerAreas, elsewhere) = (segment.innerAreas, segment.elsewhere)
        let hasInner = !innerAreas.isEmpty
        let (hasRemoved, owner, owners) = (!removed.isEmpty, query.owner, segment.owners)
        var (counts, areaCounts, nearly) = (counts, areaCounts, nearly)
        (self.counts, self.areaCounts, self.nearly) = ([], [], [])
        var hits: [UInt32] = []

        for place in range {
            let document = list.isEmpty ? place : Int(list[place])
            let row = rows[document]
            if row.until < today { continue }
            if hasRemoved, removed[document >> 6] >> UInt64(document & 63) & 1 == 1 { continue }
            if isLimited,
                row.minimumAge > age || published[document] < since || begins[document] > beginsBy
                    || groupSizes[document] < group
                        && (groupSizes[document] > 0 || (row.low & groups.low) | (row.high & groups.high) == 0)
            {
                continue
            }
            if let owner, owners[document] != owner { continue }
            if let wishes, !wishes.allow(document, row) { continue }
            var (failed, failures, number) = (0, 0, 0)
            while number < choiceCount {
                let choice = choices[number]
                if (row.low & choice.low) | (row.high & choice.high) == 0 {
                    failures += 1
                    failed = number
                }
                number += 1
            }
            if failures > 1 { continue }
            let area = min(Int(row.area), noArea)
            let inner = hasInner ? min(Int(innerAreas[document]), noArea) : noArea
            let others = row.flags & Segment.Row.several == 0 ? [] : elsewhere[UInt32(document)] ?? []
            if failures == 0 {
                areaCounts[area] &+= 1
                areaCounts[inner] &+= 1
                for other in others { areaCounts[min(Int(other.area), noArea)] &+= 1 }
            }
            if isPlaced {
                var isHere =
                    hasAreas && (areas[area] || areas[inner]) || addsAnywhere && row.flags & Segment.Row.anywhere != 0
                if !isHere, hasAreas { isHere = others.contains { areas[min(Int($0.area), noArea)] } }
                if !isHere, let circle {
                    isHere = segment.chord(document, from: circle.spot) <= circle.chord
                }
                // Both: near somewhere, and on the map as it is shown.
                if let box, isHere || !hasAreas && circle == nil {
                    isHere =
                        row.flags & Segment.Row.anywhere != 0
                        ? addsAnywhere : segment.allSpots(document).contains(where: box.holds)
                }
                if !isHere {
                    if failures == 0 { nearly[choiceCount] &+= 1 }
                    continue
                }
            }
            var (low, high) = (row.low, row.high)
            if failures == 1 {
                low &= lists[failed].low
                high &= lists[failed].high
                nearly[failed] &+= 1
            } else {
                hits.append(UInt32(truncatingIfNeeded: place))
            }
            while low != 0 {
                counts[low.trailingZeroBitCount] &+= 1
                low &= low &- 1
            }
            while high != 0 {
                counts[64 + high.trailingZeroBitCount] &+= 1
                high &= high &- 1
            }
        }
        (self.counts, self.areaCounts, self.nearly) = (counts, areaCounts, nearly)
        total += hits.count
        return hits
    }
}

extension Scan {
    /// What is narrowed by words of the question: who does not say is not left out.
    private struct Wishes {
        let slots: UInt32
        let week: [UInt32]
        let lenient: [SearchQuery.Choice]
        let needsAnywhere: Bool
        let excluded: Bits
        let except: Set<Int64>
        let keys: [Int64]

        /// Nil when there are none, as mostly.
        init?(_ query: SearchQuery, _ segment: Segment) {
            guard
                query.slots != 0 || !query.lenient.isEmpty || query.needsAnywhere || query.excluded != .none
                    || !query.except.isEmpty
            else {
                return nil
            }
            (slots, week, lenient, needsAnywhere) = (query.slots, segment.slots, query.lenient, query.needsAnywhere)
            (excluded, except, keys) = (query.excluded, query.except, segment.keys)
        }

        func allow(_ document: Int, _ row: Segment.Row) -> Bool {
            if needsAnywhere, row.flags & Segment.Row.anywhere == 0 { return false }
            if slots != 0, week[document] != 0, week[document] & slots == 0 { return false }
            let bits = Bits(low: row.low, high: row.high)
            if bits.meets(excluded) || !except.isEmpty && except.contains(keys[document]) { return false }
            return lenient.allSatisfy { bits.meets($0.chosen) || !bits.meets(Bits($0.list)) }
        }
    }
}
