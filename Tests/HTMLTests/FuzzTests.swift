import Foundation
import TestSupport
import Testing

@testable import HTML

/// 20,000 hostile strings in each context: none gets out of it, and each is read back as it was.
@Suite struct FuzzTests {
    private static let pieces: [String] = [
        "<", ">", "&", "\"", "'", "`", "/", "=", "\0", "\u{1}", "\u{8}", "\t", "\n", "\r", "\r\n", "\u{c}", "\u{1b}",
        "\u{7f}", "\u{85}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{fffd}", "</script>", "</SCRIPT ", "<script", "<!--",
        "-->", "--!>", "]]>", "<![CDATA[", "&amp;", "&lt", "&#60;", "&#x3c", "&quot;", " onload=", "javascript:",
        "</p>", "</title>", "\\", "\\u003c", "{{", "${", "a", "Z", "0", " ", "é", "e\u{301}", "漢", "👩‍👩‍👧", "\u{202e}",
    ]

    private static let strings: [String] = {
        var random = SeededRandom(20_261_121)
        return (0..<20_000).map { _ in
            (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
        }
    }()

    /// What a reader gets to see: controls are not allowed in HTML, line ends are all one.
    private static func readable(_ text: String) -> String {
        let bytes = Tokenizer.normalised(Array(text.utf8)).flatMap { byte -> [UInt8] in
            byte < 32 && byte != 9 && byte != 10 || byte == 127 ? Array("\u{fffd}".utf8) : [byte]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    @Test func textStaysText() {
        for text in Self.strings {
            let page: HTML = "<p>\(text)</p>"
            let tokens = Tokenizer.read(page.bytes)
            let expected = Self.readable(text)
            let middle = tokens.dropFirst().dropLast()
            guard tokens.first == .start("p", []), tokens.last == .end("p"), tokens.count == (text.isEmpty ? 2 : 3),
                middle.allSatisfy({ if case .text(let read) = $0 { Self.same(read, expected) } else { false } })
            else {
                Issue.record("\(text.debugDescription) is read as \(tokens)")
                return
            }
        }
    }

    @Test func attributesStayAttributes() {
        for text in Self.strings {
            let page: HTML = "<p title=\"\(text)\" lang='\(text)'\(attribute: "dir", text)>x</p>"
            let tokens = Tokenizer.read(page.bytes)
            let expected = Self.readable(text)
            guard case .start("p", let attributes) = tokens.first, tokens.dropFirst() == [.text("x"), .end("p")],
                attributes.map(\.name) == ["title", "lang", "dir"],
                attributes.allSatisfy({ Self.same($0.value, expected) })
            else {
                Issue.record("\(text.debugDescription) is read as \(tokens)")
                return
            }
        }
    }

    @Test func addressesKeepTheirScheme() {
        var accepted = 0
        for (index, text) in Self.strings.enumerated() {
            let prefix = ["", "https://", "http://", "mailto:", "tel:", "//", "HTTPS://a/"][index % 7]
            guard let address = WebAddress(prefix + text) else { continue }
            accepted += 1
            let page: HTML = "<a href=\"\(address)\">x</a>"
            let tokens = Tokenizer.read(page.bytes)
            guard case .start("a", let attributes) = tokens.first, tokens.dropFirst() == [.text("x"), .end("a")],
                attributes.count == 1, let href = attributes.first?.value, Self.same(href, prefix + text),
                let scheme = href.split(separator: ":").first?.lowercased(),
                ["https", "http", "mailto", "tel"].contains(scheme)
            else {
                Issue.record("\((prefix + text).debugDescription) is read as \(tokens)")
                return
            }
        }
        #expect(accepted > 1000)
    }

    @Test func scriptDataStaysData() throws {
        for text in Self.strings {
            let page: HTML = "<script type=\"application/ld+json\">\(try ScriptData(["v": text, text: "k"]))</script>"
            let tokens = Tokenizer.read(page.bytes)
            guard tokens.count == 3, case .start("script", _) = tokens[0], case .text(let json) = tokens[1],
                tokens[2] == .end("script"), !json.contains("<"), !json.contains("&"), !json.contains("\u{2028}"),
                let read = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8)),
                text == "v" || Self.same(read["v"] ?? "", text), read.count == (text == "v" ? 1 : 2)
            else {
                Issue.record("\(text.debugDescription) is read as \(tokens)")
                return
            }
        }
    }

    /// The tokenizer itself must see what it is there to see.
    @Test func theTokenizerSeesTheWaysOut() {
        #expect(Tokenizer.read(Array("<p><b>x</p>".utf8)).count == 4)
        #expect(
            Tokenizer.read(Array("<p title=\"a\" onload=\"x\">".utf8)).first
                == .start("p", [.init(name: "title", value: "a"), .init(name: "onload", value: "x")]))
        #expect(Tokenizer.read(Array("a<!-- b".utf8)) == [.text("a"), .comment])
        #expect(Tokenizer.read(Array("a & b".utf8)) == [.odd("a & b")])
        #expect(Tokenizer.read(Array("<p title='a".utf8)).first == .odd("unreadable attribute"))
        #expect(Tokenizer.read(Array("<script>\"</script><b>\"</script>".utf8)).count == 6)
    }
}
