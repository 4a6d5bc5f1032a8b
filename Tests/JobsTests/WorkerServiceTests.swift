import Jobs
import Logging
import SQL
import ServiceLifecycle
import TestSupport
import Testing
import Time

/// The worker as a service. Time passes here, but only tests of "at once" look at it.
@Suite struct WorkerServiceTests {
    private func group(_ worker: Worker) -> ServiceGroup {
        ServiceGroup(
            configuration: .init(services: [.init(service: worker)], gracefulShutdownSignals: [], logger: .silent))
    }

    @Test(.timeLimit(.minutes(5)), arguments: TestEngine.available)
    func finishesTheRunningJobAtShutdownAndTakesNoOther(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let (started, start) = AsyncStream<Void>.makeStream()
        let (told, tell) = AsyncStream<Void>.makeStream()
        let (released, release) = AsyncStream<Void>.makeStream()
        let worker = jobs.worker([
            "slow": { _ in
                start.yield()
                try await gracefulShutdown()
                tell.yield()
                for await _ in released { break }
            },
            "next": { _ in },
        ])
        try await jobs.enqueue("slow", key: "slow")
        let group = group(worker)
        async let service: Void = group.run()

        for await _ in started { break }
        await group.triggerGracefulShutdown()
        // Triggering returns before the service has heard of it.
        for await _ in told { break }
        try await jobs.enqueue("next", key: "next")
        #expect(try await jobs.job("slow")?.state == "running")
        release.yield()
        try await service

        #expect(try await [jobs.job("slow")?.state, jobs.job("next")?.state] == ["done", "waiting"])
    }

    @Test(.timeLimit(.minutes(5)), arguments: TestEngine.available)
    func localCommitsAreServedAtOnceAndOthersByPolling(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let (done, finish) = AsyncStream<Int>.makeStream()
        let worker = jobs.worker(["a": { finish.yield(try $0.payload(Int.self)) }])
        let group = group(worker)
        async let service: Void = group.run()
        var results = done.makeAsyncIterator()

        for n in 0..<20 {
            try await jobs.enqueue("a", key: "woken \(n)", payload: n)
            worker.wake()
            #expect(await results.next() == n)
        }
        try await jobs.enqueue("a", key: "of another process", payload: 99)
        #expect(await results.next() == 99)
        await group.triggerGracefulShutdown()
        try await service
    }

    /// Forty mails to a silent server do not keep a forgotten password waiting: they have two of the four lanes.
    @Test(.timeLimit(.minutes(5)), arguments: TestEngine.available)
    func slowJobsLeaveRoomForOthers(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let (began, begin) = AsyncStream<Void>.makeStream()
        let (released, release) = AsyncStream<Void>.makeStream()
        let (done, finish) = AsyncStream<Void>.makeStream()
        let running = Record<String>()
        let clock = jobs.clock
        let worker = Worker(
            database: jobs.database,
            handlers: [
                "slow": { job in
                    running.add(job.key)
                    begin.yield()
                    for await _ in released { break }
                },
                "quick": { _ in finish.yield() },
            ], most: ["slow": 2], now: { clock.now }, logger: .silent)
        for number in 0..<10 { try await jobs.enqueue("slow", key: "slow \(number)") }
        let group = group(worker)
        async let service: Void = group.run()
        var begins = began.makeAsyncIterator()
        for _ in 0..<2 { await begins.next() }
        try await jobs.enqueue("quick", key: "quick")
        worker.wake()
        for await _ in done { break }
        #expect(running.entries.count == 2)
        release.finish()
        await group.triggerGracefulShutdown()
        try await service
    }

    @Test(.timeLimit(.minutes(5)))
    func aDatabaseThatIsAwayDoesNotEndTheWorker() async throws {
        let jobs = try await JobsDatabase(.sqlite)
        let (asked, ask) = AsyncStream<Void>.makeStream()
        let clock = jobs.clock
        let worker = Worker(
            database: Unavailable(ask: ask), handlers: ["a": { _ in }], now: { clock.now }, logger: .silent)
        let group = group(worker)
        async let service: Void = group.run()

        var times = 0
        for await _ in asked {
            times += 1
            if times == 2 { break }
        }
        await group.triggerGracefulShutdown()
        try await service
    }
}

/// The only stand-in for a database: one that never answers, as during a restart.
private struct Unavailable: Database {
    let engine = Engine.sqlite
    let ask: AsyncStream<Void>.Continuation

    func check() async throws { throw SQLError.unavailable("away") }

    @discardableResult
    func write<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        ask.yield()
        throw SQLError.unavailable("away")
    }

    func read<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        ask.yield()
        throw SQLError.unavailable("away")
    }

    func close() async {}
}
