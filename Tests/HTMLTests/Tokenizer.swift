/// The part of the HTML standard's tokenizer (13.2.5) that these tests need, written from the standard and not from the
/// code under test. Every way out of a context shows as another token.
struct Tokenizer {
    enum Token: Equatable {
        case start(String, [Attribute])
        case end(String)
        case text(String)
        case comment
        /// What no test expects: a reference without its semicolon, an unfinished tag, a control character.
        case odd(String)
    }

    struct Attribute: Equatable {
        let name: String
        let value: String
    }

    private let bytes: [UInt8]
    private var position = 0
    private(set) var tokens: [Token] = []

    static func read(_ bytes: [UInt8]) -> [Token] {
        var tokenizer = Tokenizer(bytes: normalised(bytes))
        tokenizer.run()
        return tokenizer.tokens
    }

    /// CR and CRLF become LF before anything else happens (13.2.3.5).
    static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == 13 {
                out.append(10)
            } else if byte == 10, index > 0, bytes[index - 1] == 13 {
                continue
            } else {
                out.append(byte)
            }
        }
        return out
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func follows(_ text: String) -> Bool {
        let end = position + text.utf8.count
        return end <= bytes.count && bytes[position..<end].elementsEqual(text.utf8)
    }

    private mutating func run() {
        var text: [UInt8] = []
        while let byte {
            guard byte == UInt8(ascii: "<"), let token = tag() else {
                text.append(byte)
                position += 1
                continue
            }
            finish(&text)
            tokens.append(token)
            if case .start("script", _) = token { script() }
        }
        finish(&text)
    }

    private mutating func finish(_ text: inout [UInt8]) {
        if !text.isEmpty {
            tokens.append(decoded(text).map { .text($0) } ?? .odd(String(decoding: text, as: UTF8.self)))
        }
        text = []
    }

    /// A tag or comment at `<`; nil when the sign is only text.
    private mutating func tag() -> Token? {
        if follows("<!") || follows("<?") {
            position = bytes[position...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
            return .comment
        }
        let isEnd = follows("</")
        let begin = position + (isEnd ? 2 : 1)
        guard begin < bytes.count, Self.isLetter(bytes[begin]) else {
            if isEnd, begin < bytes.count {
                position = bytes.count
                return .comment
            }
            return nil
        }
        position = begin
        let name = word { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        var attributes: [Attribute] = []
        while true {
            _ = word { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
            guard let byte else { return .odd("unfinished tag") }
            if byte == UInt8(ascii: ">") { break }
            guard let attribute = attribute() else { return .odd("unreadable attribute") }
            attributes.append(attribute)
        }
        position += 1
        return isEnd ? .end(name) : .start(name, attributes)
    }

    private mutating func attribute() -> Attribute? {
        let name = word {
            !Self.isSpace($0) && ![UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains($0)
        }
        guard byte == UInt8(ascii: "=") else { return Attribute(name: name, value: "") }
        position += 1
        guard let quote = byte else { return nil }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        position += 1
        guard let end = bytes[position...].firstIndex(of: quote) else { return nil }
        let value = decoded(Array(bytes[position..<end]))
        position = end + 1
        return value.map { Attribute(name: name, value: $0) }
    }

    /// Script data: everything up to `</script` and a space, slash or `>`. A `<!--` would switch to states in which the
    /// end is another one, so it is odd here.
    private mutating func script() {
        let begin = position
        while position < bytes.count {
            if follows("<!--") { tokens.append(.odd("comment in script data")) }
            if follows("</"), bytes[(position + 2)...].prefix(6).map({ $0 | 0x20 }).elementsEqual("script".utf8) {
                break
            }
            position += 1
        }
        if begin < position { tokens.append(.text(String(decoding: bytes[begin..<position], as: UTF8.self))) }
    }

    private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
        let begin = position
        while position < bytes.count, isPart(bytes[position]) { position += 1 }
        return String(decoding: bytes[begin..<position], as: UTF8.self).lowercased()
    }

    /// Nil for a reference that these tests do not expect, and for control characters.
    private func decoded(_ bytes: [UInt8]) -> String? {
        let references = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
        var out: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            if byte < 32 && byte != 9 && byte != 10 || byte == 127 { return nil }
            guard byte == UInt8(ascii: "&") else {
                out.append(byte)
                rest = rest.dropFirst()
                continue
            }
            guard let found = references.first(where: { rest.starts(with: $0.0.utf8) }) else { return nil }
            out += Array(found.1.utf8)
            rest = rest.dropFirst(found.0.utf8.count)
        }
        return String(validating: out, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 12 }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
