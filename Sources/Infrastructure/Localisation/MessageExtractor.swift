/// A message as the sources ask for it.
package struct ExtractedMessage: Sendable, Equatable {
    package var context: String?
    package var id: String
    package var pluralID: String?
    /// The names of the values given at the place of the call; nil for `l10n("…")` and where no literal list is given.
    package var given: Set<String>?
    package var file: String
    package var line: Int

    package var key: String { POEntry.key(id, context: context) }

    /// The names that the ids hold.
    package var placeholders: Set<String> {
        Placeholders.names(in: id).union(pluralID.map(Placeholders.names) ?? [])
    }
}

/// Finds `t("…")`, `t("…", "…", count:)`, `t("…", context: "…")` and `l10n("…")` in Swift source text, for the contract
/// test that compares the sources with the catalogues. It knows the names `t` and `l10n`, not types.
package struct MessageExtractor {
    package private(set) var messages: [ExtractedMessage] = []
    /// Lines where `t(` has a text that is neither one plain literal nor marked by `l10n`: it would go unseen.
    package private(set) var unreadable: [Int] = []

    private let tokens: [(token: SwiftTokens.Token, line: Int)]

    package init(_ source: String, file: String) {
        tokens = SwiftTokens(source).tokens
        for index in tokens.indices where opensParenthesis(index + 1) {
            switch tokens[index].token {
            case .word("t") where !isWord("func", index - 1): readCall(index, file)
            case .word("l10n") where !isWord("func", index - 1): readMark(index, file)
            default: break
            }
        }
    }

    /// One argument of a call: its label and the range of its tokens.
    private struct Argument {
        var label: String?
        var range: Range<Int>
    }

    private mutating func readCall(_ index: Int, _ file: String) {
        let arguments = arguments(after: index + 1)
        guard let first = arguments.first, first.label == nil else { return }
        guard let id = literal(first) else {
            if hasUnmarkedText(first) { unreadable.append(tokens[index].line) }
            return
        }
        var message = ExtractedMessage(id: id, given: [], file: file, line: tokens[index].line)
        for argument in arguments.dropFirst() {
            switch argument.label {
            case "count": message.given?.insert("count")
            case "context": message.context = literal(argument)
            case nil:
                if let plural = literal(argument) {
                    message.pluralID = plural
                } else if let names = valueNames(argument) {
                    message.given?.formUnion(names)
                } else {
                    message.given = nil
                }
            default: break
            }
        }
        messages.append(message)
    }

    private mutating func readMark(_ index: Int, _ file: String) {
        guard let first = arguments(after: index + 1).first else { return }
        if let id = literal(first) {
            messages.append(ExtractedMessage(id: id, file: file, line: tokens[index].line))
        } else if hasUnmarkedText(first) {
            unreadable.append(tokens[index].line)
        }
    }

    /// The arguments of the call whose parenthesis opens at `open`.
    private func arguments(after open: Int) -> [Argument] {
        var found: [Argument] = []
        var depth = 0
        var start = open + 1
        for index in open..<tokens.count {
            guard case .sign(let sign) = tokens[index].token else { continue }
            switch sign {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ",") where depth == 1: break
            default: continue
            }
            guard depth == 0 || (depth == 1 && sign == UInt8(ascii: ",")) else { continue }
            if start < index { found.append(argument(start..<index)) }
            start = index + 1
            if depth == 0 { break }
        }
        return found
    }

    private func argument(_ range: Range<Int>) -> Argument {
        if range.count > 2, case .word(let label) = tokens[range.lowerBound].token,
            tokens[range.lowerBound + 1].token == .sign(UInt8(ascii: ":"))
        {
            return Argument(label: label, range: (range.lowerBound + 2)..<range.upperBound)
        }
        return Argument(label: nil, range: range)
    }

    private func literal(_ argument: Argument) -> String? {
        guard argument.range.count == 1, case .text(let text) = tokens[argument.range.lowerBound].token else {
            return nil
        }
        return text
    }

    /// The keys of `["name": …, "place": …]`, or nil when the argument is something else.
    private func valueNames(_ argument: Argument) -> Set<String>? {
        guard tokens[argument.range.lowerBound].token == .sign(UInt8(ascii: "[")) else { return nil }
        var names: Set<String> = []
        for entry in arguments(after: argument.range.lowerBound) {
            guard case .text(let name?) = tokens[entry.range.lowerBound].token else { continue }
            names.insert(name)
        }
        return names
    }

    private func hasUnmarkedText(_ argument: Argument) -> Bool {
        argument.range.contains { index in
            guard case .text = tokens[index].token else { return false }
            return !(opensParenthesis(index - 1) && (isWord("l10n", index - 2) || isWord("t", index - 2)))
        }
    }

    private func opensParenthesis(_ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].token == .sign(UInt8(ascii: "("))
    }

    private func isWord(_ word: String, _ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].token == .word(word)
    }
}
