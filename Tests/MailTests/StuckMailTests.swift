import Jobs
import Mail
import SQL
import TestSupport
import Testing
import Time

/// Mail that could not leave for a reason that is not its receiver's.
@Suite struct StuckMailTests {
    @Test(arguments: TestEngine.available)
    func aRefusalOfUsWaitsAndGoesWithOneButton(_ engine: TestEngine) async throws {
        let box = try await OutboxTests.Fixture(engine)
        let server = try SMTPServer(["--auth", "app", "geheim"])
        for name in ["a", "b", "c"] { try await box.enqueue(OutboxTests.Fixture.mail(name, to: "\(name)@example.org")) }
        try await box.enqueue(OutboxTests.Fixture.mail("other", to: "d@example.org", centre: 2))
        try await box.worker(server.port, login: "app:fout@").runOnce(limit: 10)

        #expect(try await box.mails().map(\.trouble) == [.notYet, .notYet, .notYet])
        #expect(try await stuck(box) == 3)
        let trouble = try await box.database.read { tx in try Outbox.lastTrouble(tx).map { "\($0.count) \($0.words)" } }
        #expect(trouble == "4 535 5.7.8 Authentication credentials invalid")
        // Long before it would be tried by itself; of another centre nothing.
        let now = box.now
        #expect(try await box.database.write { tx in try Outbox.retryStuck(centre: 1, now: now, tx) } == 3)
        #expect(try await box.worker(server.port, login: "app:geheim@").runOnce(limit: 10) == 3)
        #expect(try await stuck(box) == 0)
        #expect(Set(try await box.mails().map(\.state)) == [.sent])
        #expect(try await box.mails(centre: 2).map(\.state) == [.waiting])
    }

    @Test(arguments: TestEngine.available)
    func whatWasGivenUpGoesWithIt(_ engine: TestEngine) async throws {
        let box = try await OutboxTests.Fixture(engine)
        let server = try SMTPServer(["--auth", "app", "geheim"])
        try await box.enqueue(OutboxTests.Fixture.mail("a", to: "a@example.org"))
        let wrong = try box.worker(server.port, login: "app:fout@")
        for _ in 1...Worker.attempts {
            try await wrong.runOnce(limit: 10)
            box.advance(.hours(8))
        }
        #expect(try await box.mails().map(\.trouble) == [.givenUp])
        #expect(try await stuck(box) == 1)
        let now = box.now
        #expect(try await box.database.write { tx in try Outbox.retryStuck(centre: 1, now: now, tx) } == 1)
        #expect(try await box.worker(server.port, login: "app:geheim@").runOnce(limit: 10) == 1)
        #expect(try await box.mails().map(\.state) == [.sent])
    }

    /// An address that is not there is an answer: no job is dead, so nobody is alarmed, and the button leaves it.
    @Test(arguments: TestEngine.available)
    func aRefusalOfTheReceiverAlarmsNobody(_ engine: TestEngine) async throws {
        let box = try await OutboxTests.Fixture(engine)
        let server = try SMTPServer()
        try await box.enqueue(OutboxTests.Fixture.mail("a", to: "weg1@example.org"))
        try await box.enqueue(OutboxTests.Fixture.mail("b", to: "ver@example.org"))
        try await box.worker(server.port).runOnce(limit: 10)

        #expect(Set(try await box.mails().map(\.trouble)) == [.noSuchAddress, .notYet])
        #expect(try await stuck(box) == 1)
        let states = try await box.database.read { tx in
            try tx("select state from job order by id limit 9").map { row -> String in try row["state"] }
        }
        #expect(states == ["done", "waiting"])
        let (now, failed) = (box.now, try #require(try await box.mails().first { $0.state == .failed }))
        #expect(try await box.database.write { tx in try Outbox.retry(failed.id, centre: 1, now: now, tx) })
        #expect(try await box.worker(server.port).runOnce(limit: 10) == 1)
        #expect(try await box.mails().contains { $0.id == failed.id && $0.state == .sent })
    }

    private func stuck(_ box: OutboxTests.Fixture) async throws -> Int {
        try await box.database.read { tx in try Outbox.stuck(centre: 1, tx) }
    }
}
