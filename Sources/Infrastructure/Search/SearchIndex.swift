import Synchronization

/// The index of one centre: readers take a snapshot, one writer at a time makes the next.
///
/// Three parts: a base that holds nearly everything, what changed since, and the newest changes. A change rebuilds the last
/// one only. When too much has changed the writer says so and the base is made anew from the database, while people search.
package final class SearchIndex: Sendable {
    /// The newest changes, and all changes since the base: so many documents before the part is made anew.
    private static let newest = 16
    private static let since = 256

    private struct State {
        var snapshot: Snapshot
        var reader: TermReader
        var changed: [Int64: SearchDocument] = [:]
        var newest: [Int64: SearchDocument] = [:]
    }

    // A reader holds this lock for as long as a copy of a few references takes; a writer works outside of it.
    private let published: Mutex<Snapshot>
    private let writer: Mutex<State>

    package init(analysis: TextAnalysis, synonyms: Synonyms = .none, kinship: Kinship = .none) {
        let snapshot = Snapshot(analysis: analysis, synonyms: synonyms, kinship: kinship)
        published = Mutex(snapshot)
        writer = Mutex(State(snapshot: snapshot, reader: TermReader(analysis)))
    }

    package var snapshot: Snapshot { published.withLock { $0 } }

    /// Everything anew. - Parameter documents: in any order.
    package func load(_ documents: [SearchDocument]) {
        load { add in for document in documents { add(document) } }
    }

    /// Everything anew, one document after another in any order: nobody needs to hold them all.
    package func load<Failure: Error>(_ feed: ((SearchDocument) -> Void) throws(Failure) -> Void) throws(Failure) {
        try writer.withLock { state throws(Failure) in
            let segment = try Conveyor.build(state.snapshot.analysis, state.snapshot.ranking, feed)
            state.snapshot.parts = [Snapshot.Part(segment: segment)]
            state.reader = TermReader(state.snapshot.analysis)
            (state.changed, state.newest) = ([:], [:])
            publish(state)
        }
    }

    /// Puts documents in place of what has their key, and takes away what is gone.
    /// - Returns: false when so much has changed that the base should be loaded again; the change itself is done.
    @discardableResult package func change(_ documents: [SearchDocument], removing keys: [Int64] = []) -> Bool {
        writer.withLock { state in
            for key in documents.map(\.key) + keys {
                state.changed[key] = nil
                state.newest[key] = nil
                for part in state.snapshot.parts.indices {
                    if let document = state.snapshot.parts[part].segment.document(of: key) {
                        state.snapshot.parts[part].remove(document)
                    }
                }
            }
            for document in documents { state.newest[document.key] = document }
            let base = state.snapshot.parts.first ?? part(of: [:], &state)
            var parts = [base]
            if state.newest.count > Self.newest {
                state.changed.merge(state.newest) { $1 }
                state.newest = [:]
                parts.append(part(of: state.changed, &state))
            } else if state.snapshot.parts.count > 1, !state.changed.isEmpty {
                parts.append(state.snapshot.parts[1])
            }
            if !state.newest.isEmpty { parts.append(part(of: state.newest, &state)) }
            state.snapshot.parts = parts
            publish(state)
            return state.changed.count <= Self.since && base.removedCount <= max(Self.since, base.segment.count / 4)
        }
    }

    private func part(of documents: [Int64: SearchDocument], _ state: inout State) -> Snapshot.Part {
        var builder = SegmentBuilder(reader: state.reader, ranking: state.snapshot.ranking)
        for document in documents.values { builder.add(document) }
        state.reader = builder.reader
        return Snapshot.Part(segment: builder.build())
    }

    private func publish(_ state: State) {
        let next = state.snapshot
        published.withLock { $0 = next }
    }
}
