/// Makes a segment from documents that come in any order; in the segment the oldest is the first.
struct SegmentBuilder {
    private let ranking: Ranking
    private(set) var reader: TermReader
    private var keys: [Int64] = []
    private var owners: [Int64] = []
    private var published: [UInt32] = []
    private var rows: [Segment.Row] = []
    private var slots: [UInt32] = []
    private var begins: [Int32] = []
    private var groupSizes: [UInt8] = []
    private var innerAreas: [UInt16] = []
    private var x: [Float] = []
    private var y: [Float] = []
    private var z: [Float] = []
    private var elsewhere: [UInt32: [SearchDocument.Elsewhere]] = [:]
    private var payloads: [UInt8] = []
    private var payloadStarts: [UInt32] = [0]
    // The words of the documents one after another: the terms, how often in eighths, where each document begins.
    private var entryTerms: [UInt32] = []
    private var entryCounts: [UInt8] = []
    private var entryStarts: [Int] = [0]
    private var lengths: [Float] = []
    private var names: Set<Int> = []
    // Per term: the last document that had it and where.
    private var lastEntry: [Int] = []

    /// - Parameter reader: may have read other documents before; it knows their words already.
    init(reader: TermReader, ranking: Ranking) {
        self.reader = reader
        self.ranking = ranking
    }

    mutating func add(_ document: SearchDocument) {
        let number = UInt32(keys.count)
        keys.append(document.key)
        owners.append(document.owner)
        published.append(document.published)
        var flags = min(document.completeness, Segment.Row.completeness)
        if document.anywhere { flags |= Segment.Row.anywhere }
        let spot = document.spot ?? document.elsewhere.first?.spot
        if spot != nil { flags |= Segment.Row.placed }
        if !document.elsewhere.isEmpty {
            flags |= Segment.Row.several
            elsewhere[number] = Self.eachAreaOnce(document)
        }
        rows.append(
            Segment.Row(
                low: document.facets.low, high: document.facets.high, until: document.until, area: document.area,
                minimumAge: document.minimumAge, flags: flags))
        slots.append(document.slots)
        begins.append(document.begins)
        groupSizes.append(document.groupSize)
        innerAreas.append(document.innerArea)
        x.append(spot?.x ?? 0)
        y.append(spot?.y ?? 0)
        z.append(spot?.z ?? 0)
        payloads += document.payload
        payloadStarts.append(UInt32(payloads.count))
        let language = reader.language(of: document)
        names = reader.names(document.ownerName + "\n" + document.names, language)
        var length = 0
        add(document.title, language, ranking.title, &length)
        add(document.ownerName, language, ranking.owner, &length)
        add(document.text, language, ranking.text, &length)
        var aside = 0
        add(document.labels, language, ranking.labels, &aside)
        add(document.background, language, ranking.background, &aside)
        add(document.tags)
        entryStarts.append(entryTerms.count)
        lengths.append(Float(length) / 8)
    }

    /// Two places in one municipality are one vacancy there.
    private static func eachAreaOnce(_ document: SearchDocument) -> [SearchDocument.Elsewhere] {
        var met: Set = [document.area]
        return document.elsewhere.map { met.insert($0.area).inserted ? $0 : .init($0.spot) }
    }

    private mutating func add(_ tags: [Substring]) {
        for tag in tags {
            let term = Int(reader.number(ofTag: tag))
            while lastEntry.count <= term { lastEntry.append(-1) }
            guard lastEntry[term] < entryStarts[entryStarts.count - 1] else { continue }
            lastEntry[term] = entryTerms.count
            entryTerms.append(UInt32(term))
            entryCounts.append(UInt8(ranking.text))
        }
    }

    private mutating func add(_ text: String, _ language: TextLanguage, _ weight: Int, _ length: inout Int) {
        let start = entryStarts[entryStarts.count - 1]
        let part = weight * ranking.part / 8
        var (terms, counts, last) = (entryTerms, entryCounts, lastEntry)
        (entryTerms, entryCounts, lastEntry) = ([], [], [])
        var words = 0
        reader.read(text, language, names: names) { marked in
            let (term, isPart) = (Int(marked & ~TermReader.part), marked & TermReader.part != 0)
            let weight = isPart ? part : weight
            if !isPart { words += 1 }
            while last.count <= term { last.append(-1) }
            let entry = last[term]
            if entry >= start {
                counts[entry] = UInt8(min(255, Int(counts[entry]) + weight))
            } else {
                last[term] = terms.count
                terms.append(UInt32(term))
                counts.append(UInt8(min(255, weight)))
            }
        }
        (entryTerms, entryCounts, lastEntry) = (terms, counts, last)
        length += words * ranking.text
    }

    func build() -> Segment {
        // Terms in the order of their bytes, so that the beginning of a word is a range.
        let (terms, forms) = (reader.terms, reader.shownForms())
        var uses = [UInt32](repeating: 0, count: terms.count)
        for term in entryTerms { uses[Int(term)] += 1 }
        let order = terms.indices.filter { uses[$0] > 0 }
            .sorted { terms[$0].lexicographicallyPrecedes(terms[$1]) }
        var place = [UInt32](repeating: 0, count: terms.count)
        for (new, old) in order.enumerated() { place[old] = UInt32(new) }
        let vocabulary = Vocabulary(terms: order.map { (terms[$0], forms[$0]) })

        var starts = [UInt32](repeating: 0, count: order.count + 1)
        for (new, old) in order.enumerated() { starts[new + 1] = starts[new] + uses[old] }
        let (entries, entryCounts, entryStarts) = (entryTerms, entryCounts, entryStarts)
        var next = starts
        var documents = [UInt32](repeating: 0, count: entries.count)
        var weights = [UInt8](repeating: 0, count: entries.count)
        let average = max(1, lengths.reduce(0, +) / Float(max(1, lengths.count)))
        let byAge = keys.indices.sorted { (published[$0], keys[$0]) < (published[$1], keys[$1]) }
        for (document, added) in byAge.enumerated() {
            let influence = ranking.lengthInfluence
            let norm = ranking.saturation * (1 - influence + influence * lengths[added] / average)
            for entry in entryStarts[added]..<entryStarts[added + 1] {
                let term = Int(place[Int(entries[entry])])
                let count = Float(entryCounts[entry]) / 8
                let weight = count * (ranking.saturation + 1) / (count + norm)
                let target = Int(next[term])
                documents[target] = UInt32(document)
                weights[target] = UInt8(max(1, min(255, weight * Segment.weightUnit)))
                next[term] += 1
            }
        }
        func sorted<T>(_ column: [T]) -> [T] { byAge.map { column[$0] } }
        var (payloads, payloadStarts) = ([UInt8](), [UInt32(0)])
        payloads.reserveCapacity(self.payloads.count)
        for added in byAge {
            payloads += self.payloads[Int(self.payloadStarts[added])..<Int(self.payloadStarts[added + 1])]
            payloadStarts.append(UInt32(payloads.count))
        }
        var elsewhere: [UInt32: [SearchDocument.Elsewhere]] = [:]
        for (document, added) in byAge.enumerated() where !self.elsewhere.isEmpty {
            elsewhere[UInt32(document)] = self.elsewhere[UInt32(added)]
        }
        return Segment(
            keys: sorted(keys), owners: sorted(owners), published: sorted(published), rows: sorted(rows),
            slots: sorted(slots), begins: sorted(begins), groupSizes: sorted(groupSizes),
            innerAreas: sorted(innerAreas), spots: (sorted(x), sorted(y), sorted(z)),
            elsewhere: elsewhere, payloads: payloads, payloadStarts: payloadStarts, vocabulary: vocabulary,
            starts: starts, documents: documents, weights: weights)
    }
}
