import MailIn
import Testing

/// Mails that a fourth attacker sent: honest words that were lost, and machines and signatures that were taken for words.
@Suite struct FourthAttackTests {
    private func mail(_ text: String, type: String = "text/plain", subject: String = "Re: Nieuwe reactie") throws
        -> ReceivedMail
    {
        let head = [
            "From: Fatma <fatma@mail.example>", "To: reactie+x@antwoord.example", "Subject: \(subject)",
            "Message-ID: <1@mail.example>", "MIME-Version: 1.0", "Content-Type: \(type); charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
        ].joined(separator: "\r\n")
        return try #require(ReceivedMail(Array("\(head)\r\n\r\n\(text)\r\n".utf8)))
    }

    @Test(arguments: [
        "Groetjes terug! Ja, donderdag om vijf uur kom ik.", "Hartelijke groet uit Turkije, ik ben 10 december terug.",
        "Mvg Fatma, ja ik kom", "Outlook for Thursday: I can come at five.",
        "Morgen.\nVerstuurd via de post, morgen is hij er.", "Kort.\nVerzonden vanuit de wachtkamer, dus kort.",
        "Yes!\nSent with love from my whole family!", "👍", "Ja",
    ])
    func honestWordsArrive(_ text: String) throws {
        let words = try mail(text).words
        #expect(words == text && !TypedWords.sayNothing(words), "\(words)")
    }

    @Test(arguments: [
        "-- \nIlse Nijhof\nWeekend", "Met vriendelijke groet,\nIlse Nijhof\nCoördinator\nWeekend\n074 123 45 67", ".",
        "[cid:image001.png@01DA]", "Groeten, Ilse", "Verstuurd vanaf mijn iPhone",
    ])
    func nothingWasSaid(_ text: String) throws {
        let words = try mail(text).words
        #expect(TypedWords.sayNothing(words), "\(words)")
    }

    /// Outlook quotes without a sign; who says that she answers below has all of it passed on.
    @Test func answersBetweenTheLinesOfOutlook() throws {
        let text = """
            Hoi Ilse, zie mijn antwoorden hieronder in rood.

            Van: Wijkrijk <info@wijkrijk.example>
            Verzonden: maandag 30 november 2026 09:14
            Aan: Fatma
            Onderwerp: Nieuwe reactie

            Kun je dinsdag?
            Ja, dat kan.
            """
        let words = try mail(text).words
        #expect(words.contains("Ja, dat kan."))
        let plain = text.replacing(", zie mijn antwoorden hieronder in rood", with: ", ja hoor")
        let cut = try mail(plain).words
        #expect(!cut.contains("Kun je dinsdag?"))
    }

    @Test(arguments: [
        "Auto-reply: weg", "Afwezig", "Afwezig t/m 5 december", "Abwesenheitsnotiz: weg", "Message d'absence",
        "Leesbevestiging: x", "Not read: x", "failure notice", "Returned mail: x", "Declined: overleg",
    ])
    func machinesBySubject(_ subject: String) throws {
        #expect(try mail("Ik ben er niet.", subject: subject).automatic(envelopeSender: "x@mail.example") != nil)
    }

    @Test func wordsOfHTMLStay() throws {
        let html = """
            <p>Prima, v&oacute;&oacute;r vijf uur, na de stra&szlig;e bij 5&deg;, cr&ecirc;pes.</p><p>Tot dan! <3 Groetjes</p>\
            <p>Als het < 5 graden is, niet.</p>
            """
        let words = try mail(html, type: "text/html").words
        for part in ["vóór vijf uur", "straße", "5°", "crêpes", "<3 Groetjes", "< 5 graden is, niet."] {
            #expect(words.contains(part), "\(part): \(words)")
        }
    }
}
