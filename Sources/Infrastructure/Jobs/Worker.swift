package import Logging
package import SQL
import ServiceLifecycle
import Synchronization
package import Time

/// Runs jobs as they fall due: up to four at a time, so that one silent mail server holds up nobody; retried with growing pauses, set aside as dead when nothing helps.
///
/// Handlers may run again after a crash, so they must be able to: a job is done when its handler returned and that was committed.
package final class Worker: Service {
    /// 1 minute, 2, 4 … at most 6 hours: twenty attempts are about three days: a mail outlives a weekend's outage.
    package static let attempts = 20
    /// Longer than any handler takes: a mail server may be silent for two minutes at most.
    static let lease = Span.minutes(5)
    private static let lanes = 4
    private static let longestPause = Span.hours(6)

    private let database: any Database
    private let handlers: [String: JobHandler]
    private let deadLetters: [String: DeadLetterHandler]
    private let now: @Sendable () -> Instant
    private let jitter: @Sendable () -> Double
    private let logger: Logger
    private let most: [String: Int]
    private let demand: @Sendable () async throws -> Void
    private let busy = Mutex<[String: Int]>([:])
    private let wakeUps: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// - Parameters:
    ///   - handlers: by job name; jobs of other names are left for another worker.
    ///   - most: how many jobs of a name may run at a time, where that is fewer than all: a slow mail server leaves room for others.
    ///   - demand: throws while no job may be taken: the database is of a newer program, whose jobs this one does not know.
    ///   - jitter: from 0 to 1; spreads retries so that they do not come together.
    package init(
        database: any Database, handlers: [String: JobHandler], deadLetters: [String: DeadLetterHandler] = [:],
        most: [String: Int] = [:], demand: @escaping @Sendable () async throws -> Void = {},
        now: @escaping @Sendable () -> Instant, logger: Logger,
        jitter: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.database = database
        self.handlers = handlers
        self.deadLetters = deadLetters
        self.most = most
        self.demand = demand
        self.now = now
        self.jitter = jitter
        self.logger = logger
        (wakeUps, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Looks for work at once: called after a commit on this node. Other nodes' work is found within a second.
    package func wake() { waker.yield() }

    /// Runs what is due now, one after another, at most `limit` jobs. - Returns: how many ran, well or not.
    @discardableResult package func runOnce(limit: Int) async throws -> Int {
        let names = handlers.keys.sorted()
        guard !names.isEmpty else { return 0 }
        var count = 0
        while count < limit, let (job, handler) = try await claim(names) {
            await run(job, handler)
            count += 1
        }
        return count
    }

    private func claim(_ names: [String]) async throws -> (JobContext, JobHandler)? {
        let instant = now()
        let claimed = try await database.write { [database] tx in
            try JobQueue.claim(names: names, lease: Self.lease, database: database, now: instant, tx)
        }
        guard let claimed, let handler = handlers[claimed.name] else { return nil }
        return (claimed, handler)
    }

    private func run(_ job: JobContext, _ handler: JobHandler) async {
        do {
            // Taken once more than it may be: it ended its worker each time, and would this one.
            if job.attempt > Self.attempts { throw JobFailure.permanent("its worker ended each time it was tried") }
            try await renewing(job) { try await handler(job) }
            let instant = now()
            try await database.write { tx in try JobQueue.finish(job, now: instant, tx) }
        } catch {
            logger.warning(
                "job failed", metadata: ["job": "\(job.name)", "attempt": "\(job.attempt)", "error": "\(error)"])
            let instant = now()
            let retryAt = pause(after: job, error).map { instant.adding($0) }
            // When even this cannot be written, the lease runs out and the job comes back.
            let reason = words(error)
            let deadLetter = retryAt == nil ? deadLetters[job.name] : nil
            try? await database.write { tx in
                let end: JobQueue.End = if case JobFailure.refused = error { .done } else { .dead }
                let isOurs = try JobQueue.fail(job, error: reason, retryAt: retryAt, or: end, now: instant, tx)
                if isOurs { try deadLetter?(job, reason, tx) }
            }
        }
    }

    /// Keeps the lease while a handler works, however long it takes.
    private func renewing(_ job: JobContext, _ body: () async throws -> Void) async throws {
        let database = database
        let heart = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(Self.lease.milliseconds / 3))
                try? await database.write { tx in try JobQueue.renew(job, lease: Self.lease, tx) }
            }
        }
        defer { heart.cancel() }
        try await body()
    }

    private func words(_ error: any Error) -> String {
        JobQueue.storable((error as? JobFailure)?.reason ?? "\(error)")
    }

    private func pause(after job: JobContext, _ error: any Error) -> Span? {
        if error is JobFailure || job.isLastAttempt { return nil }
        let base = min(Span.minutes(1).milliseconds << Int64(min(job.attempt - 1, 20)), Self.longestPause.milliseconds)
        return Span(milliseconds: base + Int64(Double(base) * 0.2 * jitter()))
    }

    /// Works until the service group shuts down; the jobs that run then are finished first.
    package func run() async throws {
        logger.notice("working", metadata: ["jobs": "\(handlers.keys.sorted().joined(separator: ","))"])
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.poll() }
                var said = ""
                for await _ in wakeUps {
                    do {
                        try await start(in: &group)
                        said = ""
                    } catch {
                        // It is looked at each second: the same reason is said once.
                        if said != "\(error)" { logger.error("no jobs are taken", metadata: ["error": "\(error)"]) }
                        said = "\(error)"
                    }
                }
            }
        } onGracefulShutdown: { [waker] in
            waker.finish()
        }
    }

    /// Starts what is due, up to the number of lanes; a lane that comes free looks again.
    private func start(in group: inout DiscardingTaskGroup) async throws {
        let names = handlers.keys.sorted()
        let instant = now()
        // Most seconds nothing is due: that is found out by reading, without taking the writer.
        guard try await database.read({ tx in try JobQueue.isDue(names: names, now: instant, tx) }) else { return }
        try await demand()
        while !Task.isShuttingDownGracefully, let free = freeNames(names), let (job, handler) = try await claim(free) {
            // Taken while the end came: another worker, or the next start, does it.
            if Task.isShuttingDownGracefully {
                return try await database.write { tx in try JobQueue.giveBack(job, tx) }
            }
            busy.withLock { $0[job.name, default: 0] += 1 }
            group.addTask {
                await self.run(job, handler)
                self.busy.withLock { $0[job.name, default: 1] -= 1 }
                self.waker.yield()
            }
        }
    }

    /// The names of which another job may begin; nil when all lanes are taken.
    private func freeNames(_ names: [String]) -> [String]? {
        busy.withLock { busy in
            guard busy.values.reduce(0, +) < Self.lanes else { return nil }
            let free = names.filter { busy[$0, default: 0] < most[$0] ?? Self.lanes }
            return free.isEmpty ? nil : free
        }
    }

    private func poll() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                self.waker.yield()
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
