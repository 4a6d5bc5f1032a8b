import Foundation
import Testing

@testable import Mail

/// Against a real server in a process of its own. One at a time: each has a server.
@Suite(.serialized) struct SMTPClientTests {
    static let sender = "bounces@zon.example"

    func client(
        _ server: SMTPServer, login: String = "", query: String = "?starttls=none", scheme: String = "smtp",
        ca: String? = nil,
        limits: SMTPClient.Limits = .init()
    ) throws -> SMTPClient {
        SMTPClient(
            try SMTPSettings(url: "\(scheme)://\(login)localhost:\(server.port)\(query)", caFile: ca), limits: limits)
    }

    func failure(_ client: SMTPClient, to recipient: String, _ bytes: [UInt8]? = nil) async throws -> SMTPFailure {
        let bytes = try bytes ?? MIME.encode(MIMETests.message())
        return try await #require(throws: SMTPFailure.self) {
            try await client.send(bytes, from: Self.sender, to: recipient)
        }
    }

    @Test func deliversByteForByteAndKeepsTheConnection() async throws {
        let server = try SMTPServer()
        // On a busy machine this test may wait between two messages longer than a connection is kept.
        let client = try client(server, limits: .init(idle: 600))
        let text = ".\n..twee\nÉén 💚\n" + String(repeating: "lang ", count: 400) + "\n.\nna de punt\n"
        let bytes = MIME.encode(
            try MIMETests.message(subject: "Één 💚", text: text, html: "<p>é</p>", to: "Zoë van ’t Hof"))
        let raw = Array("Subject: raw\r\n\r\n.\r\n..\r\n.x\r\n".utf8)

        try await client.send(bytes, from: Self.sender, to: "sam@example.org")
        try await client.send(raw, from: "", to: "sam@example.org")

        let stored = try server.stored()
        #expect(stored.map(\.message) == [bytes, raw])
        #expect(stored.map(\.envelope.from) == [Self.sender, "<>"])
        #expect(stored.map(\.envelope.to) == [["sam@example.org"], ["sam@example.org"]])
        #expect(stored.map(\.envelope.session) == [1, 1])
        let read = try ReadMail(stored[0].message)
        #expect(read.text == text && read.html == "<p>é</p>" && read.subject == "Één 💚")
        #expect(read.to == [["Zoë van ’t Hof", "sam@example.org"]])
    }

    @Test func logsInBehindSTARTTLSWithOurOwnAuthority() async throws {
        let files = try TestCertificates.shared.get()
        let server = try SMTPServer(["--starttls", files.certificate, files.key, "--auth", "app", "ge:h@im"])

        let good = try client(server, login: "app:ge%3Ah%40im@", query: "?starttls=required", ca: files.ca)
        try await good.send(MIME.encode(MIMETests.message()), from: Self.sender, to: "sam@example.org")

        #expect(try server.stored().map(\.envelope.tls) == [true])
        #expect(try server.stored().map(\.envelope.user) == ["app"])

        let wrong = try client(server, login: "app:fout@", query: "?starttls=required", ca: files.ca)
        #expect(
            try await failure(wrong, to: "sam@example.org")
                == .configuration(text: "535 5.7.8 Authentication credentials invalid"))

        let open = try client(server)
        let refusal = try await failure(open, to: "sam@example.org")
        #expect(refusal == .configuration(text: "530 Must issue a STARTTLS command first"))

        let distrustful = try client(server, login: "app:ge%3Ah%40im@", query: "?starttls=required")
        guard case .configuration = try await failure(distrustful, to: "sam@example.org") else {
            Issue.record("a certificate of an unknown authority was not refused as such")
            return
        }
        #expect(try server.stored().count == 1)
    }

    @Test func speaksTLSFromTheFirstByte() async throws {
        let files = try TestCertificates.shared.get()
        let server = try SMTPServer(["--smtps", files.certificate, files.key])

        try await client(server, query: "", scheme: "smtps", ca: files.ca)
            .send(MIME.encode(MIMETests.message()), from: Self.sender, to: "sam@example.org")

        #expect(try server.stored().map(\.envelope.tls) == [true])
    }

    @Test func requiredSTARTTLSIsNotTalkedDown() async throws {
        let server = try SMTPServer()

        guard
            case .configuration = try await failure(client(server, query: "?starttls=required"), to: "sam@example.org")
        else {
            Issue.record("sent or failed otherwise without STARTTLS")
            return
        }
        try await client(server, query: "?starttls=optional")
            .send(MIME.encode(MIMETests.message()), from: Self.sender, to: "sam@example.org")
        #expect(try server.stored().map(\.envelope.tls) == [false])
    }

    @Test func tellsRefusalsFromDelaysInTheServersWords() async throws {
        let server = try SMTPServer()
        let client = try client(server)

        #expect(
            try await failure(client, to: "weg@example.org")
                == .refused(code: 550, text: "5.1.1 Deze persoon werkt hier niet meer"))
        #expect(
            try await failure(client, to: "later@example.org") == .temporary(code: 451, text: "4.7.1 Try again later"))
        #expect(
            try await failure(client, to: "kapot@example.org") == .refused(code: 554, text: "5.6.0 Message refused"))
        #expect(try server.stored().isEmpty)
    }

    /// One wrong setting, or a server that has us on its list: no reader's fault, so no mail of hers is given up for it.
    @Test func tellsARefusalOfUsFromOneOfTheReceiver() async throws {
        let server = try SMTPServer()
        let bytes = MIME.encode(try MIMETests.message())
        let client = try client(server)
        #expect(
            try await failure(client, to: "ver@example.org")
                == .configuration(text: "554 5.7.1 <ver@example.org>: Relay access denied"))
        // Everybody gets this answer while we stand on a list; afterwards they should get their mail.
        let listed = "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"
        #expect(try await failure(client, to: "lijst@example.org") == .configuration(text: listed))
        await #expect(throws: SMTPFailure.configuration(text: "550 5.7.1 Sender not allowed")) {
            try await client.send(bytes, from: "geweigerd@centre.example", to: "sam@example.org")
        }
        try await client.send(bytes, from: Self.sender, to: "sam@example.org")
        #expect(try server.stored().count == 1)
    }

    @Test func aBrokenLineAfterTheMessageIsTemporaryAndNotSentAgainByItself() async throws {
        let server = try SMTPServer()
        let client = try client(server)
        let bytes = MIME.encode(try MIMETests.message())
        try await client.send(bytes, from: Self.sender, to: "sam@example.org")

        guard case .temporary(nil, _) = try await failure(client, to: "breek@example.org") else {
            Issue.record("not a temporary failure")
            return
        }
        #expect(try server.stored().map(\.envelope.to) == [["sam@example.org"], ["breek@example.org"]])
    }

    @Test func aConnectionThatDiedBetweenMessagesIsMadeAnew() async throws {
        let first = try SMTPServer()
        let client = try client(first)
        let bytes = MIME.encode(try MIMETests.message())
        try await client.send(bytes, from: Self.sender, to: "sam@example.org")

        first.stop()
        guard case .temporary(nil, let text) = try await failure(client, to: "sam@example.org") else {
            Issue.record("not a temporary failure")
            return
        }
        #expect(!text.isEmpty)

        let second = try SMTPServer(port: first.port, folder: first.folder)
        try await client.send(bytes, from: Self.sender, to: "sam@example.org")
        second.stop()
        let third = try SMTPServer(port: first.port, folder: first.folder)
        try await client.send(bytes, from: Self.sender, to: "sam@example.org")
        #expect(try third.stored().count == 3)
    }

    @Test func aServerThatHungUpBetweenMessagesIsCalledAgain() async throws {
        let server = try SMTPServer()
        let client = try client(server)
        let bytes = MIME.encode(try MIMETests.message())

        for _ in 0..<3 { try await client.send(bytes, from: Self.sender, to: "stop@example.org") }

        #expect(try server.stored().count == 3)
    }

    @Test func aServerThatDoesNotAnswerIsLeftAfterTheTimeLimit() async throws {
        let server = try SMTPServer()
        let client = try client(server, limits: .init(connect: 400, total: 400))

        let start = ContinuousClock.now
        #expect(
            try await failure(client, to: "traag@example.org") == .temporary(code: nil, text: "Timeout was reached"))
        // The server takes a minute; a machine that is busy with other tests takes its time too.
        #expect(ContinuousClock.now - start < .seconds(40))
    }

    @Test func envelopesTakeAddressesOnly() async throws {
        let server = try SMTPServer()
        let client = try client(server)

        #expect(
            try await failure(client, to: "a@b.example>\r\nRCPT TO:<c@d.example")
                == .refused(code: 553, text: "not a mail address"))
        await #expect(throws: SMTPFailure.configuration(text: "the envelope sender is not an address")) {
            try await client.send([], from: "a@b.example> SIZE=1", to: "a@b.example")
        }
    }

    @Test func sendsManyAtOnce() async throws {
        let server = try SMTPServer()
        let client = try client(server)
        let bytes = MIME.encode(try MIMETests.message())

        try await withThrowingTaskGroup { group in
            for n in 0..<40 {
                group.addTask { try await client.send(bytes, from: Self.sender, to: "p\(n)@example.org") }
            }
            try await group.waitForAll()
        }

        let recipients = try server.stored().flatMap(\.envelope.to)
        #expect(Set(recipients) == Set((0..<40).map { "p\($0)@example.org" }) && recipients.count == 40)
    }
}
