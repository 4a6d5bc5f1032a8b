import SQL
import Synchronization
import TestSupport
import Testing
import Time

@testable import Jobs

@Suite struct WorkerTests {
    @Test(arguments: TestEngine.available)
    func aKeyIsEnqueuedOnceAndOnlyWithItsTransaction(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let ran = Record<Int>()
        let worker = jobs.worker(["greet": { ran.add(try $0.payload(Int.self)) }])

        try await jobs.enqueue("greet", key: "a", payload: 1)
        try await jobs.enqueue("greet", key: "a", payload: 2)
        await #expect(throws: TestError.self) {
            try await jobs.database.write { tx in
                try JobQueue.enqueue("greet", key: "b", centre: nil, payload: 3, now: Instant(milliseconds: 0), tx)
                throw TestError()
            }
        }

        #expect(try await worker.runOnce(limit: 10) == 1)
        try await jobs.enqueue("greet", key: "a", payload: 4)
        #expect(try await worker.runOnce(limit: 10) == 0)
        #expect(ran.entries == [1])
        #expect(try await jobs.job("a")?.state == "done")
    }

    @Test(arguments: TestEngine.available)
    func handlersLearnWhatTheJobIsAbout(_ engine: TestEngine) async throws {
        struct Payload: Codable, Equatable { var vacancy: ID<String>, words: String }
        let jobs = try await JobsDatabase(engine)
        let now = jobs.clock.now
        let seen = Record<JobContext>()
        let payload = Payload(vacancy: 7, words: "één \"💚\"")
        try await jobs.database.write { tx in
            try JobQueue.enqueue("look", key: "k", centre: 3, payload: payload, now: now, tx)
        }

        try await jobs.worker(["look": { seen.add($0) }]).runOnce(limit: 1)

        let context = try #require(seen.entries.first)
        #expect(
            context.key == "k" && context.name == "look" && context.centre == 3 && context.attempt == 1
                && context.now == now)
        #expect(try context.payload(Payload.self) == payload)
        #expect(throws: JobFailure.self) { try context.payload(Int.self) }
    }

    @Test(arguments: TestEngine.available)
    func onlyDueJobsWithAKnownNameRunOldestFirst(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let ran = Record<String>()
        let worker = jobs.worker(["a": { ran.add($0.key) }])
        try await jobs.enqueue("a", key: "later", after: .minutes(10))
        try await jobs.enqueue("a", key: "soon", after: .minutes(5))
        try await jobs.enqueue("a", key: "now")
        try await jobs.enqueue("unknown", key: "unknown")

        #expect(try await worker.runOnce(limit: 10) == 1)
        jobs.clock.advance(.minutes(10))
        #expect(try await worker.runOnce(limit: 1) == 1)
        #expect(try await worker.runOnce(limit: 10) == 1)

        #expect(ran.entries == ["now", "soon", "later"])
        #expect(try await jobs.job("unknown")?.state == "waiting")
        #expect(try await jobs.worker([:]).runOnce(limit: 10) == 0)
    }

    @Test(arguments: TestEngine.available)
    func failuresComeBackWithGrowingPausesAndDieAfterTwenty(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let buried = Record<String>()
        let worker = jobs.worker(
            ["a": { _ in throw TestError() }],
            deadLetters: [
                "a": { job, reason, tx in
                    buried.add("\(job.key) \(job.attempt) \(reason) \(try tx("select 1 as n").count)")
                }
            ])
        try await jobs.enqueue("a", key: "k")

        var pauses: [Int64] = []
        for attempt in 1..<Worker.attempts {
            #expect(try await worker.runOnce(limit: 10) == 1)
            let job = try #require(try await jobs.job("k"))
            #expect(job.state == "waiting" && job.attempts == attempt && job.lastError == "not today")
            let pause = job.runAt.milliseconds - jobs.clock.now.milliseconds
            pauses.append(pause / 60_000)
            jobs.clock.advance(Span(milliseconds: pause - 1))
            #expect(try await worker.runOnce(limit: 10) == 0)
            jobs.clock.advance(Span(milliseconds: 1))
        }
        #expect(Array(pauses.prefix(11)) == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360])
        #expect(buried.entries == [])

        #expect(try await worker.runOnce(limit: 10) == 1)
        #expect(try await jobs.job("k")?.state == "dead")
        #expect(buried.entries == ["k 20 not today 1"])
        jobs.clock.advance(.days(30))
        #expect(try await worker.runOnce(limit: 10) == 0)

        let now = jobs.clock.now
        #expect(try await jobs.database.write { tx in try JobQueue.retry(key: "k", now: now, tx) })
        #expect(try await worker.runOnce(limit: 10) == 1)
        #expect(try await jobs.job("k")?.attempts == 1)
    }

    @Test func jitterSpreadsRetriesWithinAFifth() async throws {
        let jobs = try await JobsDatabase(.sqlite)
        let clock = jobs.clock
        let worker = Worker(
            database: jobs.database, handlers: ["a": { _ in throw TestError() }], now: { clock.now }, logger: .silent,
            jitter: { 1 })
        try await jobs.enqueue("a", key: "k")

        try await worker.runOnce(limit: 1)

        #expect(try await jobs.job("k")?.runAt == clock.now.adding(.seconds(72)))
    }

    @Test(arguments: TestEngine.available)
    func aPermanentFailureIsDeadAtOnce(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let buried = Record<String>()
        let worker = jobs.worker(
            ["a": { _ in throw JobFailure.permanent("no such person") }, "b": { _ = try $0.payload(String.self) }],
            deadLetters: ["a": { _, reason, _ in buried.add(reason) }])
        try await jobs.enqueue("a", key: "a")
        try await jobs.enqueue("b", key: "b")

        #expect(try await worker.runOnce(limit: 10) == 2)

        #expect(buried.entries == ["no such person"])
        #expect(try await [jobs.job("a")?.state, jobs.job("b")?.state] == ["dead", "dead"])
    }

    @Test(arguments: TestEngine.available)
    func anErrorThatCannotBeStoredAsItIsStillCounts(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let worker = jobs.worker([
            "a": { _ in throw TestError(description: "a\u{0}b" + String(repeating: "x", count: 5000)) }
        ])
        try await jobs.enqueue("a", key: "k")

        try await worker.runOnce(limit: 1)

        #expect(try await jobs.job("k")?.state == "waiting")
    }

    @Test(arguments: TestEngine.available)
    func aJobWhoseWorkerVanishedComesBackAfterItsLease(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let attempts = Record<Int>()
        let worker = jobs.worker(["a": { attempts.add($0.attempt) }])
        try await jobs.enqueue("a", key: "k")
        let (database, now) = (jobs.database, jobs.clock.now)
        _ = try await database.write { tx in
            try JobQueue.claim(names: ["a"], lease: Worker.lease, database: database, now: now, tx)
        }

        // The clock of another machine says nothing: leases run by the database's.
        jobs.clock.advance(.hours(1))
        #expect(try await worker.runOnce(limit: 10) == 0)
        try await jobs.ageLeases(.minutes(4))
        #expect(try await worker.runOnce(limit: 10) == 0)
        try await jobs.ageLeases(.minutes(1))
        #expect(try await worker.runOnce(limit: 10) == 1)
        #expect(attempts.entries == [2])
    }

    @Test("a worker that lost its lease changes nothing any more", arguments: TestEngine.available, [true, false])
    func lostLease(_ engine: TestEngine, _ fails: Bool) async throws {
        let jobs = try await JobsDatabase(engine)
        let other = jobs.worker(["a": { _ in }])
        let slow = jobs.worker([
            "a": { _ in
                try await jobs.ageLeases(.minutes(6))
                #expect(try await other.runOnce(limit: 1) == 1)
                if fails { throw JobFailure.permanent("too late") }
            }
        ])
        try await jobs.enqueue("a", key: "k")

        try await slow.runOnce(limit: 1)

        let job = try await jobs.job("k")
        #expect(job?.state == "done" && job?.attempts == 2)
    }

    @Test(arguments: TestEngine.available)
    func workersTogetherRunEachJobOnce(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        for n in 0..<60 { try await jobs.enqueue("a", key: "k\(n)", payload: n) }
        let ran = Record<Int>()
        let running = Mutex<Set<Int>>([])
        let handler: JobHandler = { job in
            let n = try job.payload(Int.self)
            #expect(running.withLock { $0.insert(n).inserted })
            await Task.yield()
            ran.add(n)
            running.withLock { _ = $0.remove(n) }
        }
        let workers = (0..<4).map { _ in jobs.worker(["a": handler]) }

        try await withThrowingTaskGroup { group in
            for worker in workers { group.addTask { _ = try await worker.runOnce(limit: 100) } }
            try await group.waitForAll()
        }

        #expect(ran.entries.sorted() == Array(0..<60))
    }

    @Test(arguments: TestEngine.available)
    func doneJobsAreForgottenAndDeadOnesKept(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let worker = jobs.worker(["a": { _ in }, "b": { _ in throw JobFailure.permanent("x") }])
        for (name, key) in [("a", "done"), ("b", "dead")] { try await jobs.enqueue(name, key: key) }
        try await jobs.enqueue("a", key: "waiting", after: .days(400))
        try await worker.runOnce(limit: 10)
        jobs.clock.advance(.days(90))

        let now = jobs.clock.now
        try await jobs.database.write { tx in try JobQueue.prune(before: now, tx) }

        #expect(try await jobs.job("done") == nil)
        #expect(try await [jobs.job("dead")?.state, jobs.job("waiting")?.state] == ["dead", "waiting"])
    }

    /// A handler that works longer than its lease keeps it: nobody begins the same beside it.
    @Test(arguments: TestEngine.available)
    func aLeaseIsRenewed(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        try await jobs.enqueue("a", key: "k")
        let (database, now) = (jobs.database, jobs.clock.now)
        let taken = try await database.write { tx in
            try JobQueue.claim(names: ["a"], lease: .minutes(1), database: database, now: now, tx)
        }
        let job = try #require(taken)
        try await jobs.ageLeases(.minutes(2))
        try await database.write { tx in try JobQueue.renew(job, lease: .minutes(1), tx) }
        let other = try await database.write { tx in
            try JobQueue.claim(names: ["a"], lease: .minutes(1), database: database, now: now, tx)
        }
        #expect(other == nil)
    }

    /// The twentieth time is the last, also when nobody lived to say that it failed.
    @Test(arguments: TestEngine.available)
    func aJobThatEndsItsWorkerIsSetAside(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let ran = Record<String>()
        let buried = Record<String>()
        let worker = jobs.worker(
            ["deadly": { ran.add($0.key) }],
            deadLetters: ["deadly": { job, reason, _ in buried.add("\(job.key): \(reason)") }])
        try await jobs.enqueue("deadly", key: "k")
        for _ in 1...Worker.attempts {
            // Taken, and then the worker is gone.
            let now = jobs.clock.now
            let taken = try await jobs.database.write { [database = jobs.database] tx in
                try JobQueue.claim(names: ["deadly"], lease: Worker.lease, database: database, now: now, tx)
            }
            #expect(taken != nil)
            try await jobs.ageLeases(.minutes(6))
        }
        #expect(try await worker.runOnce(limit: 5) == 1)
        #expect(ran.entries.isEmpty && buried.entries == ["k: its worker ended each time it was tried"])
        #expect(try await jobs.job("k")?.state == "dead")
        jobs.clock.advance(.hours(9))
        #expect(try await worker.runOnce(limit: 5) == 0)
    }

    @Test(arguments: TestEngine.available)
    func whatIsHeldWaitsForSomebodysWord(_ engine: TestEngine) async throws {
        let jobs = try await JobsDatabase(engine)
        let ran = Record<String>()
        let worker = jobs.worker(["mail": { ran.add($0.key) }, "other": { ran.add($0.key) }])
        let now = jobs.clock.now
        try await jobs.enqueue("mail", key: "before")
        try await jobs.database.write { tx in
            try JobQueue.hold("mail", now: now, tx)
            try JobQueue.hold("mail", now: now, tx)
        }
        try await jobs.enqueue("mail", key: "since")
        try await jobs.enqueue("other", key: "free")
        #expect(try await worker.runOnce(limit: 5) == 1)
        #expect(ran.entries == ["free"])
        let (since, oldest) = try await jobs.database.read { tx in
            (try JobQueue.heldSince("mail", tx), try JobQueue.oldestDue(now: now, tx))
        }
        #expect(since == now && oldest == nil, "what is held is nobody's fault")
        #expect(try await jobs.database.write { tx in try JobQueue.release("mail", tx) })
        #expect(try await !jobs.database.write { tx in try JobQueue.release("mail", tx) })
        #expect(try await worker.runOnce(limit: 5) == 2)
    }
}
