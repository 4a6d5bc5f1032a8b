/// What somebody typed in a mail, without the letter that it answers and without the foot that her mail program adds. In doubt too much
/// is kept: words that are lost cannot be asked for again.
package enum TypedWords {
    /// - Parameter text: of a mail, plain.
    package static func of(_ text: String) -> String {
        var lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { trimmedEnd($0.replacing("\u{a0}", with: " ").filter { !"\u{200b}\u{200c}\u{feff}".contains($0) }) }
        lines = withoutQuote(lines)
        lines = withoutFoot(lines)
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return squeezed(lines).joined(separator: "\n")
    }

    /// Whether this is a greeting and a name, and nothing else.
    package static func isOnlyGreeting(_ text: String) -> Bool {
        let lines = text.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace).lowercased() }
        guard let first = lines.first else { return true }
        return lines.count <= 3 && farewells.contains { first.hasPrefix($0) }
    }

    private static let farewells = [
        "met vriendelijke groet", "vriendelijke groet", "met hartelijke groet", "hartelijke groet", "groet,",
        "groeten,", "groetjes",
        "mvg", "m.v.g", "kind regards", "best regards", "regards", "cordialement",
    ]

    // MARK: The letter that is answered

    private static func withoutQuote(_ lines: [String]) -> [String] {
        if let start = lines.indices.first(where: { isQuoteHeader(lines, $0) }) {
            let before = Array(lines[..<start])
            if before.contains(where: { !$0.isEmpty && !isMark($0) }) { return before.filter { !isMark($0) } }
            // Answered below: what follows the quoted lines.
            return answersBelow(Array(lines[start...]))
        }
        let quoted = lines.count { $0.hasPrefix(">") }
        guard quoted > 1 else { return lines.filter { !isMark($0) } }
        return lines.filter { !$0.hasPrefix(">") && !isMark($0) }
    }

    private static func isMark(_ line: String) -> Bool { line == ReadableHTML.quoteMark }

    /// After the introduction every line that is not quoted.
    private static func answersBelow(_ lines: [String]) -> [String] {
        guard lines.contains(where: { $0.hasPrefix(">") }) else { return [] }
        var rest = lines.drop { !$0.hasPrefix(">") }
        rest = rest.filter { !$0.hasPrefix(">") }[...]
        return Array(rest)
    }

    private static func isQuoteHeader(_ lines: [String], _ index: Int) -> Bool {
        let line = lines[index]
        if isMark(line) { return true }
        let lower = String(line.lowercased().trimmingPrefix(while: \.isWhitespace))
        // GroupWise.
        if lower.hasPrefix(">>> "), lower.hasSuffix(" >>>") { return true }
        if [
            "oorspronkelijk bericht", "original message", "doorgestuurd bericht", "forwarded message",
            "message d'origine",
        ]
        .contains(where: { lower.hasPrefix("--") && lower.contains($0) }) {
            return true
        }
        // "Op 30 nov 2026 om 09:14 schreef …:", over up to four lines.
        if ["op ", "on ", "am ", "le "].contains(where: lower.hasPrefix) || lower.hasPrefix("wijkrijk") {
            let joined = lines[index..<min(lines.count, index + 4)].prefix { !$0.isEmpty }.joined(separator: " ")
                .lowercased()
            let says = ["schreef", "geschreven", "wrote", "schrieb", "a écrit"]
            if says.contains(where: joined.contains), joined.contains(":"), joined.contains(/\d/) { return true }
        }
        if line.hasPrefix("_____"), headers(lines, after: index + 1) >= 2 { return true }
        return headers(lines, after: index) >= 3 || isFirstHeader(lower) && headers(lines, after: index) >= 2
    }

    private static let headerNames = [
        "van:", "verzonden:", "aan:", "cc:", "onderwerp:", "datum:", "from:", "sent:", "to:", "subject:", "date:",
    ]

    private static func isFirstHeader(_ lower: String) -> Bool {
        let bare = lower.filter { $0 != "*" }
        return bare.hasPrefix("van:") || bare.hasPrefix("from:")
    }

    /// How many of the next lines are the head of an older letter.
    private static func headers(_ lines: [String], after index: Int) -> Int {
        guard index < lines.count else { return 0 }
        let next = lines[index..<min(lines.count, index + 8)].drop(while: \.isEmpty)
        guard let first = next.first?.lowercased().filter({ $0 != "*" }), headerNames.contains(where: first.hasPrefix)
        else { return 0 }
        return next.count { line in
            let bare = line.lowercased().filter { $0 != "*" }
            return headerNames.contains { bare.hasPrefix($0) }
        }
    }

    // MARK: What the mail program adds

    private static let feet = [
        "verstuurd vanaf mijn", "verzonden vanaf mijn", "verstuurd met", "verzonden met", "sent from my", "sent with",
        "outlook voor", "outlook for", "download outlook", "get outlook", "verzonden vanuit", "verstuurd vanuit",
        "verzonden via", "verstuurd via", "verstuurd vanaf", "verzonden vanaf", "sent from outlook", "mit freundlichen",
        "met behulp van",
    ]

    private static func withoutFoot(_ lines: [String]) -> [String] {
        var kept = lines
        // "-- " is the line above a signature (RFC 3676).
        if let signature = kept.lastIndex(where: { $0 == "--" || $0 == "-- " }), signature > 0,
            kept[..<signature].contains(where: { !$0.isEmpty })
        {
            kept = Array(kept[..<signature])
        }
        while let last = kept.lastIndex(where: { !$0.isEmpty }) {
            let lower = kept[last].lowercased().trimmingPrefix(while: { $0.isWhitespace || $0 == "<" })
            let isFoot =
                feet.contains { lower.hasPrefix($0) } || kept[last].hasPrefix("_____") && last == kept.count - 1
            // The last lines without an empty one between them.
            let begin = kept[...last].lastIndex(where: \.isEmpty).map { $0 + 1 } ?? 0
            if isFoot {
                kept = Array(kept[..<last])
            } else if isDisclaimer(kept[begin...last].joined(separator: " ")) {
                kept = Array(kept[..<begin])
            } else {
                break
            }
        }
        return kept
    }

    private static func isDisclaimer(_ line: String) -> Bool {
        let lower = line.lowercased()
        return lower.count > 60
            && ["uitsluitend bestemd", "vertrouwelijk", "intended solely", "confidential", "geen rechten"].contains(
                where: lower.contains)
    }

    private static func trimmedEnd(_ line: some StringProtocol) -> String {
        var line = String(line)
        while let last = line.last, last.isWhitespace, line != "-- " { line.removeLast() }
        return line
    }

    /// No more than one empty line after another.
    private static func squeezed(_ lines: [String]) -> [String] {
        lines.reduce(into: []) { kept, line in
            if !(line.isEmpty && kept.last?.isEmpty == true) { kept.append(line) }
        }
    }
}
