/// Writes plain PNG files, so that tests need no picture of anybody.
package enum PNG {
    /// - Parameter rows: how many rows are really there; fewer than `height` makes a file that lies.
    package static func picture(width: Int, height: Int, comment: String? = nil, rows: Int? = nil) -> [UInt8] {
        // One row for all: tests are built without optimisation.
        let pixels: [[UInt8]] = (0..<min(width, 8000)).map { [UInt8(truncatingIfNeeded: $0), 120, 90] }
        let row: [UInt8] = [0] + Array(pixels.joined())
        let raw: [UInt8] = Array(repeatElement(row, count: rows ?? height).joined())
        let header = number(width) + number(height) + [8, 2, 0, 0, 0]
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
        if let comment { file += chunk("tEXt", Array("Comment".utf8) + [0] + Array(comment.utf8)) }
        return file + chunk("IDAT", stored(raw)) + chunk("IEND", [])
    }

    /// zlib without compression: blocks of at most 65,535 bytes.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var position = 0
        repeat {
            let count = min(65_535, bytes.count - position)
            let isLast = position + count == bytes.count
            out += [
                isLast ? 1 : 0, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8((~count >> 8) & 255),
            ]
            out += bytes[position..<(position + count)]
            position += count
        } while position < bytes.count
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return out + number(Int(b << 16 | a))
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return number(data.count) + body + number(Int(crc(body)))
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
    }
}
