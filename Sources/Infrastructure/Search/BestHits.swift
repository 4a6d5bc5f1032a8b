/// The best of many, with a bound: a heap whose first is the worst that is kept.
struct BestHits {
    struct Entry {
        var score: Float
        var published: UInt32
        var segment: Int32
        var document: UInt32

        /// Equal scores: the newest first, then by place, so that an order never changes by itself.
        static func isWorse(_ a: Entry, _ b: Entry) -> Bool {
            if a.score != b.score { return a.score < b.score }
            if a.published != b.published { return a.published < b.published }
            return (a.segment, a.document) < (b.segment, b.document)
        }
    }

    private var heap: [Entry] = []
    private let most: Int

    init(_ most: Int) { self.most = most }

    /// Below this nothing is kept any more.
    var least: Float { heap.count < most ? -.infinity : heap.first?.score ?? -.infinity }

    mutating func offer(_ entry: Entry) {
        if heap.count < most {
            heap.append(entry)
            var child = heap.count - 1
            while child > 0, Entry.isWorse(heap[child], heap[(child - 1) / 2]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if most > 0, Entry.isWorse(heap[0], entry) {
            heap[0] = entry
            var parent = 0
            while true {
                var worst = parent
                for child in [2 * parent + 1, 2 * parent + 2]
                where child < heap.count && Entry.isWorse(heap[child], heap[worst]) {
                    worst = child
                }
                if worst == parent { break }
                heap.swapAt(parent, worst)
                parent = worst
            }
        }
    }

    var bestFirst: [Entry] { heap.sorted { Entry.isWorse($1, $0) } }
}
