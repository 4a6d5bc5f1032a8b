/// Takes a text apart into words: lower case, without accents, letters and digits only.
///
/// By hand over UTF-8: Foundation's folding takes a hundred times as long, and an index reads twenty million words at its
/// start. Latin letters with signs lose them; letters of other scripts stay as they are.
package struct Words {
    /// The longest word that is kept, in bytes; the rest of a longer one is cut off.
    package static let longest = 40

    /// Calls `body` with each word. The bytes are valid during the call only.
    package static func each(in text: some Sequence<UInt8>, _ body: (borrowing [UInt8]) -> Void) {
        var word: [UInt8] = []
        word.reserveCapacity(longest + 4)
        var bytes = text.makeIterator()
        func end() {
            if !word.isEmpty {
                body(word)
                word.removeAll(keepingCapacity: true)
            }
        }
        func add(_ byte: UInt8) { if word.count < longest { word.append(byte) } }
        while let byte = bytes.next() {
            switch byte {
            case 0x61...0x7a, 0x30...0x39: add(byte)
            case 0x41...0x5a: add(byte | 0x20)
            case 0..<0x80: end()
            case 0xc2..<0xe0:
                guard let next = bytes.next() else { break }
                let scalar = UInt32(byte & 0x1f) << 6 | UInt32(next & 0x3f)
                switch scalar {
                case 0xb7, 0x300..<0x370: break  // a raised dot inside a word, or a sign of the letter before it
                case 0..<0xc0, 0xd7, 0xf7: end()
                case 0xc0..<0x180:
                    for plain in latin[Int(scalar - 0xc0)].utf8 { add(plain) }
                default:
                    guard word.count + 2 <= longest else { break }
                    word.append(byte)
                    word.append(next)
                }
            case 0xe0..<0xf0:
                guard let second = bytes.next(), let third = bytes.next() else { break }
                // General punctuation, symbols, CJK signs, full-width forms and the byte order mark.
                let block = UInt32(byte & 0xf) << 6 | UInt32(second & 0x3f)
                if (0x80..<0xb8).contains(block) || block == 0xc0 || block >= 0x3bc {
                    end()
                } else if word.count + 3 <= longest {
                    word.append(byte)
                    word.append(second)
                    word.append(third)
                }
            default:
                // Emoji and the like: nothing that a word is made of.
                if byte >= 0xf0 { for _ in 0..<3 { _ = bytes.next() } }
                end()
            }
        }
        end()
    }

    package static func all(in text: String, limit: Int) -> [String] {
        var found: [String] = []
        each(in: text.utf8.prefix(4000)) { word in
            if found.count < limit { found.append(String(decoding: copy word, as: UTF8.self)) }
        }
        return found
    }

    /// U+00C0 to U+017F without their signs.
    private static let latin: [String] =
        """
        a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o o o - o u u \
        u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j \
        k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u \
        u u u w w y y y z z z z z z s
        """.split(separator: " ").map(String.init)
}
