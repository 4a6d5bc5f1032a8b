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
        lines = Array(lines.drop(while: \.isEmpty))
        lines = Array(lines[..<(lines.lastIndex { !$0.allSatisfy { $0 == ">" || $0 == " " } }.map { $0 + 1 } ?? 0)])
        return squeezed(lines).joined(separator: "\n")
    }

    /// Whether nobody said anything: a full stop, the name of a picture, a signature, a greeting and a name.
    package static func sayNothing(_ text: String) -> Bool {
        let bare = text.replacing(/\[cid:[^\]]*\]/, with: "")
        return !bare.contains {
            $0.isLetter || $0.isNumber || $0.unicodeScalars.contains { $0.properties.isEmojiPresentation }
        }
            || bare.hasPrefix("-- \n") || isOnlyGreeting(bare)
    }

    /// Whether this is a greeting with a name and what stands on a card, and nothing else: *groetjes terug, ja, donderdag kom ik* is an
    /// answer.
    package static func isOnlyGreeting(_ text: String) -> Bool {
        let lines = text.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace).lowercased() }
        guard let first = lines.first else { return true }
        guard lines.count <= 6, let farewell = farewells.first(where: first.hasPrefix) else { return false }
        // The rest of the word: *groeten*, *groetjes*.
        let name = first.dropFirst(farewell.count).drop { $0.isLetter }
        return name.split(whereSeparator: \.isWhitespace).count <= 3 && !name.contains { "!?:".contains($0) }
            && !name.drop { ",. ".contains($0) }.contains(",")
            && lines.dropFirst().allSatisfy { line in
                line.split(whereSeparator: \.isWhitespace).count <= 6 && !line.contains { "!?".contains($0) }
                    && !line.hasPrefix("ps")
            }
    }

    /// The longest first.
    private static let farewells = [
        "met vriendelijke groet", "met hartelijke groet", "vriendelijke groet", "hartelijke groet", "groetjes",
        "groeten",
        "groet,",
        "mvg", "m.v.g", "kind regards", "best regards", "regards", "cordialement",
    ]

    // MARK: The letter that is answered

    private static func withoutQuote(_ lines: [String]) -> [String] {
        if let start = lines.indices.first(where: { isQuoteHeader(lines, $0) }) {
            let before = Array(lines[..<start])
            if before.contains(where: { !$0.isEmpty && !isMark($0) }) {
                // Answered between or below the lines of the other: with them, or nobody knows what is answered.
                let kept = isAnsweredBetween(lines[(start + 1)...]) || saysBelow(before) ? lines : before
                return kept.filter { !isMark($0) }
            }
            // Answered below: what follows the quoted lines.
            return answersBelow(Array(lines[start...]))
        }
        // Without a word about whose they are, lines with a > may be the writer's own.
        return lines.filter { !isMark($0) }
    }

    /// *Zie mijn antwoorden hieronder, in rood*: Outlook quotes without a sign, and nobody but the writer can tell which lines are hers.
    private static func saysBelow(_ lines: [String]) -> Bool {
        let text = lines.joined(separator: " ").lowercased()
        return text.contains(
            /\b(zie|lees|antwoorden?|reacties?|see|answers?|comments?)\b.{0,40}\b(hieronder|onderstaand|beneden|below|inline|tussen|between)\b/
        )
            || text.contains(
                /\b(antwoorden?|reacties?|answers?|comments?)\b.{0,30}\b(rood|blauw|groen|kleur|red|blue|green)\b/)
    }

    /// Words that are not quoted between lines that are, or below them.
    private static func isAnsweredBetween(_ lines: ArraySlice<String>) -> Bool {
        guard let first = lines.firstIndex(where: isQuoted) else { return false }
        return withoutFoot(Array(lines[first...])).contains { !isQuoted($0) && !$0.isEmpty && !isMark($0) }
    }

    private static func isQuoted(_ line: String) -> Bool {
        let line = line.drop(while: \.isWhitespace)
        return line.hasPrefix(">") || line.hasPrefix("| ")
    }

    private static func isMark(_ line: String) -> Bool { line == ReadableHTML.quoteMark }

    /// After the introduction every line that is not quoted.
    private static func answersBelow(_ lines: [String]) -> [String] {
        guard lines.contains(where: isQuoted) else { return [] }
        return lines.drop { !isQuoted($0) }.filter { !isQuoted($0) }
    }

    private static func isQuoteHeader(_ lines: [String], _ index: Int) -> Bool {
        let line = lines[index]
        if isMark(line) { return true }
        let whole = String(line.lowercased().trimmingPrefix(while: \.isWhitespace))
        // GroupWise; other programs may quote their own line about whose letter it is.
        let isGroupWise = whole.hasPrefix(">>> ") && whole.hasSuffix(" >>>")
        let lower = isGroupWise ? whole : String(whole.drop { $0 == ">" || $0 == " " })
        if lower.hasPrefix(">>> "), lower.hasSuffix(" >>>") { return true }
        if [
            "oorspronkelijk bericht", "original message", "doorgestuurd bericht", "forwarded message",
            "message d'origine",
        ]
        .contains(where: { lower.hasPrefix("--") && lower.contains($0) }) {
            return true
        }
        // "Op 30 nov 2026 om 09:14 schreef …:", over up to four lines.
        let begins = ["op ", "on ", "am ", "le ", "dnia ", "el ", "il ", "wijkrijk"].contains(where: lower.hasPrefix)
        if begins || lower.contains(" schreef op ") {
            // It ends with a colon, and names an address or the year: a sentence that says "schreef" does not.
            let part = lines[index..<min(lines.count, index + 4)].prefix { !$0.isEmpty }
            if let end = part.firstIndex(where: { $0.hasSuffix(":") }) {
                let joined = lines[index...end].joined(separator: " ").lowercased()
                let says = [
                    "schreef", "het volgende geschreven", "wrote", "schrieb", "a écrit", "napisał", "escribió",
                    "ha scritto",
                ]
                // Whose letter it is stands behind it: quoted, or a mail program said that it is. A typed sentence has neither.
                let next = lines[(end + 1)...].prefix(4).first { !$0.isEmpty }
                let isFollowed = next.map { isQuoted($0) || isMark($0) } ?? true
                let names = joined.contains("@") || joined.contains(/\b20\d\d\b/)
                let isAddressed = joined.contains(/<[^>\s]+@[^>\s]+>/) && joined.utf8.count < 300
                if says.contains(where: joined.contains), names, isFollowed || isAddressed { return true }
            }
        }
        if line.hasPrefix("_____"), headers(lines, after: index + 1) >= 2 { return true }
        // A list that somebody types has no sender with an address or a day with an hour.
        guard isFirstHeader(lower), headers(lines, after: index) >= 2 else { return false }
        let head = lines[index..<min(lines.count, index + 8)].joined(separator: " ")
        let hasSubject = ["onderwerp:", "subject:", "betreff:", "objet :"].contains(where: head.lowercased().contains)
        return hasSubject && (head.contains("@") || head.contains(/\d{1,2}:\d{2}/))
    }

    private static let headerNames = [
        "van:", "verzonden:", "aan:", "cc:", "onderwerp:", "datum:", "from:", "sent:", "to:", "subject:", "date:",
        "de :", "envoyé :", "à :", "objet :", "von:", "gesendet:", "an:", "betreff:",
    ]

    private static func isFirstHeader(_ lower: String) -> Bool {
        let bare = lower.filter { $0 != "*" }
        return ["van:", "from:", "de :", "von:"].contains(where: bare.hasPrefix)
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
        "verstuurd vanaf mijn", "verzonden vanaf mijn", "sent from my", "sent with",
        "outlook voor", "outlook for", "download outlook", "get outlook", "verzonden vanuit", "verstuurd vanuit",
        "verzonden via", "verstuurd via", "verstuurd vanaf", "verzonden vanaf", "sent from outlook",
        "verzonden met proton", "verzonden met [proton",
        "verstuurd met proton", "verzonden met de gratis", "verzonden met de mail",
    ]

    private static func withoutFoot(_ lines: [String]) -> [String] {
        var kept = lines
        // "-- " is the line above a signature (RFC 3676); without its space somebody may have drawn a line.
        if let signature = kept.lastIndex(where: { $0 == "-- " }), signature > 0,
            kept.count - signature < 25,
            kept[..<signature].contains(where: { !$0.isEmpty })
        {
            kept = Array(kept[..<signature])
        }
        // A dozen at most: whoever ends a letter with more of them wrote them.
        for _ in 0..<12 {
            guard let last = kept.lastIndex(where: { !$0.isEmpty }) else { break }
            let lower = kept[last].lowercased().trimmingPrefix(while: { $0.isWhitespace || $0 == "<" })
            let isFoot =
                kept[last].count < 90 && feet.contains { lower.hasPrefix($0) } && !isSentence(lower)
                || kept[last].hasPrefix("_____") && last == kept.count - 1
            // The last lines without an empty one between them.
            let begin = kept[...last].lastIndex(where: \.isEmpty).map { $0 + 1 } ?? 0
            if isFoot {
                kept = Array(kept[..<last])
            } else if begin > 0, isDisclaimer(kept[begin...last].joined(separator: " ")) {
                kept = Array(kept[..<begin])
            } else {
                break
            }
        }
        return kept
    }

    /// What begins as a foot does and goes on: *Verstuurd via de post, morgen is hij er.*
    private static func isSentence(_ line: some StringProtocol) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace)
        return line.contains(", ") || line.contains(": ") || line.contains("!") || line.hasSuffix("?")
            || words.count > 5 && line.hasSuffix(".") && !line.contains("/")
    }

    private static func isDisclaimer(_ line: String) -> Bool {
        let lower = line.lowercased()
        let signs = [
            "uitsluitend bestemd", "vertrouwelijk", "geadresseerde", "intended solely", "confidential", "recipient",
            "geen rechten",
            "openbaarmaking", "te vernietigen",
        ]
        return lower.count > 120 && signs.count(where: lower.contains) >= 2
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
