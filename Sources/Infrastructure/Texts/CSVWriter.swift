/// Rows as a file that the spreadsheets of Dutch and Flemish offices open with a double click: UTF-8 with its mark, a semicolon
/// between fields, CRLF after rows, quotes where a field needs them (RFC 4180; what Excel does with it: decision 21).
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init() {}

    package mutating func add(_ fields: [String]) {
        for (number, field) in fields.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ";")) }
            append(Self.harmless(field))
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func append(_ field: String) {
        guard field.utf8.contains(where: { [0x22, 0x3B, 0x0D, 0x0A].contains($0) }) || field.first == " " else {
            bytes += field.utf8
            return
        }
        bytes.append(0x22)
        for byte in field.utf8 { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
        bytes.append(0x22)
    }

    /// A spreadsheet computes what begins like a formula, in quotes too, and somebody else typed it: an apostrophe before it makes
    /// it text. A number and a telephone number stay what they are. (CWE-1236)
    private static func harmless(_ field: String) -> String {
        guard let first = field.unicodeScalars.first else { return field }
        switch first {
        case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF20}", "\u{FF0B}", "\u{FF0D}": return "'" + field
        case "+", "-":
            let rest = field.unicodeScalars.dropFirst()
            return rest.allSatisfy { ("0"..."9").contains($0) || " .,()/".unicodeScalars.contains($0) }
                && rest.contains { ("0"..."9").contains($0) } ? field : "'" + field
        default: return field
        }
    }
}
