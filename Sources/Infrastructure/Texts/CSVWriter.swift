/// Rows as a file that the spreadsheets of Dutch and Flemish offices open with a double click: UTF-8 with its mark, a semicolon
/// between fields, CRLF after rows, quotes where a field needs them (RFC 4180; what Excel does with it: decision 21).
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init() {}

    package mutating func add(_ fields: [String]) {
        for (number, field) in fields.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ";")) }
            append(Self.harmless(Self.spaced(field)))
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func append(_ field: String) {
        // Also a comma: who opens the file with that between fields gets the same ones.
        guard field.utf8.contains(where: { [0x22, 0x2C, 0x3B, 0x09, 0x0D, 0x0A].contains($0) }) || field.first == " "
        else {
            bytes += field.utf8
            return
        }
        bytes.append(0x22)
        for byte in field.utf8 { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
        bytes.append(0x22)
    }

    /// A telephone number of digits alone is a number to a spreadsheet, which drops its nought or its plus: `06 12345678`.
    private static func spaced(_ field: String) -> String {
        guard let number = field.wholeMatch(of: /(0[0-9]|\+[0-9]{2})([0-9]{6,13})/) else { return field }
        return "\(number.output.1) \(number.output.2)"
    }

    /// A spreadsheet computes what begins like a formula, in quotes too, and somebody else typed it: an apostrophe before it makes
    /// it text. A number and a telephone number stay what they are. (CWE-1236)
    private static func harmless(_ field: String) -> String {
        // Signs that nobody sees may be left out by who reads.
        let seen = field.unicodeScalars.drop { $0.properties.generalCategory == .format || $0 == " " || $0 == "\u{A0}" }
        guard let first = seen.first else { return field }
        switch first {
        case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF20}", "\u{FF0B}", "\u{FF0D}", "\u{FE66}", "\u{2212}":
            return "'" + field
        case "+", "-":
            let rest = seen.dropFirst()
            return rest.allSatisfy { ("0"..."9").contains($0) || " .,()/".unicodeScalars.contains($0) }
                && rest.contains { ("0"..."9").contains($0) } ? field : "'" + field
        default: return field
        }
    }
}
