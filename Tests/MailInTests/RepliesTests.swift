import Foundation
import MailIn
import Testing

/// Replies as mail programs write them, judged by somebody who had not seen how they are read.
@Suite struct RepliesTests {
    private struct Reply: Decodable {
        let file: String, kind: String
        let contains: [String], lacks: [String]
        let text: String?
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Support/replies")

    private static func replies() throws -> [Reply] {
        try JSONDecoder().decode([Reply].self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    }

    private func mail(_ file: String) throws -> ReceivedMail? {
        ReceivedMail(Array(try Data(contentsOf: Self.folder.appending(path: file))))
    }

    private func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test func peopleAreUnderstood() throws {
        var exact = 0
        for reply in try Self.replies() where reply.kind == "answer" {
            let mail = try #require(try mail(reply.file))
            #expect(mail.automatic(envelopeSender: "truus@mail.example") == nil, "\(reply.file)")
            let words = mail.words
            for part in reply.contains {
                #expect(folded(words).contains(folded(part)), "\(reply.file) lost \(part): \(words)")
            }
            for part in reply.lacks {
                #expect(!folded(words).contains(folded(part)), "\(reply.file) kept \(part): \(words)")
            }
            #expect(!TypedWords.isOnlyGreeting(words), "\(reply.file)")
            if let text = reply.text {
                if folded(text) == folded(words) {
                    exact += 1
                } else {
                    print("REPLY \(reply.file): [\(words)] wanted [\(text)]")
                }
            }
        }
        print("REPLY exact \(exact)")
    }

    @Test func whoSaysNothingSaysNothing() throws {
        for reply in try Self.replies() where reply.kind == "empty" {
            let words = try #require(try mail(reply.file)).words
            #expect(words.isEmpty || TypedWords.isOnlyGreeting(words), "\(reply.file): \(words)")
        }
    }

    @Test func machinesAreKnown() throws {
        for reply in try Self.replies() where reply.kind == "automatic" {
            let text = try String(decoding: Data(contentsOf: Self.folder.appending(path: reply.file)), as: UTF8.self)
            let sender = text.contains("Return-Path: <>") ? "" : "x@mail.example"
            #expect(try mail(reply.file)?.automatic(envelopeSender: sender) != nil, "\(reply.file)")
        }
    }

    private func mail(_ head: [String], _ body: String) throws -> ReceivedMail {
        let lines = ["MIME-Version: 1.0"] + head + ["", body]
        return try #require(ReceivedMail(Array(lines.joined(separator: "\r\n").utf8)))
    }

    /// In doubt too much is kept.
    @Test(arguments: [
        (
            "Ja.\n\nOp 30-11-2026 09:14 schreef Piet <p@x.example>:\n> Kun je?\n\nMaandag wel.\n\n> En hoe laat?\n\nOm tien uur.\n> Tot dan",
            "Om tien uur."
        ),
        ("Dag,\n--\nHet rooster hieronder.", "rooster"),
        ("Dit zijn de regels:\n> een\n> twee\n> drie\n> vier\nWat vind je?", "> drie"),
        (
            "Hoi,\nOp ma 30 nov 2026 schreef Piet <p@x.example>:\n> Kun je?\nJa, dinsdag om tien uur.",
            "dinsdag om tien uur"
        ),
        ("Ja.\n\nOp 30 nov 2026 schreef Piet <p@x.example>:\n> Kun je?\n\nPS Neem een jas mee.", "Neem een jas mee"),
        ("Op 12 november 2026 schreef ik je deze vragen:\n- een\n- twee\nGroet", "- twee"),
        ("Dag, ik kan op:\n> maandag\n> dinsdag\n> woensdag\n> vrijdag", "> vrijdag"),
        (
            "Nee, dinsdag kan niet.\nDit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Aan dit bericht kunnen geen rechten worden ontleend.",
            "dinsdag kan niet"
        ),
        ("Dag,\nVan: station Borne, 10:30\nAan: de overkant\nDatum: dinsdag", "station Borne"),
        ("Dag,\n\nVerzonden met de post, dinsdag bij je.", "dinsdag bij je"),
        ("Voor\u{0}en na", "en na"),
        ("Kijk op borne.example/vacatures/12.\nTot dan", "vacatures/12.\nTot dan"),
    ])
    func nothingTypedIsCut(_ body: String, _ kept: String) throws {
        let words = try mail(["From: a@x.example", "Content-Type: text/plain; charset=utf-8"], body).words
        #expect(words.contains(kept), "\(words)")
    }

    /// Whatever a scanner or a list adds, and in however many forms it is said: what somebody wrote is there, once.
    @Test(arguments: [
        ("mixed", ["html:<p>Ja, dinsdag kan ik.</p>", "plain:Gecontroleerd op virussen."], "Ja, dinsdag kan ik."),
        ("mixed", ["plain:Hoi", "html:<p>Zie je dinsdag.</p>"], "Zie je dinsdag."),
        (
            "alternative",
            [
                "plain:Uw programma kan dit niet tonen.",
                "html:<p>Ja, dinsdag om tien uur bij de ingang van het buurthuis, tot dan en groet.</p>",
            ], "Ja, dinsdag om tien"
        ),
        ("alternative", ["plain:Ja, dinsdag.", "html:<p>Ja, dinsdag.</p>"], "Ja, dinsdag."),
        (
            "mixed", ["html:<p>Hoi</p><blockquote type=cite>Kun je?</blockquote><p>Ja, dinsdag kan ik.</p>"],
            "Ja, dinsdag kan ik."
        ),
        ("mixed", ["html:<head><p>Ja, dinsdag.</p><img src='data:"], "Ja, dinsdag."),
    ])
    func everyFormIsRead(_ kind: String, _ parts: [String], _ kept: String) throws {
        let body = parts.map { part -> String in
            let (type, text) = (part.prefix { $0 != ":" }, part.drop { $0 != ":" }.dropFirst())
            return "--b\r\nContent-Type: text/\(type); charset=utf-8\r\n\r\n\(text)\r\n"
        }.joined()
        let words = try mail(["From: a@x.example", "Content-Type: multipart/\(kind); boundary=b"], body + "--b--").words
        #expect(words.ranges(of: kept).count == 1, "\(words)")
    }

    /// Another program may take another address of these for the sender than we.
    @Test(arguments: [
        "<a@x.example@evil.example>", "a@x.example;e@evil.example", "a@x.example\u{0}@evil.example", "a@x.example (a)",
    ])
    func oddSendersAreNobody(_ from: String) throws {
        #expect(try mail(["From: \(from)"], "x").isAmbiguous)
    }

    @Test func ordinarySendersAreSomebody() throws {
        for from in [
            "a@x.example", "<A@x.example>", "\"Els, de Vries\" <a@x.example>", "=?utf-8?q?Zo=C3=AB?= <a@x.example>",
            "a@x.example <a@x.example>",
        ] {
            #expect(try !mail(["From: \(from)"], "x").isAmbiguous, "\(from)")
        }
    }

    @Test func whoSentItIsOne() throws {
        #expect(try mail(["From: A <a@x.example>"], "x").isAmbiguous == false)
        #expect(try mail(["From: A <a@x.example>, B <b@x.example>"], "x").isAmbiguous)
        #expect(try mail(["From: A <a@x.example>", "From: B <b@x.example>"], "x").isAmbiguous)
        #expect(try mail(["From: staff: a@x.example, b@x.example;"], "x").sender.isEmpty)
    }

    /// A logo of a signature is no file, a photograph is, also between the words.
    @Test(arguments: [("png", 0), ("gif", 0), ("jpeg", 1), ("heic", 1)])
    func pictures(_ type: String, _ files: Int) throws {
        let body =
            "--b\r\nContent-Type: text/plain\r\n\r\nDag\r\n--b\r\nContent-Type: image/\(type); name=x.\(type)\r\n"
            + "Content-Disposition: inline; filename=x.\(type)\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
        let mail = try mail(["From: a@x.example", "Content-Type: multipart/mixed; boundary=b"], body)
        #expect(mail.attachments == files && mail.words == "Dag")
    }

    @Test func headersAreBounded() throws {
        let long = String(repeating: "x", count: 100_000)
        let many = (0..<2000).map { "X-\($0): y" }
        let mail = try mail(["From: a@x.example", "Subject: \(long)", "Message-ID: <\(long)@x>"] + many, "Dag")
        #expect(mail.subject.utf8.count <= 2000 && mail.messageID.utf8.count <= 2000 && mail.headers.count <= 310)
        #expect(mail.sender == "a@x.example")
    }

    @Test func oddMailsBreakNothing() throws {
        for reply in try Self.replies() where reply.kind == "odd" {
            _ = try mail(reply.file)?.words
        }
        #expect(ReceivedMail([]) == nil || ReceivedMail([])?.text == "")
        let nested = (0..<200).map { "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n" }.joined()
        #expect(ReceivedMail(Array("MIME-Version: 1.0\r\n\(nested)".utf8)) == nil)
    }
}
