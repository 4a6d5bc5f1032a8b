/// The index at one moment. Who holds it goes on reading it, whatever is written meanwhile.
package struct Snapshot: Sendable {
    struct Part: Sendable {
        let segment: Segment
        /// A bit per document that is gone or stands elsewhere anew; empty when there is none.
        var removed: [UInt64] = []
        var removedCount = 0

        mutating func remove(_ document: Int) {
            if removed.isEmpty { removed = [UInt64](repeating: 0, count: (segment.count + 63) / 64) }
            if removed[document >> 6] >> UInt64(document & 63) & 1 == 0 { removedCount += 1 }
            removed[document >> 6] |= 1 << UInt64(document & 63)
        }

        func holds(_ document: Int) -> Bool {
            removed.isEmpty || removed[document >> 6] >> UInt64(document & 63) & 1 == 0
        }
    }

    var parts: [Part] = []
    let analysis: TextAnalysis
    let ranking = Ranking()
    private(set) var synonyms: Synonyms
    private(set) var kinship: Kinship

    package init(analysis: TextAnalysis, synonyms: Synonyms = .none, kinship: Kinship = .none) {
        self.analysis = analysis
        self.synonyms = synonyms
        self.kinship = kinship
    }

    /// The same, asked where other words mean the same, and others are kin; without kin of its own with those it has.
    package func meaning(_ synonyms: Synonyms, _ kinship: Kinship? = nil) -> Snapshot {
        var snapshot = self
        snapshot.synonyms = synonyms
        if let kinship { snapshot.kinship = kinship }
        return snapshot
    }

    /// What another index has, asked together with this one. No document may be in both.
    package mutating func add(_ other: Snapshot) { parts += other.parts }

    package var count: Int { parts.reduce(0) { $0 + $1.segment.count - $1.removedCount } }

    package var bytes: Int { parts.reduce(0) { $0 + $1.segment.bytes + $1.removed.count * 8 } }

    package func search(_ query: SearchQuery) -> SearchAnswer {
        var answer = SearchAnswer()
        let reader = QuestionReader(
            analysis: analysis, ranking: ranking, synonyms: synonyms, kinship: kinship,
            isLiteral: query.isLiteral, segments: parts.map(\.segment))
        let reading =
            query.words.isEmpty
            ? QuestionReader.Reading() : reader.read(query.words, query.language, asksBesides: query.asksBesides)
        answer.corrections = reading.corrections
        answer.asksEverything = reading.asksEverything
        (answer.unknown, answer.denied, answer.kin) = (reading.unknown, reading.denied, reading.kin)
        var candidates = parts.indices.map { part in
            self.candidates(reading.words.isEmpty ? [] : reading.words[part], part, needsAll: true)
        }
        let isAsked = reading.words.first.map { !$0.isEmpty } ?? false
        answer.isAsked = isAsked
        if isAsked, analysis.stems, reading.words[0].count > 1 {
            let all = candidates.reduce(0) { $0 + $1.count }
            if all < ranking.enough {
                candidates = parts.indices.map { self.candidates(reading.words[$0], $0, needsAll: false) }
                answer.isRelaxed = all == 0 && candidates.contains { $0.count > 0 }
            }
        }
        var scan = Scan(query, areas: parts.map(\.segment.areas).max() ?? 0)
        let hits = parts.indices.map {
            scan.run(candidates[$0], in: parts[$0].segment, without: parts[$0].removed)
        }
        answer.total = scan.total
        answer.counts = scan.counts
        answer.nearly = scan.nearly
        answer.areaCounts = Array(scan.areaCounts.dropLast())
        let last = parts.indices.map { part -> Set<UInt32> in
            guard !reading.denied.isEmpty, !reading.last[part].isEmpty else { return [] }
            return Set(parts[part].segment.matches(.any(reading.last[part])).documents)
        }
        let best = choose(hits, candidates, query, isAsked: isAsked, last: last)
        answer.hits = best.map { entry in
            let segment = parts[Int(entry.segment)].segment
            let document = Int(entry.document)
            let chord = query.circle.map { segment.chord(document, from: $0.centre) } ?? .infinity
            return .init(
                key: segment.keys[document], payload: segment.payload(of: document),
                published: segment.published[document],
                kilometres: chord.isFinite ? Spot.kilometres(chord: chord) : nil,
                spots: query.wantsSpots ? segment.spots(document, in: query) : [], score: entry.score)
        }
        return answer
    }

    private func candidates(_ words: [Meaning], _ part: Int, needsAll: Bool) -> Scan.Candidates {
        guard !words.isEmpty else { return .all }
        if words.count == 1, case .term(let term, let worth) = words[0] {
            return .postings(parts[part].segment.range(of: term), worth: worth)
        }
        if needsAll, words.contains(where: \.isNothing) { return .listed(Matches()) }
        return .listed(parts[part].segment.matches(needsAll ? .all(words) : .some(words)))
    }

    private func choose(
        _ hits: [[UInt32]], _ candidates: [Scan.Candidates], _ query: SearchQuery, isAsked: Bool,
        last: [Set<UInt32>]
    ) -> [BestHits.Entry] {
        let wanted = max(0, query.offset) + max(0, query.limit)
        var best = BestHits(min(wanted, hits.reduce(0) { $0 + $1.count }))
        let ranking = ranking
        for (part, hits) in hits.enumerated() {
            let segment = parts[part].segment
            let (rows, published) = (segment.rows, segment.published)
            func offer(_ place: UInt32, _ score: (Int, Int) -> Float) {
                let document = candidates[part].document(Int(place), in: segment)
                best.offer(
                    .init(
                        score: score(document, Int(place)), published: published[document], segment: Int32(part),
                        document: UInt32(document)))
            }
            switch (query.order, query.circle?.centre) {
            case (.distance, let from?):
                for place in hits { offer(place) { document, _ in -segment.chord(document, from: from) } }
            case (.fit, _) where isAsked || query.slots != 0 || !query.preferred.isEmpty || !last[part].isEmpty:
                let candidates = candidates[part]
                let last = last[part]
                let (now, slots, week, preferred) = (query.now, query.slots, segment.slots, query.preferred)
                for place in hits {
                    offer(place) { document, place in
                        let days = Float(now &- min(now, published[document])) / 86_400
                        let fresh = ranking.freshness * ranking.freshDays / (ranking.freshDays + days)
                        let complete = Float(rows[document].flags & Segment.Row.completeness) / 15
                        // What says that it is then comes before what does not say when.
                        var wished: Float = week[document] & slots == 0 ? 0 : ranking.wished
                        let row = rows[document]
                        if row.low & preferred.low | row.high & preferred.high != 0 { wished += ranking.wished }
                        // What says something that was denied stands below everything else.
                        let isLast = !last.isEmpty && last.contains(UInt32(document))
                        return (isLast ? -100 : 0) + (candidates.score(place, in: segment) + wished)
                            * (1 + fresh + ranking.completeness * complete)
                    }
                }
            default:
                // Documents stand in order of publication: the newest are the last.
                for place in hits.suffix(wanted) { offer(place) { _, _ in 0 } }
            }
        }
        return Array(best.bestFirst.dropFirst(max(0, query.offset)).prefix(max(0, query.limit)))
    }
}

extension Scan.Candidates {
    /// How many; all of a segment count as none, since nothing was asked.
    var count: Int {
        switch self {
        case .all: 0
        case .postings(let range, _): range.count
        case .listed(let matches): matches.documents.count
        }
    }

    @inline(__always) func document(_ place: Int, in segment: Segment) -> Int {
        switch self {
        case .all: place
        case .postings: Int(segment.documents[place])
        case .listed(let matches): Int(matches.documents[place])
        }
    }

    @inline(__always) func score(_ place: Int, in segment: Segment) -> Float {
        switch self {
        case .all: 0
        case .postings(_, let worth): Float(segment.weights[place]) * worth
        case .listed(let matches): matches.scores[place]
        }
    }
}
