/// Writes the headers of a message, folded at 76 characters.
struct HeaderWriter {
    private var out = ""
    private static let limit = 76

    /// A structured value in ASCII, folded at its spaces.
    mutating func add(_ name: StaticString, _ value: String) { add(name, words: value.asOneLine.split(separator: " ")) }

    /// Free text: as it is where ASCII fits, else in encoded words.
    mutating func add(_ name: StaticString, text: String) {
        let line = text.asOneLine
        let words = line.split(separator: " ")
        // "=?" would be read as an encoded word; a word too long for a line can only be folded when encoded.
        let isPlain =
            line.utf8.allSatisfy { $0 < 127 } && !line.contains("=?") && words.allSatisfy { $0.utf8.count < 60 }
        add(name, words: isPlain ? words : EncodedWord.encode(line)[...].map { $0[...] })
    }

    mutating func add(_ name: StaticString, mailbox: MailAddress) {
        guard !mailbox.name.isEmpty else { return add(name, words: [mailbox.address[...]]) }
        add(name, words: phrase(mailbox.name) + ["<\(mailbox.address)>"])
    }

    /// A display name: bare when it is made of atoms, quoted for signs such as a dot or a comma, else encoded.
    private func phrase(_ name: String) -> [Substring] {
        let words = name.split(separator: " ")
        if name.utf8.count < 60, !name.contains("=?") {
            if words.allSatisfy({ $0.utf8.allSatisfy(MailAddress.isAtomText) }) { return words }
            if name.utf8.allSatisfy({ $0 < 127 }) {
                let escaped = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
                return ["\"\(escaped)\""]
            }
        }
        return EncodedWord.encode(name).map { $0[...] }
    }

    private mutating func add(_ name: StaticString, words: [Substring]) {
        out += "\(name):"
        var column = name.utf8CodeUnitCount + 1
        for (index, word) in words.enumerated() {
            if index > 0, column + 1 + word.utf8.count > Self.limit {
                out += "\r\n"
                column = 0
            }
            out += " " + word
            column += 1 + word.utf8.count
        }
        out += "\r\n"
    }

    /// The message: these headers and what follows them.
    func bytes(closing rest: String) -> [UInt8] { Array((out + rest).utf8) }
}
