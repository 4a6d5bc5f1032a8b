import HTML
import Testing

@Suite struct MarkupTests {
    @Test func everythingInterpolatedIsEscaped() {
        let hostile = "<b a='1' b=\"2\">&amp;\0\u{7f}\t\r\n</b>"
        let page: HTML = "<p title=\"\(hostile)\">\(hostile.prefix(3))</p>"
        #expect(
            page.string == """
                <p title="&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;\u{fffd}\u{fffd}\t\r\n&lt;/b&gt;">&lt;b </p>
                """)
        #expect(HTML.text("<").string == "&lt;")
        #expect(("\(-7) \(Int64.max)" as HTML).string == "-7 9223372036854775807")
    }

    @Test func markupIsIncludedAsItIs() {
        let item: HTML = "<li>\("a&b" as String)</li>"
        let page: HTML = "<ul>\(item)\([item, item])</ul>"
        #expect(page.string == "<ul><li>a&amp;b</li><li>a&amp;b</li><li>a&amp;b</li></ul>")
        #expect(HTML(trustedMarkup: "<hr>").string == "<hr>")
        var sum: HTML = "<i>"
        sum += "</i>"
        #expect(sum.string == "<i></i>")
        #expect(HTML.empty.isEmpty && !item.isEmpty)
    }

    /// The trap of decision 2, pinned: a literal inside an interpolation is markup, a String never is.
    @Test func literalsAreMarkupAndStringsAreText() {
        let typed = "<b>"
        let flag = typed.hasPrefix("<")
        #expect(("\(flag ? "<b>" : "")" as HTML).string == "<b>")
        #expect(("\("<b>")" as HTML).string == "<b>")
        #expect(("\(typed)" as HTML).string == "&lt;b&gt;")
        #expect(("\(flag ? typed : "")" as HTML).string == "&lt;b&gt;")
        #expect(("\("<\(typed)>")" as HTML).string == "<&lt;b&gt;>")
        #expect(("\("<" + typed)" as HTML).string == "&lt;&lt;b&gt;")
        let none: String? = nil
        #expect(("\(none ?? "<b>")" as HTML).string == "&lt;b&gt;")
    }

    @Test func conditionsAndLists() {
        #expect(("\(if: true, "<b>", else: "<i>")" as HTML).string == "<b>")
        #expect(("\(if: false, "<b>", else: "<i>")" as HTML).string == "<i>")
        #expect(("\(if: false, "<b>")" as HTML).string == "")
        #expect(("\(each: ["a", "<"], { "<li>\($0)</li>" })" as HTML).string == "<li>a</li><li>&lt;</li>")
        #expect(("\(each: [String](), { "<li>\($0)</li>" })" as HTML).string == "")
        let note: String? = "<x>"
        #expect(("\(optional: note, { "<p>\($0)</p>" })" as HTML).string == "<p>&lt;x&gt;</p>")
        #expect(("\(optional: String?.none, { "<p>\($0)</p>" })" as HTML).string == "")
    }

    @Test func theOtherBranchIsNotMade() {
        var made: [String] = []
        func part(_ name: String) -> HTML {
            made.append(name)
            return .empty
        }
        _ = "\(if: true, part("then"), else: part("else"))" as HTML
        _ = "\(if: false, part("then"))" as HTML
        #expect(made == ["then"])
    }

    @Test func attributes() {
        let title: String? = "a\"b"
        #expect(("<a\(attribute: "title", title)>" as HTML).string == "<a title=\"a&quot;b\">")
        #expect(("<a\(attribute: "title", nil)>" as HTML).string == "<a>")
        #expect(("<a\(attribute: "title", "")>" as HTML).string == "<a title=\"\">")
        #expect(("<input\(attribute: "checked", if: true)>" as HTML).string == "<input checked>")
        #expect(("<input\(attribute: "checked", if: false)>" as HTML).string == "<input>")
    }

    @Test(arguments: [
        "https://example.org", "HTTP://example.org/a?b=c&d='\"<", "mailto:a@b.nl", "tel:+31741234567", "https://é.nl",
    ])
    func addressesThatAreTaken(_ text: String) { #expect(WebAddress(text)?.text == text) }

    @Test(arguments: [
        "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x", "//example.org", "/path", "example.org", "https:", "https://", "https:/x", "mailto:", "tel:",
        "https://a b", "https://a\u{0}", "https://a\nb", "\u{1}https://a", "file:///etc/passwd", "ftp://a",
        "blob:https://a",
    ])
    func addressesThatAreRefused(_ text: String) { #expect(WebAddress(text) == nil) }

    @Test func websitesAsPeopleTypeThem() {
        #expect(WebAddress(website: " www.example.org ")?.text == "https://www.example.org")
        #expect(WebAddress(website: "http://example.org")?.text == "http://example.org")
        for refused in [
            "", "example", "ftp://example.org", "javascript://example.org/%0aalert(1)", "a b.nl", "https//zon.example",
            "http:zon.example", "https:/zon.example", "http.", "jan@zon.example", "n.v.t.", "https://zon",
        ] {
            #expect(WebAddress(website: refused) == nil, "\(refused)")
        }
        #expect(WebAddress.mail("a@b.nl")?.text == "mailto:a@b.nl")
        #expect(WebAddress.mail("") == nil)
        #expect(WebAddress.telephone("+31 (0)74 - 12 34")?.text == "tel:+31741234")
        #expect(WebAddress.telephone("bel mij") == nil)
    }

    @Test func scriptData() throws {
        struct Thing: Encodable {
            let b: String
            let a: String
        }
        let data = try ScriptData(Thing(b: "</script><!-- & \u{2028}\u{2029}", a: "https://x/"))
        #expect(
            String(decoding: data.bytes, as: UTF8.self)
                == #"{"a":"https://x/","b":"\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029"}"#)
    }
}
