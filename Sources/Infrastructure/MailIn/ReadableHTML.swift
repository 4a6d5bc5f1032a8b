import Foundation

/// The words of a mail that has no plain part, line by line. Nothing of it is ever shown as markup, so it need not be right, only
/// readable: a parser of HTML would be a library for three mail programs.
enum ReadableHTML {
    /// Elements of which nobody reads the inside.
    private static let unread: Set<String> = ["style", "script", "title", "template"]
    /// Elements that begin and end a line.
    private static let lines: Set<String> = [
        "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote",
        "pre",
        "section", "article", "header", "footer",
    ]
    /// What is quoted: mail programs put the letter that is answered in one of these.
    private static let quotes = [
        "divrplyfwdmsg", "yahoo_quoted", "appendonsend", "outlookmessageheader",
        "mail-editor-reference-message-container", "protonmail_quote",
    ]
    static let quoteMark = "\u{E000}"

    static func text(of html: String) -> String {
        var (text, rest) = ("", html[...])
        var skipping: String?
        // Lines of a quotation begin as they do in plain text, so that what is written between and below them stays what it is.
        var depth = 0
        while let open = rest.firstIndex(of: "<") {
            if skipping == nil { text += entities(rest[..<open]) }
            rest = rest[rest.index(after: open)...]
            // "<3" and "< 5 graden" are words.
            guard let sign = rest.first, sign.isLetter || "/!?".contains(sign) else {
                if skipping == nil { text += "<" }
                continue
            }
            if rest.hasPrefix("!--") {
                rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? rest[rest.endIndex...]
                continue
            }
            guard let close = rest.firstIndex(of: ">") else {
                rest = rest[rest.endIndex...]
                break
            }
            let tag = rest[..<close].lowercased()
            rest = rest[rest.index(after: close)...]
            let isEnd = tag.hasPrefix("/")
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
            if let until = skipping {
                if isEnd, name == until { skipping = nil }
                continue
            }
            if !isEnd, unread.contains(name) {
                skipping = name
                continue
            }
            // From here on it is the other's letter.
            if !isEnd, name != "blockquote", quotes.contains(where: tag.contains) { text += "\n" + quoteMark + "\n" }
            if name == "blockquote" { depth = max(0, isEnd ? depth - 1 : depth + 1) }
            if lines.contains(name) { text += "\n" + String(repeating: "> ", count: min(depth, 3)) }
            if name == "td" || name == "th" { text += " " }
        }
        if skipping == nil { text += entities(rest) }
        return squeezed(text)
    }

    /// The accents of western languages, by letter and name.
    private static let accents: [String: String] = {
        let marks = [
            "acute": "\u{301}", "grave": "\u{300}", "circ": "\u{302}", "uml": "\u{308}", "tilde": "\u{303}",
            "cedil": "\u{327}", "ring": "\u{30A}",
        ]
        var all: [String: String] = [:]
        for letter in "aeiouyncAEIOUYNC" {
            for (name, mark) in marks {
                all["\(letter)\(name)"] = "\(letter)\(mark)".precomposedStringWithCanonicalMapping
            }
        }
        return all
    }()

    private static let named = accents.merging([
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€", "eacute": "é",
        "euml": "ë",
        "egrave": "è", "iuml": "ï", "ouml": "ö", "uuml": "ü", "agrave": "à", "ccedil": "ç", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bull": "•", "copy": "©", "szlig": "ß",
        "deg": "°", "oslash": "ø", "Oslash": "Ø", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "laquo": "«", "raquo": "»",
        "pound": "£", "frac12": "½", "middot": "·", "times": "×", "sect": "§", "reg": "®", "trade": "™", "bdquo": "„",
        "iexcl": "¡", "iquest": "¿", "ensp": " ", "emsp": " ", "thinsp": " ", "shy": "", "zwnj": "", "zwj": "",
    ]) { accent, _ in accent }

    private static func entities(_ text: Substring) -> String {
        var (result, rest) = ("", text)
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: ";") else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            let name = rest[rest.index(after: start)..<end]
            let number =
                name.hasPrefix("#x") || name.hasPrefix("#X")
                ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            if let sign = named[String(name)] ?? number.flatMap(Unicode.Scalar.init).map({ String(Character($0)) }) {
                result += sign
                rest = rest[rest.index(after: end)...]
            } else {
                result += "&"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    /// Spaces and line ends of the source say nothing; those of elements do.
    private static func squeezed(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: "\n")
    }
}
