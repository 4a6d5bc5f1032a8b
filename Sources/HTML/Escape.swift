enum Escape {
    /// Writes text so that it stays text in an element and inside an attribute with either kind of quotes.
    ///
    /// C0 controls other than tab and line ends are not allowed in HTML documents at all: they become U+FFFD.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            case 9, 10, 13, 32...126, 128...255: bytes.append(byte)
            default: bytes.append(contentsOf: "\u{FFFD}".utf8)
            }
        }
    }
}
