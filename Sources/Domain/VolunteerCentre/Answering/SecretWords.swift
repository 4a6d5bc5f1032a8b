import Foundation

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
        var ranges = tokens(in: bytes) + packed(in: bytes) + wrapped(in: bytes) + addresses(in: bytes)
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

    /// As many hexadecimal signs in a row as a code has, whatever a program put between them to fold a line: nothing but another letter
    /// ends them.
    private func tokens(in bytes: [UInt8]) -> [Range<Int>] {
        var (found, run, places) = ([Range<Int>](), [UInt8](), [Int]())
        func close() {
            // Times, ordinals and telephone numbers below each other have few letters, and the same ones.
            let letters = run.filter { $0 > 0x60 }
            guard run.count >= Self.tokenSigns, letters.count >= 10, Set(letters).count >= 3 else { return }
            found.append(places[0]..<(places[places.count - 1] + 1))
        }
        for (place, byte) in bytes.enumerated() {
            let lower = byte | 0x20
            if (0x30...0x39).contains(byte) || (0x61...0x66).contains(lower) && byte < 0x80 {
                run.append((0x30...0x39).contains(byte) ? byte : lower)
                places.append(place)
            } else if (0x67...0x7A).contains(lower), byte < 0x80 {
                close()
                (run, places) = ([], [])
            }
        }
        close()
        return found
    }

    /// The code of an answering address, however the signs around it are written: the plus as itself or as one of its codes, and the code
    /// folded.
    private func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        ["+", "%2b", "=2b", "&#43;"].flatMap { plus -> [Range<Int>] in
            places(of: Array((RelayAddress.name + plus).utf8), in: bytes).compactMap { range in
                var (count, place, between) = (0, range.upperBound, 0)
                while place < bytes.count, between < 12, count < RelayAddress.codeSigns {
                    let lower = bytes[place] | 0x20
                    let isSign =
                        (0x30...0x39).contains(bytes[place]) || (0x61...0x7A).contains(lower) && bytes[place] < 0x80
                    if isSign { count += 1 } else { between += 1 }
                    place += 1
                }
                return count >= RelayAddress.codeSigns ? range.lowerBound..<place : nil
            }
        }
    }

    /// Links that a filter packed: words in base 64 that hold one of ours.
    private func wrapped(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        func isSign(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2B, 0x2F, 0x2D, 0x5F].contains(byte)
        }
        for end in 0...bytes.count where end == bytes.count || !isSign(bytes[end]) {
            if end - start >= 40, end - start < 20_000,
                (0..<4).contains(where: { holdsOurs(bytes[(start + $0)..<end]) })
            {
                found.append(start..<end)
            }
            start = end + 1
        }
        return found
    }

    private func holdsOurs(_ signs: ArraySlice<UInt8>) -> Bool {
        let plain = signs.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 }
        let whole = Array(plain.prefix(plain.count / 4 * 4))
        guard let decoded = Data(base64Encoded: Data(whole)) else { return false }
        let inner = Array(decoded)
        return !tokens(in: inner).isEmpty || !addresses(in: inner).isEmpty
            || places(of: Array("/actie/".utf8), in: inner).count
                + places(of: Array("/wachtwoord/".utf8), in: inner).count > 0
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
