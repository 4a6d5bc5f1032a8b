import Testing

@testable import Mail

@Suite struct MailAddressTests {
    @Test(
        "accepts addresses, with other letters in the domain as Punycode",
        arguments: [
            ("info@zon.example", "info@zon.example"), ("a.b+c@Sub.Zon.Example", "a.b+c@sub.zon.example"),
            ("x@localhost", "x@localhost"), ("o'brien@zon.example", "o'brien@zon.example"),
            ("info@müller.example", "info@xn--mller-kva.example"),
            ("info@BÜCHER.example", "info@xn--bcher-kva.example"),
            ("info@例え.example", "info@xn--r8jz45g.example"),
            ("info@café.crème.example", "info@xn--caf-dma.xn--crme-6oa.example"),
            // Written with a joining accent, with a ß, with letters of full width, in Hebrew, with a stop of another script.
            ("info@cafe\u{301}.example", "info@xn--caf-dma.example"),
            ("info@straße.example", "info@xn--strae-oqa.example"),
            ("info@ｚｏｎ.example", "info@zon.example"), ("info@דוגמה.example", "info@xn--6dbbec0c.example"),
            ("info@例え。example", "info@xn--r8jz45g.example"), ("info@ab--cd.example", "info@ab--cd.example"),
        ])
    func accepts(_ text: String, _ address: String) throws {
        #expect(try MailAddress(text).address == address)
    }

    @Test(
        "refuses what is no address or needs SMTPUTF8",
        arguments: [
            "", "zon", "@zon.example", "a@", "a@b@c.example", "a b@zon.example", "a@zon", "a..b@zon.example",
            ".a@zon.example",
            "a@zon..example", "a@-zon.example", "a@zon-.example", "a@[127.0.0.1]", "a@127.0.0.1", "\"a b\"@zon.example",
            "zoë@zon.example", "a@zon.example\r\nRCPT TO:<b@c.example>", "a\u{0}@zon.example", "<a@zon.example>",
            "a@zo_n.example", "a@café_zon.example", "a@ab℀c.example", "a@café\u{0}.example", "a@.é.example",
            "a@é-.example",
            "a@\u{200D}.example", "a@💚.example", String(repeating: "a", count: 65) + "@zon.example",
            "a@" + String(repeating: "b", count: 64) + ".example",
            "a@" + String(repeating: "bcd.", count: 63) + "example",
        ])
    func refuses(_ text: String) {
        #expect(throws: MailAddressError.self) { try MailAddress(text) }
    }

    @Test func namesAreOneLine() throws {
        #expect(
            try MailAddress("a@b.example", name: " Jan\r\nBcc: x@y.example\u{2028}\u{0} Zon\t").name
                == "Jan Bcc: x@y.example Zon")
    }

    @Test func messageIDsComeBackFromTextAndNothingElseDoes() {
        let id = MessageID(random: [0x00, 0xab, 0xff], domain: "zon.example")

        #expect(id.text == "<00abff@zon.example>")
        #expect(MessageID(id.text) == id)
        #expect(
            ["", "a@b", "<a>", "<@b>", "<a@>", "<a@b> <c@d>", "<a@b>\r\nX: y", "<a@b@c>"].allSatisfy {
                MessageID($0) == nil
            })
    }
}
