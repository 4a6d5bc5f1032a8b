/// Text beyond ASCII in headers (RFC 2047, "Q"). The signs kept as they are may also stand in a display name.
enum EncodedWord {
    /// Words of at most 65 characters, so that the first still fits behind the header's name; a character is never cut
    /// in two. A reader joins neighbours without the space between them.
    static func encode(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text.unicodeScalars {
            let encoded = Self.encoded(character)
            if word.utf8.count + encoded.utf8.count > 65 - "=?utf-8?Q??=".utf8.count {
                words.append("=?utf-8?Q?\(word)?=")
                word = ""
            }
            word += encoded
        }
        if !word.isEmpty { words.append("=?utf-8?Q?\(word)?=") }
        return words
    }

    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case " ": "_"
        case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(scalar)
        default: String(scalar).utf8.map { "=" + QuotedPrintable.hex($0) }.joined()
        }
    }
}
