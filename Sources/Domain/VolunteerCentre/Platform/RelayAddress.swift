import Crypto
import SQL

/// Where an answer by plain mail arrives: an address that says about which response it is and who answers, with a code that nobody can
/// guess. It is made, not kept: nothing has to be looked up to know a forged one.
package struct RelayAddress: Sendable, Equatable {
    package let application: Int64
    package let account: Int64
    /// She responded; else she works for the organisation.
    package let isVolunteer: Bool

    package init(application: Int64, account: Int64, isVolunteer: Bool) {
        (self.application, self.account, self.isVolunteer) = (application, account, isVolunteer)
    }

    /// The domain that its mail goes to, and the installation's key.
    package struct Relay: Sendable {
        package let domain: String
        let key: SymmetricKey

        package init(domain: String, secret: [UInt8]) {
            self.domain = domain.lowercased()
            key = SymmetricKey(
                data: Array(
                    HMAC<SHA256>.authenticationCode(for: Array("relay address".utf8), using: SymmetricKey(data: secret))
                ))
        }
    }

    static let name = "reactie"
    /// How many signs follow it.
    static let codeSigns = 34
    /// Mail programs write the part before the @ in lower case: one case, and no signs that look alike (Crockford's base 32).
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    private static let codeBytes = 10

    /// Five bytes of each number and one of the side; a thousand million responses fit.
    private var bytes: [UInt8] {
        func five(_ number: Int64) -> [UInt8] { (0..<5).map { UInt8(truncatingIfNeeded: number >> (8 * (4 - $0))) } }
        return [isVolunteer ? 1 : 0] + five(application) + five(account)
    }

    private static func code(_ bytes: [UInt8], _ relay: Relay) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: relay.key).prefix(codeBytes))
    }

    package func text(at relay: Relay) -> String {
        let all = bytes + Self.code(bytes, relay)
        var (text, bits, held) = ("", 0, 0)
        for byte in all {
            held = (held << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(Self.alphabet[held >> bits & 31])
            }
        }
        if bits > 0 { text.append(Self.alphabet[held << (5 - bits) & 31]) }
        return "\(Self.name)+\(text)@\(relay.domain)"
    }

    /// - Returns: nil for an address that we never made.
    package init?(_ text: String, at relay: Relay) {
        let parts = text.lowercased().split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1] == relay.domain, parts[0].hasPrefix(Self.name + "+") else { return nil }
        var (bytes, bits, held): ([UInt8], Int, Int) = ([], 0, 0)
        for sign in parts[0].dropFirst(Self.name.count + 1) {
            guard let value = Self.alphabet.firstIndex(of: sign) else { return nil }
            held = (held << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits & 0xFF))
            }
        }
        guard bytes.count == 11 + Self.codeBytes else { return nil }
        let (said, code) = (Array(bytes.prefix(11)), Array(bytes.dropFirst(11)))
        // In equal time, so that nobody finds the code sign by sign.
        let differs = zip(code, Self.code(said, relay)).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) }
        guard differs == 0 else { return nil }
        func number(_ bytes: ArraySlice<UInt8>) -> Int64 { bytes.reduce(0) { $0 << 8 | Int64($1) } }
        self.init(application: number(said[1..<6]), account: number(said[6..<11]), isVolunteer: said[0] == 1)
        guard self.text(at: relay) == text.lowercased() else { return nil }
    }
}
