import Jobs
import Logging
import SQL
import TestSupport
import Testing

@testable import Mail

/// Mail with a premise.
@Suite struct NeedlessMailTests {
    /// Looked at when its turn comes, after the server was away: then it is neither sent nor failed; and it leaves when
    /// it becomes true again.
    @Test(arguments: TestEngine.available)
    func whatWasSettledMeanwhileDoesNotLeave(_ engine: TestEngine) async throws {
        let box = try await OutboxTests.Fixture(engine)
        let server = try SMTPServer()
        for premise in [nil, "so", "gone"] {
            var mail = OutboxTests.Fixture.mail(premise ?? "none", to: "sam@example.org", secret: "t0ken")
            mail.premise = premise
            try await box.enqueue(mail)
        }
        #expect(try await box.worker(server.port).runOnce(limit: 10) == 3)
        #expect(try server.stored().count == 2)
        let left = try #require(try await box.mails().first { $0.key == "gone" })
        #expect(left.state == .needless && left.sentAt == nil && !left.canRetry && left.trouble == .needless)
        #expect(try await box.secret(left) == "t0ken", "it may become true again")
        #expect(try await box.mails().filter { $0.state == .sent }.map(\.key).sorted() == ["none", "so"])
        let now = box.now
        for isOwed in [false, true] {
            try await box.database.write { tx in
                try NeedlessMails.revive(now: now, isOwed: { mail, _, _ in isOwed && mail.key == "gone" }, tx)
            }
            #expect(try await box.mails().filter { $0.state == .waiting }.count == (isOwed ? 1 : 0))
        }
        let client = SMTPClient(try SMTPSettings(url: "smtp://localhost:\(server.port)?starttls=none"))
        let delivery = OutboxDelivery(client: client, envelopeSender: "") { _, _, _ in true }
        let worker = Worker(
            database: box.database, handlers: [Outbox.job: delivery.handler], now: { now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, jitter: { 0 })
        #expect(try await worker.runOnce(limit: 10) == 1)
        #expect(try server.stored().count == 3)
    }
}

extension Migration {
    /// What the outbox needs, as the migrations of the product make it.
    static let outbox = Migration(
        1, "mail",
        JobQueue.schema + JobQueue.holdSchema + Outbox.schema + Outbox.secretPlaces + NeedlessMails.premise,
        convert: NeedlessMails.allow)
}
