import Foundation
import HTML

/// Turns the plain words of a mail into its two parts. The words are written once; both parts say the same.
///
/// Paragraphs are separated by blank lines. The button stands between the words before it and those after it: who writes
/// within them cannot make a second one.
package struct MailLayout: Sendable {
    package struct Button: Sendable {
        let label: String
        let link: MailLink

        package init(label: String, link: MailLink) {
            self.label = label
            self.link = link
        }
    }

    package struct Sender: Sendable {
        let name: String
        let lines: [String]
        let website: String

        package init(name: String, lines: [String], website: String) {
            self.name = name
            self.lines = lines
            self.website = website
        }
    }

    private let before: [String]
    private let after: [String]
    private let button: Button?
    private let choices: [Button]
    private let foot: Button?
    private let sender: Sender
    private let language: String

    /// - Parameters:
    ///   - choices: other answers than the button's, below it.
    ///   - foot: a small link below the mail, to stop mails like it.
    package init(
        before: String, button: Button?, choices: [Button] = [], after: String = "", foot: Button? = nil,
        sender: Sender, language: String
    ) {
        func paragraphs(_ words: String) -> [String] {
            // By bytes: comparing characters was a twentieth of writing a response down.
            words.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .split(whereSeparator: \.isEmpty)
                .map { lines in lines.map { String($0) ?? "" }.joined(separator: "\n") }
        }
        self.before = paragraphs(before)
        self.after = paragraphs(after)
        self.button = button
        self.choices = choices
        self.foot = foot
        self.sender = sender
        self.language = language
    }

    package var text: MailBody {
        var body = MailBody()
        func add(_ paragraph: String) { body.append(paragraph + "\n\n") }
        before.forEach(add)
        for button in [button].compactMap({ $0 }) + choices {
            body.append("\(button.label):\n")
            body.append(button.link)
            body.append("\n\n")
        }
        after.forEach(add)
        body.append("-- \n" + ([sender.name] + sender.lines + [sender.website]).joined(separator: "\n"))
        if let foot {
            body.append("\n\(foot.label): ")
            body.append(foot.link)
        }
        body.append("\n")
        return body
    }

    /// Styles stand on the elements: mail programs drop style sheets. Blue is the handbook's colour for these buttons.
    package var html: MailBody {
        var body = MailBody()
        func add(_ markup: HTML) { body.append(markup.string) }
        func add(_ link: MailLink) {
            body.append(MailLink(HTML.text(link.address).string, endsInSecret: link.endsInSecret))
        }
        func add(paragraph: String) { add("<p style=\"margin:0 0 16px\">\(lines(paragraph))</p>\n") }
        add(
            """
            <!doctype html>
            <html lang="\(language)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>\(sender.name)</title></head>
            <body style="margin:0;padding:24px 12px;background:#f3f5f4;color:#1a1d21;font:16px/1.55 'Segoe UI',Arial,sans-serif">
            <div style="max-width:560px;margin:0 auto;background:#ffffff;border-radius:12px;padding:28px">
            <p style="margin:0 0 24px;font-weight:bold;font-size:18px">\(sender.name)</p>

            """)
        before.forEach(add(paragraph:))
        if let button {
            add("<p style=\"margin:24px 0\"><a href=\"")
            add(button.link)
            add(
                """
                " style="display:inline-block;background:#0b5cad;color:#ffffff;text-decoration:none;font-weight:bold;\
                padding:13px 24px;border-radius:8px">\(button.label)</a></p>
                <p style="margin:0 0 16px;font-size:13px;color:#4b5560;word-break:break-all">
                """)
            add(button.link)
            add("</p>\n")
        }
        for choice in choices {
            add("<p style=\"margin:0 0 16px\"><a href=\"")
            add(choice.link)
            add(
                """
                " style="display:inline-block;border:2px solid #0b5cad;color:#0b5cad;text-decoration:none;font-weight:bold;\
                padding:11px 22px;border-radius:8px">\(choice.label)</a></p>

                """)
        }
        after.forEach(add(paragraph:))
        add(
            """
            </div>
            <p style="max-width:560px;margin:16px auto 0;color:#4b5560;font-size:14px">\(lines(([sender.name] + sender.lines).joined(separator: "\n")))<br>\
            <a style="color:#4b5560" href="\(sender.website)">\(sender.website)</a>
            """)
        if let foot {
            add("<br><a style=\"color:#4b5560\" href=\"")
            add(foot.link)
            add("\">\(foot.label)</a>")
        }
        add("</p>\n</body></html>\n")
        return body
    }

    private func lines(_ text: String) -> HTML {
        var out = HTML.empty
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { out += "<br>" }
            out +=
                Self.isAddress(line)
                ? "<a style=\"color:#0b5cad;word-break:break-all\" href=\"\(String(line))\">\(line)</a>"
                : .text(String(line))
        }
        return out
    }

    /// A line that is nothing but an address of the web; others stay words, whoever wrote them.
    private static func isAddress(_ line: Substring) -> Bool {
        (line.hasPrefix("https://") || line.hasPrefix("http://"))
            && line.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "\"") }
    }
}
