import HTML

/// Turns the plain words of a mail into its two parts. The words are written once; both parts say the same.
///
/// Paragraphs are separated by blank lines. A paragraph `[button]` is where the button goes; without one it goes last,
/// as the handbook has it.
package struct MailLayout: Sendable {
    package struct Button: Sendable {
        let label: String
        let address: String

        package init(label: String, address: String) {
            self.label = label
            self.address = address
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

    private let paragraphs: [String]
    private let button: Button?
    private let foot: Button?
    private let sender: Sender
    private let language: String

    /// - Parameter foot: a small link below the mail, to stop mails like it.
    package init(body: String, button: Button?, foot: Button? = nil, sender: Sender, language: String) {
        var paragraphs = body.split(separator: "\n\n").map { String($0).trimmingLines() }.filter { !$0.isEmpty }
        if button != nil, !paragraphs.contains("[button]") { paragraphs.append("[button]") }
        self.paragraphs = paragraphs
        self.button = button
        self.foot = foot
        self.sender = sender
        self.language = language
    }

    package var text: String {
        let parts = paragraphs.map { paragraph in
            if paragraph == "[button]", let button { return "\(button.label):\n\(button.address)" }
            return paragraph
        }
        let below = foot.map { ["\($0.label): \($0.address)"] } ?? []
        return (parts + ["-- \n" + ([sender.name] + sender.lines + [sender.website] + below).joined(separator: "\n")])
            .joined(separator: "\n\n") + "\n"
    }

    /// Styles stand on the elements: mail programs drop style sheets. Blue is the handbook's colour for these buttons.
    package var html: String {
        let content = paragraphs.map { paragraph -> HTML in
            if paragraph == "[button]", let button { return self.html(button) }
            return #"<p style="margin:0 0 16px">\#(lines(paragraph))</p>"#
        }
        let page: HTML = """
            <!doctype html>
            <html lang="\(language)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>\(sender.name)</title></head>
            <body style="margin:0;padding:24px 12px;background:#f3f5f4;color:#1a1d21;font:16px/1.55 'Segoe UI',Arial,sans-serif">
            <div style="max-width:560px;margin:0 auto;background:#ffffff;border-radius:12px;padding:28px">
            <p style="margin:0 0 24px;font-weight:bold;font-size:18px">\(sender.name)</p>
            \(content)
            </div>
            <p style="max-width:560px;margin:16px auto 0;color:#4b5560;font-size:14px">\(lines(([sender.name] + sender.lines).joined(separator: "\n")))<br>\
            <a style="color:#4b5560" href="\(sender.website)">\(sender.website)</a>\
            \(optional: foot, { "<br><a style=\"color:#4b5560\" href=\"\($0.address)\">\($0.label)</a>" })</p>
            </body></html>
            """
        return page.string
    }

    private func html(_ button: Button) -> HTML {
        """
        <p style="margin:24px 0"><a href="\(button.address)" style="display:inline-block;background:#0b5cad;color:#ffffff;\
        text-decoration:none;font-weight:bold;padding:13px 24px;border-radius:8px">\(button.label)</a></p>
        <p style="margin:0 0 16px;font-size:13px;color:#4b5560;word-break:break-all">\(button.address)</p>
        """
    }

    private func lines(_ text: String) -> HTML {
        var out = HTML.empty
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { out += "<br>" }
            out +=
                Self.isAddress(line)
                ? "<a style=\"color:#0b5cad\" href=\"\(String(line))\">\(line)</a>" : .text(String(line))
        }
        return out
    }

    /// A line that is nothing but an address of the web; others stay words, whoever wrote them.
    private static func isAddress(_ line: Substring) -> Bool {
        (line.hasPrefix("https://") || line.hasPrefix("http://"))
            && line.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "\"") }
    }
}

extension String {
    fileprivate func trimmingLines() -> String {
        var slice = self[...]
        while slice.first?.isNewline == true { slice.removeFirst() }
        while slice.last?.isNewline == true { slice.removeLast() }
        return String(slice)
    }
}
