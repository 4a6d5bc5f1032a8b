import HTML
import TestSupport
import Testing
import Texts

@Suite struct MarkdownTests {
    private func html(_ source: String) -> String { MarkdownDocument(source) { "/en" + $0 }.html.string }

    @Test func whatIsLostIsKnown() {
        let lost: [(String, [MarkdownLoss])] = [
            ("Gewoon tekst | met een streep", []), ("- a\n- b\t", []),
            ("![Kaart](https://else.where/a.png)", [.picture]),
            ("Kijk: <IMG src=x>", [.picture]), ("Dag\tTijd\nMaandag\t9.00", [.table]),
            ("| Dag | Tijd |\n|---|---|\n| ma | 9 |", [.table]),
            ("![x](y)\n\na\tb\nc\td", [.picture, .table]), ("", []),
        ]
        for (source, expected) in lost { #expect(MarkdownLoss.all(in: source) == expected, "\(source)") }
    }

    @Test func whatPeopleWrite() {
        let text = """
            Eerst **dit**.

            ## Stap voor stap

            1. Klik op [Vacatures](/vacatures).
            2. Kies er een.

            - los
            - vast
            """
        let expected = """
            <p>Eerst <strong>dit</strong>.</p>
            <h2 id="stap-voor-stap">Stap voor stap</h2>
            <ol>
            <li>Klik op <a href="/en/vacatures">Vacatures</a>.</li>
            <li>Kies er een.</li>
            </ol>
            <ul>
            <li>los</li>
            <li>vast</li>
            </ul>

            """
        #expect(html(text) == expected)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "[x](javascript:alert(1))",
        "[x](//else.where)",
        "![x](https://else.where/a.png)", "[x](data:text/html,y)", "<javascript:alert(1)>", "[x](\\\\else.where)",
    ])
    func nothingDangerousComesThrough(_ text: String) {
        let html = html(text)
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("href"), "\(html)")
    }

    @Test func addressesOfKnownKindsAreLinks() {
        #expect(html("<info@borne.example>").contains("href=\"mailto:info@borne.example\""))
        // As people write them.
        #expect(html("[site](www.zon.nl)").contains("href=\"https://www.zon.nl\""))
        #expect(html("[mail](info@zon.nl)").contains("href=\"mailto:info@zon.nl\""))
        #expect(html("[bel](074 123 45 67)").contains("<a href=\"tel:0741234567\">bel</a>"))
        #expect(html("Kijk op **www.zon.nl/a_b_c**, of bel 074-1234567.").contains("href=\"https://www.zon.nl/a_b_c\""))
        #expect(html("Bel 074-1234567.").contains("<a href=\"tel:0741234567\">074-1234567</a>."))
        // One link, not one in the other; and none in a heading, which is led to.
        #expect(html("[www.zon.nl](www.maan.nl)").ranges(of: "<a ").count == 1)
        #expect(!html("## Bel 074-1234567").contains("href"))
        #expect(!html("[x](nergens)").contains("href"))
        #expect(html("[x](https://a.example/?a=1&b=2)").contains("href=\"https://a.example/?a=1&amp;b=2\""))
    }

    @Test func sectionsHaveIDsOfTheirOwn() {
        let document = MarkdownDocument("Vooraf\n\n## Een\n\na\n\n### Twee\n\nb\n\n## Een\n\nc\n\n## ?\n") { $0 }
        #expect(document.lead.string == "<p>Vooraf</p>\n")
        #expect(document.sections.map(\.level) == [2, 3, 2, 2])
        #expect(Set(document.sections.map(\.id)).count == 4 && document.sections.allSatisfy { !$0.id.isEmpty })
        #expect(document.sections[1].content.string == "<p>b</p>\n")
    }

    /// 30,000 characters that nest as deep as they can end no process, and are shown as they were typed.
    @Test(arguments: [">", "- ", "*a ", "[", "1. ", "> - "])
    func nestingHasAnEnd(_ piece: String) {
        let text = String(repeating: piece, count: 30_000 / piece.count) + "x" + String(repeating: "*", count: 100)
        #expect(!html(text).isEmpty)
        #expect(!html("## " + text).isEmpty)
    }

    /// Whatever is typed, the markup stays closed and harmless.
    @Test func anythingAtAll() {
        var random = SeededRandom(11)
        let pieces = [
            "# ", "## ", "- ", "1. ", "> ", "**", "*", "`", "[", "](", ")", "<", ">", "\n", "\n\n", "&", "\"", "é", "a",
            "/x", "```", "![", "javascript:",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let html = html(text)
            for name in ["p", "ul", "ol", "li", "h2", "h3", "em", "strong", "blockquote", "a"] {
                let opened = html.components(of: "<\(name)>") + html.components(of: "<\(name) ")
                #expect(opened == html.components(of: "</\(name)>"), "\(text) gives \(html)")
            }
            #expect(!html.contains("<script") && !html.lowercased().contains("href=\"javascript"))
        }
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
