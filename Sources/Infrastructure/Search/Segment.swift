/// A part of the index that never changes: documents in order of publication, their columns, and the words they hold.
///
/// Safe arrays throughout; a loop over documents first copies the arrays it needs to locals, so that Swift neither checks
/// exclusivity nor counts references per row.
final class Segment: Sendable {
    struct Row: Sendable {
        var low: UInt64
        var high: UInt64
        var until: Int32
        var area: UInt16
        var minimumAge: UInt8
        var flags: UInt8

        static let anywhere: UInt8 = 0x80
        static let several: UInt8 = 0x40
        static let placed: UInt8 = 0x20
        static let completeness: UInt8 = 0x0f
    }

    let keys: [Int64]
    /// The documents in order of their keys, to find one.
    let byKey: [UInt32]
    let owners: [Int64]
    let published: [UInt32]
    let rows: [Row]
    let match: MatchColumns
    let begins: [Int32]
    let groupSizes: [UInt8]
    /// Empty when no document has one.
    let innerAreas: [UInt16]
    /// Parts of the week.
    let slots: [UInt32]
    let x: [Float]
    let y: [Float]
    let z: [Float]
    /// One more than the highest number of an area.
    let areas: Int
    /// The places of documents that have more than one.
    let elsewhere: [UInt32: [SearchDocument.Elsewhere]]
    let payloads: [UInt8]
    let payloadStarts: [UInt32]
    let vocabulary: Vocabulary
    /// Where the documents of each term begin, and one more for the end.
    let starts: [UInt32]
    let documents: [UInt32]
    /// What the term weighs in the document, in 110ths.
    let weights: [UInt8]

    static let weightUnit: Float = 110

    init(
        keys: [Int64], owners: [Int64], published: [UInt32], rows: [Row], slots: [UInt32], begins: [Int32],
        groupSizes: [UInt8], innerAreas: [UInt16],
        spots: (x: [Float], y: [Float], z: [Float]),
        elsewhere: [UInt32: [SearchDocument.Elsewhere]], payloads: [UInt8], payloadStarts: [UInt32],
        vocabulary: Vocabulary,
        starts: [UInt32], documents: [UInt32], weights: [UInt8]
    ) {
        self.keys = keys
        byKey = keys.indices.map(UInt32.init).sorted { keys[Int($0)] < keys[Int($1)] }
        self.owners = owners
        self.published = published
        self.rows = rows
        self.begins = begins
        self.slots = slots
        self.groupSizes = groupSizes
        let known = innerAreas.filter { $0 != SearchDocument.noArea }
        self.innerAreas = known.isEmpty ? [] : innerAreas
        let met = rows.map(\.area) + known + elsewhere.values.joined().map(\.area)
        areas = met.reduce(0) { $1 == SearchDocument.noArea ? $0 : max($0, Int($1) + 1) }
        match = MatchColumns(rows: rows, slots: slots, x: spots.x, y: spots.y, z: spots.z)
        (x, y, z) = spots
        self.elsewhere = elsewhere
        self.payloads = payloads
        self.payloadStarts = payloadStarts
        self.vocabulary = vocabulary
        self.starts = starts
        self.documents = documents
        self.weights = weights
    }

    var count: Int { keys.count }

    func document(of key: Int64) -> Int? {
        var (low, high) = (0, byKey.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[Int(byKey[middle])] < key { low = middle + 1 } else { high = middle }
        }
        guard low < byKey.count, keys[Int(byKey[low])] == key else { return nil }
        return Int(byKey[low])
    }

    func range(of term: Int) -> Range<Int> { Int(starts[term])..<Int(starts[term + 1]) }

    func frequency(of term: Int) -> Int { Int(starts[term + 1] - starts[term]) }

    func payload(of document: Int) -> ArraySlice<UInt8> {
        payloads[Int(payloadStarts[document])..<Int(payloadStarts[document + 1])]
    }

    /// The nearest place of a document to somewhere, as a chord; infinity without a place.
    @inline(__always) func chord(_ document: Int, from spot: Spot) -> Float {
        let flags = rows[document].flags
        guard flags & Row.placed != 0 else { return .infinity }
        var nearest = spot.chord(x[document], y[document], z[document])
        if flags & Row.several != 0 {
            for other in elsewhere[UInt32(document)] ?? [] {
                nearest = min(nearest, spot.chord(other.spot.x, other.spot.y, other.spot.z))
            }
        }
        return nearest
    }

    /// The places of a document that is to be done somewhere: those in the areas and the circle, when there are any.
    func spots(_ document: Int, in query: SearchQuery) -> [Spot] {
        let row = rows[document]
        guard row.flags & Row.placed != 0, row.flags & Row.anywhere == 0 else { return [] }
        let isAnywhere = query.areas.isEmpty && query.circle == nil
        func isAsked(_ spot: Spot, _ areas: [UInt16]) -> Bool {
            if let box = query.box, !box.holds(spot) { return false }
            return isAnywhere || areas.contains(where: query.areas.contains)
                || query.circle.map { spot.kilometres(to: $0.centre) <= $0.kilometres } ?? false
        }
        let first = Spot(x: x[document], y: y[document], z: z[document])
        let inner = innerAreas.isEmpty ? SearchDocument.noArea : innerAreas[document]
        let others = elsewhere[UInt32(document)] ?? []
        return (isAsked(first, [row.area, inner]) ? [first] : [])
            + others.filter { $0.spot != first && isAsked($0.spot, [$0.area]) }.map(\.spot)
    }

    /// All places of a document, asked for or not; none when nobody knows where it is.
    func allSpots(_ document: Int) -> [Spot] {
        guard rows[document].flags & Row.placed != 0 else { return [] }
        return [Spot(x: x[document], y: y[document], z: z[document])] + (elsewhere[UInt32(document)] ?? []).map(\.spot)
    }

    /// Bytes of memory, nearly.
    var bytes: Int {
        keys.count * 25 + innerAreas.count * 2 + published.count * 4 + rows.count * MemoryLayout<Row>.stride
            + match.bytes + x.count * 12
            + payloads.count
            + payloadStarts.count * 4 + vocabulary.bytes + starts.count * 4 + documents.count * 4 + weights.count
    }
}
