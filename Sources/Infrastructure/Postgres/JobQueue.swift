import Dispatch
import SQL
import Synchronization

/// Work that waits for a connection. Bounded in number and in time: when the database cannot follow, callers hear so at
/// once or after the deadline, instead of piling up without end.
final class JobQueue: Sendable {
    struct Job: Sendable {
        let deadline: ContinuousClock.Instant
        let run: @Sendable (Session) -> Void
        let refuse: @Sendable (SQLError) -> Void
    }

    private struct State {
        var jobs: [Job?] = []
        /// The jobs before it are gone; they are cut off now and then, so that taking one does not move all others.
        var head = 0
        var isClosed = false
        var hasTimer = false

        var count: Int { jobs.count - head }
        var first: Job? { head < jobs.count ? jobs[head] : nil }

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
    }

    private let capacity: Int
    private let state = Mutex(State())
    /// Counts jobs added, and once per worker the closing. Jobs that were refused leave a count too many: `take` goes
    /// round.
    private let signal = DispatchSemaphore(value: 0)

    init(capacity: Int) { self.capacity = capacity }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    func add(_ job: Job) {
        let refusal: SQLError? = state.withLock { state in
            if state.isClosed { return .unavailable("the database is closed") }
            if state.count >= capacity { return .unavailable("\(capacity) transactions are waiting already") }
            state.jobs.append(job)
            return nil
        }
        if let refusal { return job.refuse(refusal) }
        signal.signal()
        watchDeadline()
    }

    /// For who took a job and cannot do it: it is the next one again.
    func putBack(_ job: Job) {
        let isClosed = state.withLock { state in
            if state.isClosed { return true }
            if state.head > 0 {
                state.head -= 1
                state.jobs[state.head] = job
            } else {
                state.jobs.insert(job, at: 0)
            }
            return false
        }
        if isClosed { return job.refuse(.unavailable("the database is closed")) }
        signal.signal()
        watchDeadline()
    }

    /// Blocks until there is a job. Nil when the queue was closed.
    func take() -> Job? {
        while true {
            signal.wait()
            let (job, isClosed) = state.withLock { state in (state.removeFirst(), state.isClosed) }
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
            defer { (state.jobs, state.head) = ([], 0) }
            return state.jobs[state.head...].compactMap { $0 }
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
