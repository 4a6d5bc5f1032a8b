/// What may reach nobody but its reader: the code of a link or of an answering address in one of our mails, which somebody's mail program
/// quotes in a way that we do not know. Links are rewritten by filters, folded at any sign and packed in other links; a code is not.
struct SecretWords {
    /// Of `Token`: 32 bytes in hexadecimal signs.
    private static let tokenSigns = 64
    static let gone = "[…]"

    /// Where our pages are; a link that is packed in another may hold a code that cannot be seen in it.
    let hosts: [String]
    /// Of answering addresses.
    let relayDomain: String?

    func removed(from text: String) -> String {
        let bytes = Array(text.utf8)
        var ranges = tokens(in: bytes) + packed(in: bytes)
        if let relayDomain { ranges += places(of: Array("@\(relayDomain)".utf8), in: bytes) }
        guard !ranges.isEmpty else { return text }
        var (kept, from) = ([UInt8](), 0)
        for range in ranges.map({ word(around: $0, in: bytes) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard range.upperBound > from else { continue }
            if range.lowerBound >= from { kept += bytes[from..<range.lowerBound] + Array(Self.gone.utf8) }
            from = range.upperBound
        }
        return String(decoding: kept + bytes[from...], as: UTF8.self)
    }

    /// As many hexadecimal signs in a row as a code has, whatever a program put between them to fold a line.
    private func tokens(in bytes: [UInt8]) -> [Range<Int>] {
        var (found, start, count, hasLetter) = ([Range<Int>](), 0, 0, false)
        for (place, byte) in bytes.enumerated() {
            let lower = byte | 0x20
            if (0x30...0x39).contains(byte) || (0x61...0x66).contains(lower) {
                if count == 0 { (start, hasLetter) = (place, false) }
                count += 1
                hasLetter = hasLetter || lower > 0x60
                // Telephone numbers below each other are digits only.
                if count >= Self.tokenSigns, hasLetter {
                    if found.last?.lowerBound == start { found.removeLast() }
                    found.append(start..<(place + 1))
                }
            } else if ![0x20, 0x09, 0x0D, 0x0A, 0x3D, 0x3E, 0x7C].contains(byte) {
                count = 0
            }
        }
        return found
    }

    /// A link to somewhere else that holds one to us.
    private func packed(in bytes: [UInt8]) -> [Range<Int>] {
        let colon = Array("://".utf8)
        return hosts.flatMap { host in
            places(of: Array(host.utf8), in: bytes).filter { range in
                let whole = word(around: range, in: bytes)
                let before = bytes[whole.lowerBound..<range.lowerBound]
                guard let scheme = places(of: colon, in: Array(bytes[whole])).first else { return false }
                return before.dropFirst(scheme.upperBound).contains { $0 == 0x2F || $0 == 0x3F }
            }
        }
    }

    private func places(of wanted: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
        func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        var found: [Range<Int>] = []
        for start in 0...(bytes.count - wanted.count)
        where lower(bytes[start]) == lower(first)
            && wanted.indices.allSatisfy({ lower(bytes[start + $0]) == lower(wanted[$0]) })
        {
            found.append(start..<(start + wanted.count))
        }
        return found
    }

    /// With what is written to it without a space.
    private func word(around range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        let ends: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x3C, 0x3E, 0x22, 0x28, 0x29, 0x5B, 0x5D]
        let start = bytes[..<range.lowerBound].lastIndex { ends.contains($0) }.map { $0 + 1 } ?? 0
        let end = bytes[range.upperBound...].firstIndex { ends.contains($0) } ?? bytes.count
        return start..<end
    }
}
