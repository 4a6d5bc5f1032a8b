/// Reads a catalogue line by line; `POFile` is its result.
struct POReader {
    let file: String
    private(set) var entries: [POEntry] = []
    private var seen: [String: Int] = [:]
    private var entry: POEntry?
    private var field: Field?
    private var fuzzyAhead = false

    private enum Field: Equatable { case context, id, pluralID, text(Int) }

    init(file: String) { self.file = file }

    mutating func read(_ rawLine: Substring, _ number: Int) throws(POError) {
        let line = rawLine.trimmingSpaces
        if line.isEmpty {
            try finishEntry(number)
        } else if line.hasPrefix("#") {
            // A comment belongs to the entry after it.
            if entry?.texts.isEmpty == false { try finishEntry(number) }
            if line.hasPrefix("#,"), line.contains("fuzzy") { fuzzyAhead = true }
        } else if line.hasPrefix("\"") {
            guard let field else { throw failure(number, "a text without a keyword before it") }
            append(try literal(line, number), to: field)
        } else {
            try readKeyword(line, number)
        }
    }

    mutating func finishEntry(_ number: Int) throws(POError) {
        defer { (entry, field, fuzzyAhead) = (nil, nil, false) }
        guard let entry else { return }
        guard field != .context else { throw failure(entry.line, "msgctxt without msgid") }
        guard !entry.texts.isEmpty else { throw failure(entry.line, "msgid without msgstr") }
        guard !entry.id.isEmpty else { return }
        if let first = seen.updateValue(entry.line, forKey: entry.key) {
            throw failure(entry.line, "the message of line \(first) again")
        }
        entries.append(entry)
    }

    private mutating func readKeyword(_ line: Substring, _ number: Int) throws(POError) {
        guard let space = line.firstIndex(where: { $0 == " " || $0 == "\t" || $0 == "\"" }) else {
            throw failure(number, "unknown line")
        }
        let text = try literal(line[space...].trimmingSpaces, number)
        let next: Field
        switch line[..<space] {
        case "msgctxt":
            if entry != nil { try finishEntry(number) }
            entry = POEntry(id: "", texts: [], isFuzzy: fuzzyAhead, line: number)
            next = .context
        case "msgid":
            if field != .context {
                if entry != nil { try finishEntry(number) }
                entry = POEntry(id: "", texts: [], isFuzzy: fuzzyAhead, line: number)
            }
            next = .id
        case "msgid_plural":
            guard field == .id else { throw failure(number, "msgid_plural must follow msgid") }
            entry?.pluralID = ""
            next = .pluralID
        case "msgstr":
            guard field == .id else { throw failure(number, "msgstr must follow msgid") }
            next = .text(0)
        case let keyword:
            next = .text(try pluralIndex(keyword, number))
        }
        if case .text = next { entry?.texts.append("") }
        if next == .context { entry?.context = "" }
        field = next
        append(text, to: next)
    }

    /// The n of `msgstr[n]`, which must count up from 0 after `msgid_plural`.
    private func pluralIndex(_ keyword: Substring, _ number: Int) throws(POError) -> Int {
        guard keyword.hasPrefix("msgstr["), keyword.hasSuffix("]"), let n = Int(keyword.dropFirst(7).dropLast()) else {
            throw failure(number, "unknown keyword \(keyword)")
        }
        guard entry?.pluralID != nil, n == entry?.texts.count else {
            throw failure(number, "\(keyword) is out of order")
        }
        return n
    }

    private mutating func append(_ text: String, to field: Field) {
        switch field {
        case .context: entry?.context?.append(text)
        case .id: entry?.id.append(text)
        case .pluralID: entry?.pluralID?.append(text)
        case .text(let n): entry?.texts[n].append(text)
        }
    }

    private func literal(_ quoted: Substring, _ number: Int) throws(POError) -> String {
        guard quoted.utf8.count >= 2, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else {
            throw failure(number, "a text must stand between double quotes")
        }
        var text = ""
        var escaped = false
        for character in quoted.dropFirst().dropLast().unicodeScalars {
            if escaped {
                escaped = false
                switch character {
                case "n": text.append("\n")
                case "t": text.append("\t")
                case "r": text.append("\r")
                case "\"", "\\": text.unicodeScalars.append(character)
                default: throw failure(number, "unknown escape \\\(character)")
                }
            } else if character == "\\" {
                escaped = true
            } else if character == "\"" {
                throw failure(number, "a double quote within a text needs a backslash")
            } else {
                text.unicodeScalars.append(character)
            }
        }
        guard !escaped else { throw failure(number, "a text must stand between double quotes") }
        return text
    }

    private func failure(_ line: Int, _ reason: String) -> POError { POError(file: file, line: line, reason: reason) }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let front = drop(while: isSpace)
        guard let last = front.lastIndex(where: { !isSpace($0) }) else { return front }
        return front[...last]
    }
}
