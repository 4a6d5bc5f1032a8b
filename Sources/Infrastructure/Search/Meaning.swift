/// What the words of a question look for in one segment.
indirect enum Meaning {
    /// A term and what each of its weights is worth.
    case term(Int, Float)
    case any([Meaning])
    case all([Meaning])
    /// Any of them, each adding what it is worth.
    case sum([Meaning])
    /// Some of the words, more is better.
    case some([Meaning])
    case nothing

    /// The same, worth so much of it.
    func times(_ factor: Float) -> Meaning {
        switch self {
        case .term(let term, let worth): .term(term, worth * factor)
        case .any(let parts): .any(parts.map { $0.times(factor) })
        case .all(let parts): .all(parts.map { $0.times(factor) })
        case .sum(let parts): .sum(parts.map { $0.times(factor) })
        case .some(let parts): .some(parts.map { $0.times(factor) })
        case .nothing: .nothing
        }
    }
}

/// Documents and what the words weigh in them, in order of document.
struct Matches {
    var documents: [UInt32] = []
    var scores: [Float] = []

    mutating func append(_ document: UInt32, _ score: Float) {
        documents.append(document)
        scores.append(score)
    }
}

extension Segment {
    func matches(_ meaning: Meaning) -> Matches {
        switch meaning {
        case .nothing: return Matches()
        case .term(let term, let worth):
            let range = range(of: term)
            return Matches(documents: Array(documents[range]), scores: weights[range].map { Float($0) * worth })
        case .any(let parts):
            return parts.map { matches($0) }.sorted { $0.documents.count < $1.documents.count }
                .reduce(Matches()) { Self.union($0, $1) { max($0, $1) } }
        case .sum(let parts):
            return parts.map { matches($0) }.sorted { $0.documents.count < $1.documents.count }
                .reduce(Matches()) { Self.union($0, $1) { $0 + $1 } }
        case .some(let parts):
            // One word more is worth as much as all the words before it.
            return parts.map { matches($0) }.reduce(Matches()) { Self.union($0, $1) { ($0 + $1) * 2 } }
        case .all(let parts):
            let ordered = parts.sorted { size($0) < size($1) }
            guard let first = ordered.first else { return Matches() }
            return ordered.dropFirst().reduce(matches(first)) { found, part in
                if found.documents.isEmpty { return found }
                if case .term(let term, let worth) = part { return intersection(found, term, worth) }
                return Self.intersection(found, matches(part))
            }
        }
    }

    /// How many documents at most: to begin with the rarest.
    private func size(_ meaning: Meaning) -> Int {
        switch meaning {
        case .nothing: 0
        case .term(let term, _): frequency(of: term)
        case .any(let parts), .sum(let parts), .some(let parts): parts.reduce(0) { $0 + size($1) }
        case .all(let parts): parts.map { size($0) }.min() ?? 0
        }
    }

    /// How many documents at least, without joining anything.
    func least(_ meaning: Meaning) -> Int {
        switch meaning {
        case .nothing, .all: 0
        case .term(let term, _): frequency(of: term)
        case .any(let parts), .sum(let parts), .some(let parts): parts.map { least($0) }.max() ?? 0
        }
    }

    /// With the postings of a term where they are: steps that double until they are past the wanted document.
    private func intersection(_ found: Matches, _ term: Int, _ worth: Float) -> Matches {
        let (documents, weights, range) = (documents, weights, range(of: term))
        var both = Matches()
        var place = range.lowerBound
        let end = range.upperBound
        for (document, score) in zip(found.documents, found.scores) {
            var step = 1
            var low = place
            while low + step < end, documents[low + step] < document {
                low += step
                step *= 2
            }
            var high = min(low + step + 1, end)
            while low < high {
                let middle = (low + high) / 2
                if documents[middle] < document { low = middle + 1 } else { high = middle }
            }
            place = low
            if place == end { break }
            if documents[place] == document { both.append(document, score + Float(weights[place]) * worth) }
        }
        return both
    }

    private static func intersection(_ a: Matches, _ b: Matches) -> Matches {
        var both = Matches()
        var (i, j) = (0, 0)
        while i < a.documents.count, j < b.documents.count {
            let (left, right) = (a.documents[i], b.documents[j])
            if left == right { both.append(left, a.scores[i] + b.scores[j]) }
            if left <= right { i += 1 }
            if right <= left { j += 1 }
        }
        return both
    }

    private static func union(_ a: Matches, _ b: Matches, _ join: (Float, Float) -> Float) -> Matches {
        if a.documents.isEmpty { return b }
        var either = Matches()
        either.documents.reserveCapacity(a.documents.count + b.documents.count)
        either.scores.reserveCapacity(a.documents.count + b.documents.count)
        var (i, j) = (0, 0)
        while i < a.documents.count || j < b.documents.count {
            let left = i < a.documents.count ? a.documents[i] : .max
            let right = j < b.documents.count ? b.documents[j] : .max
            if left == right {
                either.append(left, join(a.scores[i], b.scores[j]))
            } else {
                either.append(min(left, right), left < right ? a.scores[i] : b.scores[j])
            }
            if left <= right { i += 1 }
            if right <= left { j += 1 }
        }
        return either
    }
}
