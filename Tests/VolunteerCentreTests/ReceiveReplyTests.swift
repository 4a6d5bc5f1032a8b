import Foundation
import GivenCentre
import MailIn
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// An answer by plain mail is an answer; whatever else arrives is not, and is not lost.
@Suite struct ReceiveReplyTests {
    private struct World: Sendable {
        let given: Given
        let organisation: GivenOrganisation
        let happy: GivenVolunteer
        let id: ID<Application>
        let hers: RelayAddress
        let theirs: RelayAddress

        init(_ engine: TestEngine) async throws {
            given = try await Given(engine)
            organisation = try await given.organisation()
            happy = try await given.volunteer()
            id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
            hers = RelayAddress(application: id.number, account: happy.actor.account?.number ?? 0, isVolunteer: true)
            theirs = RelayAddress(
                application: id.number, account: organisation.member.account?.number ?? 0, isVolunteer: false)
        }

        /// As a mail server hands it over.
        func mail(_ text: String, from: String, id: String? = nil, more: String = "") throws -> ReceivedMail {
            let lines = [
                "From: Iemand <\(from)>", "To: reactie+x@antwoord.example", "Subject: Re: Nieuwe reactie",
                "Message-ID: <\(id ?? given.newKey())@mail.example>", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
            ]
            let head = (lines + (more.isEmpty ? [] : [more])).joined(separator: "\r\n")
            return try #require(ReceivedMail(Array("\(head)\r\n\r\n\(text)\r\n".utf8)))
        }

        func receive(
            _ mail: ReceivedMail, to address: RelayAddress, from sender: String? = nil, at instant: Instant? = nil
        ) async throws -> ReceiveReply.Outcome? {
            let sender = sender ?? mail.sender
            return try await given.write(by: .system(centre: given.centre), at: instant) { work in
                try ReceiveReply.run(mail, from: sender, to: address, in: work)
            }
        }

        func state() async throws -> String {
            try await given.texts("state", of: "application", where: "id = \(id)").first ?? ""
        }

        func said() async throws -> [String] { try await given.texts("text", of: "application_message") }

        func notices() async throws -> [String] {
            try await given.texts("text", of: "mail", where: "kind = 'reply_not_passed'")
        }
    }

    private let quote =
        "\n\nOp ma 30 nov 2026 om 09:14 schreef Wijkrijk\n<reactie+x@antwoord.example>:\n\n> Er is een nieuwe reactie."

    @Test(arguments: TestEngine.available)
    func bothSidesTalkByMail(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let mail = try world.mail("Kom je maandag?" + quote, from: world.organisation.email.uppercased())
        #expect(try await world.receive(mail, to: world.theirs) == .answer)
        #expect(try await world.receive(mail, to: world.theirs) == .answer, "the server sent it again")
        #expect(try await world.said() == ["Kom je maandag?"])
        #expect(try await world.state() == "in_conversation")
        #expect(try await world.given.count("application", where: "answered_at is not null") == 1)
        #expect(try await world.given.count("mail", where: "kind = 'application_answered'") == 1)
        let answer = try world.mail("Ja, graag! Tot dan.\n\nVerstuurd vanaf mijn iPhone", from: world.happy.email)
        #expect(try await world.receive(answer, to: world.hers) == .answer)
        #expect(try await world.said() == ["Kom je maandag?", "Ja, graag! Tot dan."])
        #expect(try await world.given.count("mail", where: "kind = 'application_answer_arrived'") == 1)
        #expect(try await world.notices().isEmpty)
        // The words stand in the conversation, and nowhere twice.
        #expect(try await world.given.count("relayed_mail", where: "text = ''") == 0, "something was cut off of both")
    }

    @Test(arguments: TestEngine.available)
    func whatIsNoAnswerStopsNoClock(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let own = world.organisation.email
        let away = try world.mail("Ik ben met vakantie.", from: own, more: "Auto-Submitted: auto-replied")
        #expect(try await world.receive(away, to: world.theirs) == .automatic)
        let bounce = try world.mail("Not delivered.", from: own)
        #expect(try await world.receive(bounce, to: world.theirs, from: "") == .automatic)
        // Exchange puts this on what people type.
        let greeting = try world.mail("Met vriendelijke groet,\nPiet", from: own, more: "X-Auto-Response-Suppress: All")
        #expect(try await world.receive(greeting, to: world.theirs) == .empty)
        let other = try world.mail("Kom maar langs.", from: "iemand@elders.example")
        #expect(try await world.receive(other, to: world.theirs) == .otherAddress)
        #expect(try await world.said().isEmpty)
        #expect(try await world.state() == "new")
        #expect(try await world.given.count("application", where: "answered_at is not null") == 0)
        // Told to the address that we know, once a day for each reason, and never to a machine or a stranger.
        for _ in 1...3 {
            _ = try await world.receive(try world.mail("Kom maar.", from: "iemand@elders.example"), to: world.theirs)
        }
        let receivers = try await world.given.texts("to_address", of: "mail", where: "kind = 'reply_not_passed'")
        #expect(receivers == [own, own])
        #expect(try await !world.notices()[1].contains("Kom maar langs."), "the centre's outbox is no place for it")
        let aside = try await world.given.database.read { tx in
            try RelayedMail.aside(of: world.id, from: .organisation, in: world.given.centre.id, tx)
        }
        #expect(aside.map(\.outcome).prefix(4) == [.automatic, .automatic, .empty, .otherAddress])
        #expect(aside[0].text.contains("vakantie"))
    }

    /// Two ticket systems without any header answered each other for hours.
    @Test(arguments: TestEngine.available)
    func fiftyInAnHourWakeNobody(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        for number in 1...50 {
            let mail = try world.mail("Dit is bericht \(number).", from: world.happy.email)
            _ = try await world.receive(mail, to: world.hers)
        }
        #expect(try await world.said().count == 10)
        #expect(try await world.given.count("relayed_mail", where: "outcome = 'too_many'") == 40)
        #expect(try await world.notices().count == 1)
        for number in 51...80 {
            let mail = try world.mail("Dit is bericht \(number).", from: world.happy.email)
            #expect(try await world.receive(mail, to: world.hers) == .tooMany)
        }
        #expect(try await world.given.count("relayed_mail") == 50, "it fills no disk")
        // What machines sent keeps nobody from answering.
        let other = try await World(engine)
        for number in 1...12 {
            let away = try other.mail("Weg \(number)", from: other.happy.email, more: "Auto-Submitted: auto-replied")
            _ = try await other.receive(away, to: other.hers)
        }
        #expect(try await other.receive(try other.mail("Ik kom.", from: other.happy.email), to: other.hers) == .answer)
        let later = try world.mail("Nu nog iets.", from: world.happy.email)
        #expect(try await world.receive(later, to: world.hers, at: world.given.now.adding(.hours(25))) == .answer)
    }

    @Test(arguments: TestEngine.available)
    func closedErasedAndForged(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (given, id) = (world.given, world.id)
        let mail = try world.mail("Toch graag.", from: world.happy.email)
        try await given.database.write { tx in
            try tx("update application set state = 'withdrawn' where id = \(id)")
        }
        #expect(try await world.receive(mail, to: world.hers) == .closed)
        #expect(try await world.notices().count == 1)
        // An older mail of the organisation takes no no up again.
        try await given.database.write { tx in
            try tx("update application set state = 'declined' where id = \(id)")
        }
        let old = try world.mail("Kom je nog?", from: world.organisation.email)
        #expect(try await world.receive(old, to: world.theirs) == .closed)
        #expect(try await world.state() == "declined")
        // Somebody else's address, and one that works there no more.
        let stranger = RelayAddress(
            application: id.number, account: given.desk.account?.number ?? 0, isVolunteer: false)
        #expect(try await world.receive(mail, to: stranger) == nil)
        let swapped = RelayAddress(application: id.number, account: world.theirs.account, isVolunteer: true)
        #expect(try await world.receive(mail, to: swapped) == nil)
        let gone = RelayAddress(application: 999_999, account: world.hers.account, isVolunteer: true)
        #expect(try await world.receive(mail, to: gone) == nil)
    }

    /// However a mail program quotes: nothing of the letter that was answered reaches the other side.
    @Test(arguments: TestEngine.available)
    func theLetterThatIsAnsweredStaysWithItsReader(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let letter =
            "Lees de reactie:\nhttps://borne.example/beheer/reacties/12\nZonder inloggen: https://borne.example/actie/GEHEIM"
        for (number, text) in [
            "Kom maar.\n\nDe : Wijkrijk\nEnvoye : lundi\n\n\(letter)",
            "Kom maar.\n\nW dniu 30.11 Wijkrijk napisal\n\n\(letter)",
            "Kom maar.\n\n| \(letter)", "Kom maar.\n\n\(letter)",
        ].enumerated() {
            let mail = try world.mail(text + "\n\(number)", from: world.organisation.email)
            #expect(try await world.receive(mail, to: world.theirs) == .answer, "\(number)")
        }
        #expect(try await world.said().allSatisfy { !$0.contains("GEHEIM") && $0.hasPrefix("Kom maar.") })
        // What somebody typed is hers, whatever it looks like.
        let own =
            "Hallo Fatma,\n\nOp de site schreef je dat je om 10:00 kunt.\nKom dan om 11.\n\nVan: Borne\nAan: Hengelo"
        #expect(
            try await world.receive(try world.mail(own, from: world.organisation.email), to: world.theirs) == .answer)
        #expect(try await world.said().last == own)
    }

    @Test func addressesCannotBeGuessed() throws {
        let relay = RelayAddress.Relay(domain: "Antwoord.example", secret: Array("a key".utf8))
        var random = SeededRandom(11)
        for _ in 1...200 {
            let address = RelayAddress(
                application: Int64.random(in: 1...900_000_000, using: &random),
                account: Int64.random(in: 1...900_000_000, using: &random), isVolunteer: Bool.random(using: &random))
            let text = address.text(at: relay)
            #expect(text.utf8.count < 64 && text == text.lowercased())
            #expect(RelayAddress(text, at: relay) == address && RelayAddress(text.uppercased(), at: relay) == address)
            // One sign of it changed.
            var signs = Array(text)
            let place = Int.random(in: 8..<(signs.firstIndex(of: "@") ?? 9), using: &random)
            signs[place] = signs[place] == "z" ? "y" : "z"
            #expect(RelayAddress(String(signs), at: relay) == nil, "\(text)")
        }
        let other = RelayAddress.Relay(domain: "antwoord.example", secret: Array("another".utf8))
        let text = RelayAddress(application: 1, account: 2, isVolunteer: true).text(at: relay)
        for forged in [
            "", "@", "reactie+@antwoord.example", "reactie+0@antwoord.example", text + "x", "x" + text,
            text.replacing("+", with: ""),
        ] {
            #expect(RelayAddress(forged, at: relay) == nil, "\(forged)")
        }
        #expect(RelayAddress(text, at: other) == nil)
    }
}
