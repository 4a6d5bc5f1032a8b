enum Escape {
    /// Writes text so that it stays text in an element and inside an attribute with either kind of quotes.
    ///
    /// C0 controls other than tab and line ends are not allowed in HTML documents at all: they become U+FFFD. What needs no
    /// escape, nearly everything, is copied in stretches.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        let isPlain = isPlain
        text.withUTF8 { buffer in
            var start = 0
            for place in 0..<buffer.count where !isPlain[Int(buffer[place])] {
                guard let escape = escape(buffer[place]) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<place]))
                escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = place + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
        }
    }

    private static let isPlain = (0...255).map { escape(UInt8($0)) == nil }

    private static func escape(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 9, 10, 13, 32...126, 128...255: nil
        default: "\u{FFFD}"
        }
    }
}
