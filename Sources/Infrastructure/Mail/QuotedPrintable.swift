/// Quoted-printable of RFC 2045, 6.7, for text in UTF-8.
enum QuotedPrintable {
    /// Every kind of line break becomes CRLF. A dot and an F (of `From `) that begin a line are encoded too: old relays
    /// change such lines.
    static func encode(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count * 5 / 4)
        let bytes = Array(text.utf8)
        var column = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 13 || byte == 10 {
                index += byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
                out += [13, 10]
                column = 0
                continue
            }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 10
            let plain = isPlain(byte, atStart: column == 0, beforeBreak: next == 13 || next == 10)
            // 76 with the "=" of a soft break.
            if column + (plain ? 1 : 3) > 75 {
                out += [UInt8(ascii: "="), 13, 10]
                column = 0
                continue
            }
            if plain {
                out.append(byte)
            } else {
                out.append(UInt8(ascii: "="))
                out.append(contentsOf: hex(byte).utf8)
            }
            column += plain ? 1 : 3
            index += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8, atStart: Bool, beforeBreak: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), 9: !beforeBreak
        case UInt8(ascii: "="): false
        case UInt8(ascii: "."), UInt8(ascii: "F"): !atStart
        case 33...126: true
        default: false
        }
    }

    static func hex(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
}
