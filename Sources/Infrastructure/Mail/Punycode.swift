import Foundation

/// Domain labels in ASCII (RFC 3492 with the parameters of RFC 5891). Letters are lowered and composed first; the finer
/// rules of IDNA (right-to-left labels, joiners) are left to the registry that let the name exist.
enum Punycode {
    /// The label as DNS has it, or nil when it cannot be one.
    static func label(_ text: Substring) -> String? {
        let lowered = String(text).lowercased().precomposedStringWithCanonicalMapping
        let result: String
        if lowered.utf8.allSatisfy({ $0 < 128 }) {
            result = lowered
        } else {
            guard lowered.unicodeScalars.allSatisfy(isDomainLetter), let encoded = encode(Array(lowered.unicodeScalars))
            else { return nil }
            result = "xn--" + encoded
        }
        guard (1...63).contains(result.utf8.count), result.utf8.allSatisfy(isHostByte), !result.hasPrefix("-"),
            !result.hasSuffix("-")
        else { return nil }
        return result
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static func isDomainLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 128 { return isHostByte(UInt8(scalar.value)) }
        return switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber: true
        default: false
        }
    }

    private static func encode(_ input: [Unicode.Scalar]) -> String? {
        var output = input.filter { $0.value < 128 }.map { Character($0) }
        let basic = output.count
        var handled = basic
        if basic > 0 { output.append("-") }
        var (n, delta, bias): (UInt32, Int, Int) = (128, 0, 72)
        while handled < input.count {
            guard let next = input.map(\.value).filter({ $0 >= n }).min() else { return nil }
            delta += Int(next - n) * (handled + 1)
            n = next
            for scalar in input {
                if scalar.value < n { delta += 1 }
                guard scalar.value == n else { continue }
                var q = delta
                var k = 36
                while true {
                    let threshold = k <= bias ? 1 : min(k - bias, 26)
                    guard q >= threshold else { break }
                    output.append(digit(threshold + (q - threshold) % (36 - threshold)))
                    q = (q - threshold) / (36 - threshold)
                    k += 36
                }
                output.append(digit(q))
                bias = adapt(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return String(output)
    }

    private static func digit(_ value: Int) -> Character {
        Character(Unicode.Scalar(UInt8(value < 26 ? value + 97 : value - 26 + 48)))
    }

    private static func adapt(_ delta: Int, _ points: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / points
        var k = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }
}
