/// Writes the query of an address. By bytes: a list has dozens of such links, and Foundation's way takes ten times as long.
package enum Query {
    /// A path with its query, when there is any.
    package static func address(_ path: String, _ pairs: [(String, String)]) -> String {
        guard !pairs.isEmpty else { return path }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(path.utf8.count + pairs.count * 32)
        bytes.append(contentsOf: path.utf8)
        bytes.append(UInt8(ascii: "?"))
        append(pairs, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func encode(_ pairs: [(String, String)]) -> String {
        var bytes: [UInt8] = []
        append(pairs, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ pairs: [(String, String)], to bytes: inout [UInt8]) {
        for (number, (name, value)) in pairs.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: "&")) }
            append(name, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            append(value, to: &bytes)
        }
    }

    /// RFC 3986, 2.3: letters, digits and four signs stand for themselves.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digit(byte >> 4))
                bytes.append(digit(byte & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value + (value < 10 ? 0x30 : 0x37) }
}
