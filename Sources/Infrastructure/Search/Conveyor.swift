import Dispatch
import Synchronization

/// Documents on their way from who reads them to who takes their words apart: two cores at work, and never more than a few
/// batches between them.
final class Conveyor: Sendable {
    private static let batch = 256

    private struct State {
        var batches: [[SearchDocument]] = []
        var segment: Segment?
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let free = DispatchSemaphore(value: 4)
    private let done = DispatchSemaphore(value: 0)

    /// Builds a segment on another thread from what `feed` hands over on this one.
    static func build<Failure: Error>(
        _ analysis: TextAnalysis, _ ranking: Ranking,
        _ feed: ((SearchDocument) -> Void) throws(Failure) -> Void
    ) throws(Failure) -> Segment {
        let conveyor = Conveyor()
        DispatchQueue.global(qos: .userInitiated).async {
            var builder = SegmentBuilder(reader: TermReader(analysis), ranking: ranking)
            while let batch = conveyor.take() { for document in batch { builder.add(document) } }
            let segment = builder.build()
            conveyor.state.withLock { $0.segment = segment }
            conveyor.done.signal()
        }
        var batch: [SearchDocument] = []
        // Also when reading fails: the other thread must not wait for ever.
        defer { conveyor.end() }
        try feed { document in
            batch.append(document)
            guard batch.count >= Self.batch else { return }
            conveyor.put(batch)
            batch = []
            batch.reserveCapacity(Self.batch)
        }
        conveyor.put(batch)
        return conveyor.result(analysis, ranking)
    }

    private func result(_ analysis: TextAnalysis, _ ranking: Ranking) -> Segment {
        end()
        done.wait()
        return state.withLock { $0.segment } ?? SegmentBuilder(reader: TermReader(analysis), ranking: ranking).build()
    }

    private func put(_ batch: [SearchDocument]) {
        free.wait()
        state.withLock { $0.batches.append(batch) }
        filled.signal()
    }

    private func end() {
        filled.signal()
    }

    private func take() -> [SearchDocument]? {
        filled.wait()
        let batch = state.withLock { $0.batches.isEmpty ? nil : $0.batches.removeFirst() }
        guard let batch else { return nil }
        free.signal()
        return batch
    }
}
