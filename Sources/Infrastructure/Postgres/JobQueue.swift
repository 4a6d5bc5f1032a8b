import Dispatch
import SQL
import Synchronization

/// Work that waits for a connection. Bounded in number and in time: when the database cannot follow, callers hear so at
/// once or after the deadline, instead of piling up without end.
final class JobQueue: Sendable {
    struct Job: Sendable {
        let deadline: ContinuousClock.Instant
        /// May wait for a lock of somebody else, and hold its connection meanwhile.
        let isWriting: Bool
        let run: @Sendable (Session) -> Void
        let refuse: @Sendable (SQLError) -> Void
    }

    private struct Line {
        private var jobs: [Job?] = []
        /// The jobs before it are gone; they are cut off now and then, so that taking one does not move all others.
        private var head = 0

        var count: Int { jobs.count - head }
        var first: Job? { head < jobs.count ? jobs[head] : nil }

        mutating func append(_ job: Job) { jobs.append(job) }

        mutating func removeFirst() -> Job? {
            guard let job = first else { return nil }
            jobs[head] = nil
            head += 1
            if head == jobs.count || head > 256 {
                jobs.removeFirst(head)
                head = 0
            }
            return job
        }

        mutating func putBack(_ job: Job) {
            guard head > 0 else { return jobs.insert(job, at: 0) }
            head -= 1
            jobs[head] = job
        }
    }

    private struct State {
        var readers = Line()
        var writers = Line()
        /// How many of those that were taken write.
        var writing = 0
        var isClosed = false
        var hasTimer = false

        var count: Int { readers.count + writers.count }

        /// Who has waited longest of both.
        var first: Job? { writersAreFirst ? writers.first : readers.first ?? writers.first }

        private var writersAreFirst: Bool {
            guard let writer = writers.first, let reader = readers.first else { return false }
            return writer.deadline < reader.deadline
        }

        mutating func removeFirst() -> Job? {
            writersAreFirst || readers.count == 0 ? writers.removeFirst() : readers.removeFirst()
        }

        mutating func take(mostWriting: Int) -> Job? {
            let job = writing < mostWriting ? removeFirst() : readers.removeFirst()
            if job?.isWriting == true { writing += 1 }
            return job
        }

        mutating func add(_ job: Job) { if job.isWriting { writers.append(job) } else { readers.append(job) } }

        mutating func putBack(_ job: Job) {
            if job.isWriting { writers.putBack(job) } else { readers.putBack(job) }
        }
    }

    private let capacity: Int
    private let mostWriting: Int
    private let state = Mutex(State())
    /// Counts jobs added, writers that ended while others waited, and once per worker the closing. Jobs that were refused leave a
    /// count too many: `take` goes round.
    private let signal = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - capacity: the most that wait.
    ///   - mostWriting: the most writers that run at a time. When all of them wait for a lock, readers still get a connection.
    init(capacity: Int, mostWriting: Int) {
        self.capacity = capacity
        self.mostWriting = mostWriting
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    func add(_ job: Job) {
        let refusal: SQLError? = state.withLock { state in
            if state.isClosed { return .unavailable("the database is closed") }
            if state.count >= capacity { return .unavailable("\(capacity) transactions are waiting already") }
            state.add(job)
            return nil
        }
        if let refusal { return job.refuse(refusal) }
        signal.signal()
        watchDeadline()
    }

    /// For who took a job and cannot do it: it is the next one again.
    func putBack(_ job: Job) {
        let isClosed = state.withLock { state in
            if job.isWriting { state.writing -= 1 }
            if state.isClosed { return true }
            state.putBack(job)
            return false
        }
        if isClosed { return job.refuse(.unavailable("the database is closed")) }
        signal.signal()
        watchDeadline()
    }

    /// For who took a job and did it.
    func finished(_ job: Job) {
        guard job.isWriting else { return }
        let waits = state.withLock { state in
            state.writing -= 1
            return state.writers.count > 0
        }
        if waits { signal.signal() }
    }

    /// Blocks until there is a job. Nil when the queue was closed.
    func take() -> Job? {
        while true {
            signal.wait()
            let (job, isClosed) = state.withLock { state in (state.take(mostWriting: mostWriting), state.isClosed) }
            if let job { return job }
            if isClosed {
                // For the next worker that waits.
                signal.signal()
                return nil
            }
        }
    }

    /// Refuses what waits and ends every `take`.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            var waiting: [Job] = []
            while let job = state.removeFirst() { waiting.append(job) }
            return waiting
        }
        for job in waiting { job.refuse(.unavailable("the database is closed")) }
        signal.signal()
    }

    /// One timer at a time, for the job that has waited longest: all have the same patience, so it is the first to give
    /// up.
    private func watchDeadline() {
        let next: ContinuousClock.Instant? = state.withLock { state in
            guard !state.hasTimer, let first = state.first else { return nil }
            state.hasTimer = true
            return first.deadline
        }
        guard let next else { return }
        let wait = max(.zero, next - .now) / .nanoseconds(1)
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(wait))) { [weak self] in
            self?.refuseLate()
        }
    }

    private func refuseLate() {
        let late = state.withLock { state in
            var late: [Job] = []
            while let first = state.first, first.deadline <= .now, let job = state.removeFirst() { late.append(job) }
            state.hasTimer = false
            return late
        }
        for job in late { job.refuse(.unavailable("no connection came free in time")) }
        watchDeadline()
    }
}
