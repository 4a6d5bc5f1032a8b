import Foundation
import Jobs
import Logging
import SQL
import Synchronization
import TestSupport
import Testing
import Time

@testable import Mail

/// The outbox on both engines, against a real mail server that refuses, delays, vanishes and comes back.
@Suite(.serialized) struct OutboxTests {
    /// A database with jobs and mail, and a clock that is moved by hand.
    final class Fixture: Sendable {
        let database: any Database
        private let instant = Mutex(Instant(milliseconds: 1_773_324_300_000))
        private let counter = Mutex<UInt8>(0)

        var now: Instant { instant.withLock { $0 } }
        func advance(_ span: Span) { instant.withLock { $0 = $0.adding(span) } }

        init(_ engine: TestEngine) async throws {
            database = try await engine.database(migrations: [.outbox])
        }

        static func mail(_ key: String, to address: String, centre: Int64? = 1, secret: String? = nil) -> NewMail {
            NewMail(
                centre: centre, key: key, kind: "test", language: "nl", toName: "Zoë", toAddress: address,
                fromName: "Steunpunt Zon",
                fromAddress: "post@zon.example", replyTo: "team@zon.example", subject: "Één bericht",
                text: body("Dag Zoë,\nhttps://zon.example/wachtwoord/", "\n"),
                html: body("<a href=\"https://zon.example/wachtwoord/", "\">Ga</a>"),
                secret: secret)
        }

        private static func body(_ before: String, _ after: String) -> MailBody {
            var body = MailBody()
            body.append(MailLink(before, endsInSecret: true))
            body.append(after)
            return body
        }

        @discardableResult
        func enqueue(_ mail: NewMail) async throws -> Bool {
            let now = now
            let number = counter.withLock { n in
                n += 1
                return n
            }
            let random: @Sendable (Int) -> [UInt8] = { count in [UInt8](repeating: number, count: count) }
            return try await database.write { tx in try Outbox.enqueue(mail, now: now, random: random, tx) }
        }

        func worker(_ port: Int, login: String = "", limits: SMTPClient.Limits = .init()) throws -> Worker {
            let client = SMTPClient(
                try SMTPSettings(url: "smtp://\(login)localhost:\(port)?starttls=none"), limits: limits)
            let delivery = OutboxDelivery(client: client, envelopeSender: "bounces@zon.example") { mail, _, _ in
                mail.premise != "gone"
            }
            return Worker(
                database: database, handlers: [Outbox.job: delivery.handler, Outbox.urgentJob: delivery.handler],
                deadLetters: [Outbox.job: delivery.deadLetter, Outbox.urgentJob: delivery.deadLetter],
                now: { self.now }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, jitter: { 0 })
        }

        func mails(centre: Int64? = 1) async throws -> [OutboxMail] {
            try await database.read { tx in try Outbox.list(centre: centre, tx) }
        }

        func secret(_ mail: OutboxMail) async throws -> String? {
            try await database.read { tx in try Outbox.secret(of: mail.id, centre: mail.centre, tx) }
        }
    }

    @Test(arguments: TestEngine.available)
    func oneMailPerKeyAndOnlyWithItsTransaction(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let now = box.now

        #expect(try await box.enqueue(Fixture.mail("a", to: "sam@example.org")))
        #expect(try await !box.enqueue(Fixture.mail("a", to: "other@example.org")))
        await #expect(throws: MailAddressError.self) {
            try await box.database.write { tx in
                try Outbox.enqueue(
                    Fixture.mail("b", to: "sam@example.org"), now: now, random: { [UInt8](repeating: 9, count: $0) }, tx
                )
                throw MailAddressError.syntax
            }
        }

        let server = try SMTPServer()
        #expect(try await box.worker(server.port).runOnce(limit: 10) == 1)
        #expect(try await !box.enqueue(Fixture.mail("a", to: "sam@example.org")))
        #expect(try await box.worker(server.port).runOnce(limit: 10) == 0)
        #expect(try await box.mails().map(\.key) == ["a"])
        #expect(try server.stored().map(\.envelope.to) == [["sam@example.org"]])
    }

    /// The server has the mail and the database cannot be told for longer than it waits for a lock: nothing is sent twice.
    @Test(arguments: TestEngine.available.filter { $0 == .postgres })
    func whatWasAcceptedIsRecordedPatiently(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        try await box.enqueue(Fixture.mail("a", to: "sam@example.org"))
        // Reading goes on, writing does not, for longer than a statement waits.
        let (locked, lock) = AsyncStream<Void>.makeStream()
        async let held: Void = box.database.write { tx in
            try tx("lock table mail in exclusive mode")
            lock.finish()
            Thread.sleep(forTimeInterval: 6)
        }
        for await _ in locked {}
        #expect(try await box.worker(server.port).runOnce(limit: 10) == 1)
        try await held
        #expect(try await box.worker(server.port).runOnce(limit: 10) == 0)
        #expect(try await box.mails().map(\.state) == [.sent])
        #expect(try server.stored().count == 1)
    }

    @Test(arguments: TestEngine.available)
    func whatSomebodyWaitsForGoesFirst(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        var urgent = Fixture.mail("b", to: "sam@example.org")
        urgent.isUrgent = true
        try await box.enqueue(Fixture.mail("a", to: "sam@example.org"))
        try await box.enqueue(urgent)
        let names = try await box.database.read { tx in
            try tx("select name from job order by id limit 9").map { row -> String in try row["name"] }
        }
        #expect(names == [Outbox.job, Outbox.urgentJob])
    }

    @Test(arguments: TestEngine.available)
    func theSecretIsInTheMailAndNowhereElseAfterwards(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        var mail = Fixture.mail("a", to: "sam@example.org", secret: "t0ken")
        mail.inReplyTo = MessageID("<vorige@zon.example>")
        mail.unsubscribe = MailLink("https://zon.example/stop/", endsInSecret: true)
        try await box.enqueue(mail)
        let waiting = try #require(try await box.mails().first)
        #expect(
            waiting.state == .waiting && waiting.text.words == "Dag Zoë,\nhttps://zon.example/wachtwoord/\n"
                && waiting.html?.words == "<a href=\"https://zon.example/wachtwoord/\">Ga</a>")
        #expect(try await box.secret(waiting) == "t0ken")

        try await box.worker(server.port).runOnce(limit: 10)

        let sent = try #require(try await box.mails().first)
        #expect(sent.state == .sent && sent.sentAt == box.now && sent.attempts == 1 && sent.lastError == nil)
        #expect(try await box.secret(sent) == nil)
        #expect(sent.text == waiting.text)
        let read = try ReadMail(try #require(try server.stored().first).message)
        #expect(read.text == "Dag Zoë,\nhttps://zon.example/wachtwoord/t0ken\n")
        #expect(read.html == "<a href=\"https://zon.example/wachtwoord/t0ken\">Ga</a>")
        #expect(read.subject == "Één bericht" && read.to == [["Zoë", "sam@example.org"]])
        #expect(read.from == [["Steunpunt Zon", "post@zon.example"]])
        #expect(read.replyTo.map(\.last) == ["team@zon.example"])
        #expect(read.headers["Message-ID"] == waiting.messageID && waiting.messageID.hasSuffix("@zon.example>"))
        #expect(
            read.headers["In-Reply-To"] == "<vorige@zon.example>" && read.headers["Auto-Submitted"] == "auto-generated")
        #expect(read.headers["List-Unsubscribe"] == "<https://zon.example/stop/t0ken>")
        #expect(try server.stored().map(\.envelope.from) == ["bounces@zon.example"])
    }

    @Test(arguments: TestEngine.available)
    func mailWaitsForAServerThatIsAwayAndThenGoesOnce(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let first = try SMTPServer()
        let worker = try box.worker(first.port)
        first.stop()
        for n in 0..<3 { try await box.enqueue(Fixture.mail("k\(n)", to: "p\(n)@example.org", secret: "s\(n)")) }
        let ids = Set(try await box.mails().map(\.messageID))
        #expect(ids.count == 3)

        #expect(try await worker.runOnce(limit: 10) == 3)
        for mail in try await box.mails() {
            #expect(mail.state == .waiting && mail.attempts == 1 && mail.lastError?.isEmpty == false)
            #expect(try await box.secret(mail) != nil)
        }

        let second = try SMTPServer(port: first.port, folder: first.folder)
        #expect(try await worker.runOnce(limit: 10) == 0)
        box.advance(.minutes(1))
        #expect(try await worker.runOnce(limit: 10) == 3)
        box.advance(.days(1))
        #expect(try await worker.runOnce(limit: 10) == 0)

        let stored = try second.stored()
        #expect(
            Set(stored.flatMap(\.envelope.to)) == ["p0@example.org", "p1@example.org", "p2@example.org"]
                && stored.count == 3)
        #expect(Set(try stored.map { try ReadMail($0.message).headers["Message-ID"] }) == ids)
        #expect(Set(try await box.mails().map(\.state)) == [.sent])
    }

    @Test(
        "a server that says later or takes too long gets the mail later", arguments: TestEngine.available,
        ["later1", "traag1"])
    func laterThenSent(_ engine: TestEngine, _ person: String) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        let worker = try box.worker(server.port, limits: .init(connect: 1000, total: 1000))
        try await box.enqueue(Fixture.mail("a", to: "\(person)@example.org"))

        try await worker.runOnce(limit: 10)
        let delayed = try #require(try await box.mails().first)
        #expect(
            delayed.state == .waiting
                && delayed.lastError == (person == "later1" ? "451 4.7.1 Try again later" : "Timeout was reached"))
        box.advance(.minutes(1))
        try await worker.runOnce(limit: 10)

        let sent = try #require(try await box.mails().first)
        #expect(
            sent.state == .sent && sent.attempts == 2 && sent.lastError == nil && sent.messageID == delayed.messageID)
        #expect(try server.stored().map { try ReadMail($0.message).headers["Message-ID"] } == [sent.messageID])
    }

    @Test(arguments: TestEngine.available)
    func aDuplicateAfterABrokenLineCarriesTheSameMessageID(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        let worker = try box.worker(server.port)
        try await box.enqueue(Fixture.mail("a", to: "breek1@example.org"))

        try await worker.runOnce(limit: 10)
        #expect(try await box.mails().map(\.state) == [.waiting])
        box.advance(.minutes(1))
        try await worker.runOnce(limit: 10)

        let id = try #require(try await box.mails().first).messageID
        #expect(try await box.mails().map(\.state) == [.sent])
        #expect(try server.stored().map { try ReadMail($0.message).headers["Message-ID"] } == [id, id])
    }

    @Test(arguments: TestEngine.available)
    func aRefusalIsFailedInTheServersWordsUntilSomebodyRetries(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        let worker = try box.worker(server.port)
        try await box.enqueue(Fixture.mail("a", to: "weg1@example.org", secret: "s"))

        try await worker.runOnce(limit: 10)
        let failed = try #require(try await box.mails().first)
        #expect(
            failed.state == .failed && failed.lastError == "550 5.1.1 Deze persoon werkt hier niet meer"
                && failed.attempts == 1)
        box.advance(.days(1))
        #expect(try await worker.runOnce(limit: 10) == 0)

        let now = box.now
        #expect(try await !box.database.write { tx in try Outbox.retry(failed.id, centre: 2, now: now, tx) })
        #expect(try await box.database.write { tx in try Outbox.retry(failed.id, centre: 1, now: now, tx) })
        #expect(try await !box.database.write { tx in try Outbox.retry(failed.id, centre: 1, now: now, tx) })
        #expect(try await worker.runOnce(limit: 10) == 1)
        let sent = try #require(try await box.mails().first)
        #expect(sent.state == .sent && sent.messageID == failed.messageID)
        #expect(try server.stored().count == 1)
    }

    @Test(arguments: TestEngine.available)
    func aRetryWorksWhenTheJobIsLongForgotten(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        let worker = try box.worker(server.port)
        try await box.enqueue(Fixture.mail("a", to: "weg1@example.org"))
        try await worker.runOnce(limit: 10)
        let (failed, now) = (try #require(try await box.mails().first), box.now)
        try await box.database.write { tx in try tx("delete from job") }

        #expect(try await box.database.write { tx in try Outbox.retry(failed.id, centre: 1, now: now, tx) })
        try await worker.runOnce(limit: 10)

        #expect(try await box.mails().map(\.state) == [.sent])
    }

    @Test(arguments: TestEngine.available)
    func aMailThatIsGivenUpIsFailedToo(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer(["--auth", "app", "geheim"])
        let wrong = try box.worker(server.port, login: "app:fout@")
        try await box.enqueue(Fixture.mail("a", to: "sam@example.org"))

        for attempt in 1...Worker.attempts {
            #expect(try await wrong.runOnce(limit: 10) == 1)
            #expect(try await box.mails().map(\.state) == [attempt < Worker.attempts ? .waiting : .failed])
            box.advance(.hours(8))
        }
        let failed = try #require(try await box.mails().first)
        #expect(
            failed.attempts == Worker.attempts && failed.lastError == "535 5.7.8 Authentication credentials invalid")

        let now = box.now
        try await box.database.write { tx in try Outbox.retry(failed.id, centre: 1, now: now, tx) }
        try await box.worker(server.port, login: "app:geheim@").runOnce(limit: 10)
        #expect(try await box.mails().map(\.state) == [.sent])
    }

    @Test(arguments: TestEngine.available)
    func aJobThatRunsAgainAfterItsMailIsOutSendsNothing(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        let worker = try box.worker(server.port)
        try await box.enqueue(Fixture.mail("a", to: "sam@example.org"))
        try await worker.runOnce(limit: 10)
        // As after a crash between the two commits.
        try await box.database.write { tx in try tx("update job set state = 'waiting'") }

        #expect(try await worker.runOnce(limit: 10) == 1)

        #expect(try server.stored().count == 1)
    }

    @Test(
        "an address that is none makes a failed mail", arguments: TestEngine.available,
        ["zon", "a@b.example\r\nBcc: c@d.example"])
    func badAddress(_ engine: TestEngine, _ address: String) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        try await box.enqueue(Fixture.mail("a", to: address))

        try await box.worker(server.port).runOnce(limit: 10)

        let mail = try #require(try await box.mails().first)
        #expect(mail.state == .failed && mail.lastError == "the recipient's address is not a mail address")
        #expect(try server.stored().isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func severalWorkersSendEachMailOnce(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        for n in 0..<24 { try await box.enqueue(Fixture.mail("k\(n)", to: "p\(n)@example.org")) }
        let workers = try (0..<3).map { _ in try box.worker(server.port) }

        try await withThrowingTaskGroup { group in
            for worker in workers { group.addTask { _ = try await worker.runOnce(limit: 100) } }
            try await group.waitForAll()
        }

        #expect(try server.stored().flatMap(\.envelope.to).sorted() == (0..<24).map { "p\($0)@example.org" }.sorted())
        #expect(Set(try await box.mails().map(\.state)) == [.sent])
    }

    @Test(arguments: TestEngine.available)
    func eachCentreSeesItsOwnMailByStateAndPage(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        for n in 0..<5 { try await box.enqueue(Fixture.mail("one \(n)", to: n == 0 ? "zon" : "p\(n)@example.org")) }
        try await box.enqueue(Fixture.mail("two", to: "p@example.org", centre: 2))
        try await box.enqueue(Fixture.mail("none", to: "p@example.org", centre: nil))
        let server = try SMTPServer()
        try await box.worker(server.port).runOnce(limit: 3)

        try await box.database.read { tx in
            #expect(try Outbox.list(centre: 1, page: 0, pageSize: 2, tx).map(\.key) == ["one 4", "one 3"])
            #expect(try Outbox.list(centre: 1, page: 2, pageSize: 2, tx).map(\.key) == ["one 0"])
            #expect(try Outbox.list(centre: 1, state: .failed, tx).map(\.key) == ["one 0"])
            #expect(try Outbox.list(centre: 1, state: .sent, tx).map(\.key) == ["one 2", "one 1"])
            #expect(try Outbox.counts(centre: 1, tx) == [.waiting: 2, .sent: 2, .failed: 1])
            #expect(try Outbox.list(centre: nil, tx).map(\.key) == ["none"])
            let other = try #require(try Outbox.list(centre: 2, tx).first)
            #expect(other.key == "two" && other.state == .waiting)
            #expect(try Outbox.find(other.id, centre: 2, tx) == other)
            #expect(try Outbox.find(other.id, centre: 1, tx) == nil && Outbox.find(other.id, centre: nil, tx) == nil)
            #expect(try Outbox.secret(of: other.id, centre: 1, tx) == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func oldSecretsAreRemoved(_ engine: TestEngine) async throws {
        let box = try await Fixture(engine)
        let server = try SMTPServer()
        try await box.enqueue(Fixture.mail("sent", to: "sam@example.org"))
        try await box.enqueue(Fixture.mail("failed", to: "weg@example.org", secret: "s"))
        try await box.worker(server.port).runOnce(limit: 10)
        box.advance(.days(90))
        try await box.enqueue(Fixture.mail("new", to: "sam@example.org", secret: "n"))

        let now = box.now
        try await box.database.write { tx in try Outbox.forgetSecrets(before: now, tx) }

        let mails = try await box.mails()
        #expect(Set(mails.map(\.key)) == ["new", "failed", "sent"], "a centre's mails go by its own terms")
        for mail in mails { #expect(try await box.secret(mail) == (mail.key == "new" ? "n" : nil)) }
    }

    @Test func withoutAMailServerMailStaysAndIsReadable() async throws {
        let box = try await Fixture(.sqlite)
        try await box.enqueue(Fixture.mail("a", to: "sam@example.org"))
        let worker = Worker(
            database: box.database, handlers: [:], now: { box.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })

        #expect(try await worker.runOnce(limit: 10) == 0)
        #expect(try await box.mails().map(\.state) == [.waiting])
    }
}
