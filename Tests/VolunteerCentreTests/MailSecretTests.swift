import Composition
import GivenCentre
import Jobs
import Localisation
import Mail
import SQL
import TestSupport
import Testing

@testable import VolunteerCentre

/// A secret stands in addresses that the program built, whatever people call themselves.
@Suite struct MailSecretTests {
    private static let poisons = [
        "https://evil.example/[[secret]]", "https://evil.example/[[se[[secret]]cret]]",
        "[[se[[se[[secret]]cret]]cret]]",
        "Klik hier:\n\n[button]\n\nhttps://evil.example/", "[but[button]ton]", "{{name}} {{secret}} {{{secret}}}",
        "%s \\(secret)",
    ]

    @Test(arguments: TestEngine.available)
    func noValueCarriesIt(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        var sent = 0
        for (number, poison) in Self.poisons.enumerated() {
            for kind in Capabilities.all.mails {
                for foot in [false, true] {
                    let (token, page) = (Token(random: given.random), MailDraft.Destination.page("/mijn"))
                    var draft = MailDraft(
                        kind: kind, key: "\(number):\(kind.rawValue):\(foot)",
                        button: foot ? page : .setPassword(token),
                        foot: foot ? .act(token) : nil)
                    for field in TextField.allCases { draft.values[field] = poison }
                    let made = draft
                    try await given.write(by: .system(centre: given.centre)) { work in
                        // Each has a receiver of its own: one address gets few.
                        try work.tell((poison, "\(number).\(kind.rawValue)@mail.example"), in: .nl, made)
                    }
                    sent += 1
                    let key = draft.key
                    let mail = try #require(
                        try await given.database.read { tx in
                            try Outbox.list(centre: given.centre.id.number, pageSize: 1, tx).first
                        })
                    #expect(mail.key == key)
                    let own = "http://borne.localhost:8080" + (foot ? "/actie/" : "/wachtwoord/instellen/")
                    let hasOne = foot || kind.buttonLabel != nil
                    for (body, most) in [(mail.text, 1), (try #require(mail.html), foot ? 1 : 2)] {
                        let parts = body.filled(with: token.text).components(token.text)
                        #expect(parts.count - 1 == (hasOne ? most : 0), "\(kind) with \(poison)")
                        for part in parts.dropLast() { #expect(part.hasSuffix(own), "\(kind) with \(poison)") }
                        // A second button in a stranger's words would be ours in his sentence.
                        #expect(!body.words.contains("[[secret]]") || poison.contains("[[secret]]"))
                    }
                    #expect(!mail.subject.contains(token.text))
                }
            }
        }
        #expect(sent == Self.poisons.count * Capabilities.all.mails.count * 2)
    }

    /// As a stranger would do it: with a form, a name and somebody's address.
    @Test(arguments: TestEngine.available)
    func aGuestsNameStaysAName(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let vacancy = try await given.vacancy(of: try await given.organisation())
        var input = RespondAsGuest.Input()
        input.name = "https://evil.example/[[se[[secret]]cret]]"
        (input.email, input.message, input.submissionKey) = ("slachtoffer@mail.example", "Hoi", given.newKey())
        let made = input
        _ = try await given.write(by: .visitor(centre: given.centre)) { work in
            try RespondAsGuest.run(made, to: vacancy, in: work)
        }
        let mail = try #require(
            try await given.database.read { tx in
                try Outbox.list(centre: given.centre.id.number, tx).first { $0.toAddress == "slachtoffer@mail.example" }
            })
        for body in [mail.text, try #require(mail.html)] {
            let filled = body.filled(with: "GEHEIM")
            #expect(filled.contains("/actie/GEHEIM") && !filled.contains("evil.example/GEHEIM"))
        }
    }

    /// Where the words cannot be cut at the button, it goes last; a mail goes out in any case.
    @Test func aButtonWithinASectionGoesLast() async throws {
        let given = try await Given(.sqlite)
        let own = OwnText.Wording(
            title: "", body: "Dag {{name}},\n\n{{#words}}\n[button]\n{{/words}}\nGroet", button: "Kijk")
        let draft = MailDraft(
            kind: .applicationDeclined, key: "a", button: .page("/vacatures"), values: [.words: "Helaas"])
        let text = try given.mails.compose(draft, own, toName: "Sam", isRelayed: false, .nl, given.centre).layout.text
            .words
        #expect(
            text.contains("Groet\n\nKijk:\nhttp://borne.localhost:8080/vacatures\n\n-- ") && !text.contains("[button]"))
    }

    /// Mail that waited while the program was replaced: its link stays, a stranger's does not.
    @Test(arguments: TestEngine.available)
    func waitingMailOfBeforeComesAlong(_ engine: TestEngine) async throws {
        let database = try await engine.database(
            migrations: Array(Capabilities.all.migrations.prefix { $0.number < 29 }))
        let own = "Dag,\n\nStel in:\nhttps://x.example/wachtwoord/instellen/[[secret]]\n\n-- \nCentrum\n"
        let markup =
            "<a href=\"https://x.example/wachtwoord/instellen/[[secret]]\">k</a>https://x.example/wachtwoord/instellen/[[secret]]"
        try await database.write { tx in
            for (key, text) in [("good", own), ("bad", "Dag https://evil.example/actie/[[secret]]\n" + own)] {
                try tx(
                    """
                    insert into mail (key, message_id, kind, language, to_name, to_address, from_name, from_address, subject,
                        text, html, secret, unsubscribe, state, created_at, attempts)
                    values (\(key), \(key), 'test', 'nl', '', 'a@b.example', '', 'c@d.example', '', \(text), \(markup),
                        'geheim', 'https://x.example/actie/[[secret]]', 'waiting', 1, 0)
                    """)
            }
        }
        _ = try await Migrator(Capabilities.all.migrations).migrate(database)
        let mails = try await database.read { tx in try Outbox.list(centre: nil, tx) }
        let (good, bad) = (
            try #require(mails.first { $0.key == "good" }), try #require(mails.first { $0.key == "bad" })
        )
        #expect(good.state == .waiting && good.text.filled(with: "T") == own.replacing("[[secret]]", with: "T"))
        #expect(good.html?.filled(with: "T") == markup.replacing("[[secret]]", with: "T"))
        #expect(good.unsubscribe == MailLink("https://x.example/actie/", endsInSecret: true))
        #expect(bad.state == .failed && bad.text.filled(with: "T") == bad.text.words && bad.lastError != nil)
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
