import Foundation
import GivenCentre
import Localisation
import Mail
import MailIn
import SQL
import TestSupport
import Testing
import Time

@testable import VolunteerCentre

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

    /// Whom the centre suspended says nothing by mail either.
    @Test(arguments: TestEngine.available)
    func aSuspendedOrganisationIsUnknown(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        try await world.given.database.write { tx in
            try tx("update organisation set state = 'suspended' where id = \(world.organisation.id)")
        }
        let mail = try world.mail("Kom maar gewoon langs.", from: world.organisation.email)
        #expect(try await world.receive(mail, to: world.theirs) == nil)
        #expect(try await world.state() == "new")
        #expect(try await world.said().isEmpty)
    }

    /// Where a day's room is full, the mail waits at its own server: "kept" is only said of what is kept.
    @Test(arguments: TestEngine.available)
    func nothingIsCalledKeptThatIsNot(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        for number in 0..<ReceiveReply.keptADay {
            let strange = try world.mail("Onzin \(number)", from: "vreemd@elders.example")
            #expect(try await world.receive(strange, to: world.hers) == .otherAddress)
        }
        let empty = try world.mail("Met vriendelijke groet,\nFatma", from: world.happy.email)
        #expect(try await world.receive(empty, to: world.hers) == .full)
        #expect(try await world.receive(empty, to: world.hers, at: world.given.now.adding(.days(2))) == .empty)
        let answer = try world.mail("Ja, ik kom.", from: world.happy.email)
        #expect(try await world.receive(answer, to: world.hers) == .answer)
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
            try RelayedMail.aside(
                of: world.id, from: .organisation, world.organisation.member.account, in: world.given.centre.id, tx)
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
        #expect(try await world.given.count("relayed_mail") == 60, "it fills no disk")
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

    /// Codes as filters and mail programs write them; and nothing else is touched.
    @Test func codesAreTakenOutHoweverTheyAreWritten() throws {
        var random = SeededRandom(7)
        let code = (0..<32).map { _ in String(UInt8.random(in: 16...255, using: &random), radix: 16) }.joined()
        let relay = RelayAddress.Relay(domain: "antwoord.example", secret: [1, 2, 3])
        let address = RelayAddress(application: 12, account: 34, isVolunteer: true).text(at: relay)
        let sign = String(address.dropFirst("reactie+".count).prefix(34))
        let words = SecretWords(hosts: ["borne.example"], relayDomain: relay.domain)
        let link = "https://borne.example/actie/\(code)"
        let packed = Data(link.utf8).base64EncodedString()
        let broken = [": ", "»", "-\n", "+\n", "\\\n", "\"", "<", "\u{ad}", "\u{200c}", "\n> "].map {
            "https://borne.example/actie/\(code.prefix(30))\($0)\(code.dropFirst(30))"
        }
        for text in broken + [
            link, "https://x.example/a?url=\(packed)",
            "https://x.example/\(packed.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))",
        ] {
            let left = words.removed(from: "Ja hoor.\n\(text)\nTot dan.").lowercased().filter {
                $0.isLetter || $0.isNumber
            }
            #expect(
                !left.contains(code.dropFirst(40)) && !left.contains(packed.lowercased().prefix(40)), "\(text): \(left)"
            )
            #expect(left.hasPrefix("jahoor") && left.hasSuffix("totdan"), "\(text): \(left)")
        }
        for text in [
            address, "mailto:reactie%2B\(sign)%40antwoord.example", "reactie=2B\(sign)=40antwoord.example",
            "reactie+\(sign) at antwoord", "reactie+\(sign.prefix(20))\n\(sign.dropFirst(20))@antwoord.example",
        ] {
            #expect(!words.removed(from: "Ja. \(text) Dag.").contains(sign.dropFirst(22)), "\(text)")
        }
        for plain in [
            "Bel 06 12 34 56 78 of 074-1234567, of 0612345678 na 1e 10:00, 2e 11:00, 3e 12:00, 4e 13:00, 5e 14:00, 6e 15:00, 7e 16:00 8e 9e.",
            "https://teams.example/l/meetup-join/19%3ameeting_ZGY3ZDk5MjYtMTkyMy00YmE4LWEyNzctOTNlZjI4ZmQ1ODQ4%40thread.v2/0",
            "Zie https://borne.example/vacatures/12. Mijn reactie: graag dinsdag om tien uur bij de ingang.",
        ] { #expect(words.removed(from: plain) == plain) }
    }

    /// What does not fit is told to who wrote it, and she alone reads the whole.
    @Test(arguments: TestEngine.available)
    func aLongMailIsCutAloud(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let long = String(repeating: "Een heel verhaal. ", count: 400)
        #expect(try await world.receive(try world.mail(long, from: world.happy.email), to: world.hers) == .answer)
        let said = try await world.said()
        #expect(said[0].count <= 4000 && said[0].hasPrefix("Een heel verhaal."))
        #expect(try await world.notices().contains { $0.contains("Alleen het begin") })
        let (centre, id) = (world.given.centre.id, world.id)
        let (hers, other) = (world.happy.actor.account, world.organisation.member.account)
        let (own, colleagues) = try await world.given.database.read { tx in
            (
                try RelayedMail.aside(of: id, from: .volunteer, hers, in: centre, tx),
                try RelayedMail.aside(of: id, from: .volunteer, other, in: centre, tx)
            )
        }
        #expect(own.count == 1 && own[0].text.count > 4000 && colleagues.isEmpty)
    }

    /// Forged notices of machines push no answer off the page.
    @Test(arguments: TestEngine.available)
    func machinesTakeNoRoom(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let cut = try world.mail("Ik kom." + quote, from: world.happy.email)
        #expect(try await world.receive(cut, to: world.hers) == .answer)
        for number in 1...60 {
            let away = try world.mail("Weg \(number)", from: world.happy.email, more: "Auto-Submitted: auto-replied")
            _ = try await world.receive(away, to: world.hers)
        }
        let more = try world.mail("Toch om elf uur." + quote, from: world.happy.email)
        #expect(try await world.receive(more, to: world.hers) == .answer)
        let (centre, id, hers) = (world.given.centre.id, world.id, world.happy.actor.account)
        let aside = try await world.given.database.read { tx in
            try RelayedMail.aside(of: id, from: .volunteer, hers, in: centre, tx)
        }
        #expect(aside.count(where: { $0.outcome == .answer }) == 2 && aside.count == 22)
        #expect(try await world.given.count("relayed_mail") == 52)
    }

    /// Who may answer a mail reads in it who reads the answer, also where the centre chose its own words.
    @Test func theMailSaysWhoReadsAnAnswer() async throws {
        let given = try await Given(.sqlite)
        let relay = RelayAddress.Relay(domain: "antwoord.example", secret: [1])
        #expect(!relay.domain.isEmpty)
        func text(_ body: String, isRelayed: Bool) throws -> String {
            let own = body.isEmpty ? nil : OwnText.Wording(title: "", body: body, button: "")
            let draft = MailDraft(
                kind: .applicationAnswered, key: "a", button: .page("/mijn"),
                values: [.title: "Kok", .organisation: "De Warme Pan"])
            return try given.mails.compose(draft, own, toName: "Sam", isRelayed: isRelayed, .nl, given.centre).layout
                .text
                .words
        }
        for own in ["", "Dag {{name}},\n\nKijk.\n\nGroet", "Dag {{name}},\n\n{{reply}}"] {
            let relayed = try text(own, isRelayed: true)
            #expect(relayed.ranges(of: "De Warme Pan leest wat je schrijft").count == 1, "\(relayed)")
            #expect(!relayed.contains("niet bij De Warme Pan"))
        }
        #expect(try text("", isRelayed: false).contains("komt bij \(given.centre.name) terecht, niet bij De Warme Pan"))
    }

    /// However a mail program quotes: nothing of the letter that was answered reaches the other side.
    @Test(arguments: TestEngine.available)
    func theLetterThatIsAnsweredStaysWithItsReader(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let secret = Token(random: world.given.random).text
        let (first, second) = (secret.prefix(20), secret.dropFirst(20))
        let link = "https://borne.example/actie/\(secret)"
        func letter(_ link: String) -> String {
            "Lees de reactie:\nhttps://borne.example/beheer/reacties/12\nZonder inloggen: \(link)\nTot gauw."
        }
        for (number, text) in [
            "Kom maar.\n\nDe : Wijkrijk\nEnvoye : lundi\n\n\(letter(link))",
            "Kom maar.\n\nW dniu 30.11 Wijkrijk napisal\n\n\(letter(link.uppercased()))",
            "Kom maar.\n\n| \(letter("https://borne.example/actie/\(first)\n| \(second)"))",
            // Folded anywhere, and packed in the link of a filter.
            "Kom maar.\n\n\(letter("https://borne.example/ac\ntie/\(first)=\n> \(second)"))",
            "Kom maar.\n\n\(letter("https://eur03.safelinks.example/?url=https%3A%2F%2Fborne.example%2Factie%2F\(secret)&data=05%7C"))",
            "Kom maar.\n\n\(letter("https://urldefense.example/v2/url?u=https-3A__borne.example_actie_\(secret)&d=x"))",
            "Kom maar.\n\n\(letter("https://filter.example/?d=borne.localhost&u=aHR0cHM6Ly9nZWhlaW0="))",
        ].enumerated() {
            let mail = try world.mail(text + "\n\(number)", from: world.organisation.email)
            #expect(try await world.receive(mail, to: world.theirs) == .answer, "\(number)")
        }
        let said = try await world.said().joined(separator: "\n")
        let bare = said.lowercased().filter { $0.isLetter || $0.isNumber }
        #expect(!bare.contains(second.prefix(12)) && !bare.contains("ahr0"), "\(said)")
        #expect(said.ranges(of: "Kom maar.").count == 7 && said.ranges(of: "Tot gauw.").count >= 5)
        // What somebody typed is hers, whatever it looks like.
        let own =
            "Zie https://www.borne.localhost/vacatures/12 of https://borne.localhost/vacatures.\n--\nHallo Fatma,\n\nOp de site schreef je dat je om 10:00 kunt.\nKom dan om 11.\n\nVan: Borne\nAan: Hengelo"
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
