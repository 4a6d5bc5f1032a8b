/// As much of Swift's lexical structure as finding messages needs: words, signs and string literals, with what is
/// written within interpolations as tokens between parentheses. Comments are left out; regex literals are not known.
struct SwiftTokens {
    enum Token: Equatable {
        case word(String)
        case sign(UInt8)
        /// A string literal's value; nil when it has interpolations or spans lines.
        case text(String?)
    }

    private(set) var tokens: [(token: Token, line: Int)] = []
    private let source: [UInt8]
    private var position = 0
    private var line = 1

    init(_ text: String) {
        source = Array(text.utf8)
        scanCode(untilParenthesis: false)
    }

    private func peek(_ offset: Int = 0) -> UInt8 {
        position + offset < source.count ? source[position + offset] : 0
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where position < source.count {
            if source[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    private mutating func add(_ token: Token, at line: Int? = nil) { tokens.append((token, line ?? self.line)) }

    private mutating func scanCode(untilParenthesis: Bool) {
        var depth = 0
        while position < source.count {
            let byte = peek()
            if Self.isWordPart(byte) {
                let start = position
                while Self.isWordPart(peek()) { advance() }
                add(.word(String(decoding: source[start..<position], as: UTF8.self)))
            } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
                while position < source.count, peek() != UInt8(ascii: "\n") { advance() }
            } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
                skipBlockComment()
            } else if byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "#") && startsRawString()) {
                scanString()
            } else {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") {
                    if depth == 0, untilParenthesis { return }
                    depth -= 1
                }
                if byte > 32 { add(.sign(byte)) }
                advance()
            }
        }
    }

    /// Block comments nest in Swift.
    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
                depth += 1
                advance(2)
            } else if peek() == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
                depth -= 1
                advance(2)
            } else {
                advance()
            }
        } while depth > 0 && position < source.count
    }

    private func startsRawString() -> Bool {
        var offset = 0
        while peek(offset) == UInt8(ascii: "#") { offset += 1 }
        return peek(offset) == UInt8(ascii: "\"")
    }

    private mutating func scanString() {
        let startLine = line
        var pounds = 0
        while peek() == UInt8(ascii: "#") {
            pounds += 1
            advance()
        }
        let quotes = peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\"") ? 3 : 1
        advance(quotes)
        let place = tokens.count
        add(.text(nil), at: startLine)
        var value: [UInt8]? = quotes == 1 ? [] : nil
        while position < source.count, !(quotes == 1 && peek() == UInt8(ascii: "\n")) {
            if closes(quotes: quotes, pounds: pounds) {
                advance(quotes + pounds)
                break
            }
            if peek() == UInt8(ascii: "\\"), (0..<pounds).allSatisfy({ peek(1 + $0) == UInt8(ascii: "#") }) {
                advance(1 + pounds)
                if peek() == UInt8(ascii: "(") {
                    value = nil
                    scanInterpolation()
                } else {
                    let escaped = scanEscape()
                    value?.append(contentsOf: escaped)
                }
            } else {
                value?.append(peek())
                advance()
            }
        }
        tokens[place].token = .text(value.map { String(decoding: $0, as: UTF8.self) })
    }

    private func closes(quotes: Int, pounds: Int) -> Bool {
        (0..<quotes).allSatisfy { peek($0) == UInt8(ascii: "\"") }
            && (0..<pounds).allSatisfy { peek(quotes + $0) == UInt8(ascii: "#") }
    }

    private mutating func scanInterpolation() {
        add(.sign(UInt8(ascii: "(")))
        advance()
        scanCode(untilParenthesis: true)
        add(.sign(UInt8(ascii: ")")))
        advance()
    }

    private mutating func scanEscape() -> [UInt8] {
        let byte = peek()
        advance()
        switch byte {
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "0"): return [0]
        case UInt8(ascii: "u"):
            var code: UInt32 = 0
            advance()
            while position < source.count, peek() != UInt8(ascii: "}"), peek() != UInt8(ascii: "\"") {
                code = code &* 16 &+ UInt32(Character(UnicodeScalar(peek())).hexDigitValue ?? 0)
                advance()
            }
            advance()
            return Array(String(Character(UnicodeScalar(code) ?? "\u{FFFD}")).utf8)
        default: return [byte]
        }
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        byte.isNamePart || byte >= 0x80
    }
}
