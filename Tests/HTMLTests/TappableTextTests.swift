import HTML
import Testing

/// Addresses in texts of people can be tapped, and nothing else becomes a link.
@Suite struct TappableTextTests {
    @Test(arguments: [
        (
            "Kijk op www.zon.nl.",
            "Kijk op <a class=\"bare\" href=\"https://www.zon.nl\" rel=\"nofollow ugc noopener\">www.zon.nl</a>."
        ),
        (
            "(https://zon.nl/a?b=1&c=2)",
            "(<a class=\"bare\" href=\"https://zon.nl/a?b=1&amp;c=2\" rel=\"nofollow ugc noopener\">https://zon.nl/a?b=1&amp;c=2</a>)"
        ),
        (
            "**[site](www.zon.nl)**",
            "**[site](<a class=\"bare\" href=\"https://www.zon.nl\" rel=\"nofollow ugc noopener\">www.zon.nl</a>)**"
        ),
        ("Mail info@zon.nl, of bel.", "Mail <a href=\"mailto:info@zon.nl\">info@zon.nl</a>, of bel."),
        ("Bel 06 12 34 56 78 na vijven", "Bel <a href=\"tel:0612345678\">06 12 34 56 78</a> na vijven"),
        ("Bel +32 (0)3 123 45 67.", "Bel <a href=\"tel:+3231234567\">+32 (0)3 123 45 67</a>."),
        ("IBAN NL12BANK0123456789", "IBAN NL12BANK0123456789"), ("in 2026-2027", "in 2026-2027"),
        ("kok/kokkin", "kok/kokkin"),
        ("javascript:alert(1)", "javascript:alert(1)"), ("<b>www.</b>", "&lt;b&gt;www.&lt;/b&gt;"), ("", ""),
        ("09.00-12.00 uur", "09.00-12.00 uur"), ("€ 0,23 per km", "€ 0,23 per km"),
    ])
    func addresses(_ typed: String, _ html: String) {
        #expect(String(decoding: TappableText(typed).html.bytes, as: UTF8.self) == html)
    }

    /// Texts without spaces as long as a vacancy may be: a number of steps that grows with their length, not with its square. Without a
    /// bound the first took ten seconds.
    @Test(.timeLimit(.minutes(1)))
    func longWords() {
        for text in [
            String(repeating: "a", count: 2900) + "@" + String(repeating: ".", count: 3000),
            String(repeating: "a", count: 6000),
            String(repeating: "a", count: 3000) + "@" + String(repeating: "b", count: 2990),
            String(repeating: "!", count: 6000),
            String(repeating: "0", count: 6000), String(repeating: "www.", count: 1500),
        ] {
            for _ in 0..<3 { #expect(TappableText(text).html.bytes.count >= text.utf8.count) }
        }
    }
}
