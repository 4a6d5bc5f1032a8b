import MailIn
import Testing

/// What a fifth attacker and public reports of other systems sent: a domain in disguise, a heart, a wrong label.
@Suite struct FifthAttackTests {
    private func mail(from: String, _ body: String, type: String = "text/plain; charset=utf-8") throws -> ReceivedMail {
        try mail(from: from, Array(body.utf8), type: type)
    }

    private func mail(from: String, _ body: [UInt8], type: String) throws -> ReceivedMail {
        let head = [
            "From: Fatma <\(from)>", "To: reactie+x@antwoord.example", "Subject: Re: Nieuwe reactie",
            "Message-ID: <1@mail.example>", "MIME-Version: 1.0", "Content-Type: \(type)",
            "Content-Transfer-Encoding: 8bit",
        ].joined(separator: "\r\n")
        return try #require(ReceivedMail(Array("\(head)\r\n\r\n".utf8) + body + [13, 10]))
    }

    @Test(arguments: [
        "fatma@vrij\u{AD}williger.example", "fatma@vrijwilliger\u{3002}example", "fatma@vrijwilli\u{FF47}er.example",
        "fatma@vrij\u{200B}williger.example", "fatma@vrijwilliger\u{FF0E}example",
    ])
    func aDomainInDisguiseIsNotHers(_ from: String) throws {
        #expect(try mail(from: from, "Ja").isAmbiguous)
        #expect(try !mail(from: "fatma@vrijwilliger.example", "Ja").isAmbiguous)
    }

    @Test func aHeartIsNoAnswer() throws {
        let body = """
            --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n❤️ reacted via Gmail\r\n--b\r\n\
            Content-Type: text/vnd.google.email-reaction+json; charset=utf-8\r\n\r\n{"emoji":"❤️","version":1}\r\n--b--
            """
        let heart = try mail(from: "fatma@mail.example", body, type: "multipart/alternative; boundary=b")
        #expect(heart.automatic(envelopeSender: "fatma@mail.example") == .marked)
    }

    /// `Dat’s “goed” – €5` in Windows-1252, by the name that half of the world gives it.
    @Test func whatCallsItselfLatinIsReadAsItWasWritten() throws {
        let bytes: [UInt8] =
            Array("Dat".utf8) + [0x92] + Array("s ".utf8) + [0x93] + Array("goed".utf8) + [0x94]
            + Array(" ".utf8) + [0x96, 0x20, 0x80] + Array("5, één".unicodeScalars.map { UInt8($0.value) })
        let words = try mail(from: "fatma@mail.example", bytes, type: "text/plain; charset=iso-8859-1").words
        #expect(words == "Dat’s “goed” – €5, één")
    }
}
