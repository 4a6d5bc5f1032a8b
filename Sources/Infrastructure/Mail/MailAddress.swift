/// Why a text is no address that mail can be sent to.
package enum MailAddressError: Error, Equatable { case syntax, tooLong, localPart, domain }

/// A mailbox: `Stichting Zon <info@zon.example>`. What exists is safe in a header and in the envelope.
package struct MailAddress: Sendable, Hashable {
    /// The display name, one line; may be empty.
    package let name: String
    /// `local@domain` in ASCII; a domain with other letters is written in Punycode.
    package let address: String

    /// Accepts the dot-atom form of RFC 5321 with a domain of at least two labels, or `localhost`. Quoted local parts,
    /// address literals and local parts with other letters than ASCII (SMTPUTF8) are refused: few servers take them.
    /// Control signs in `name` become spaces.
    package init(_ address: String, name: String = "") throws(MailAddressError) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .syntax }
        guard Self.isDotAtom(parts[0]) else { throw .localPart }
        let domain = try Self.asciiDomain(parts[1])
        guard parts[0].utf8.count <= 64, parts[0].utf8.count + 1 + domain.utf8.count <= 254 else { throw .tooLong }
        self.address = "\(parts[0])@\(domain)"
        self.name = name.asOneLine
    }

    package var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }

    private static func isDotAtom(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy(isAtomText)
        }
    }

    /// `atext` of RFC 5322, 3.2.3.
    static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }

    private static func asciiDomain(_ text: Substring) throws(MailAddressError) -> String {
        guard let domain = DomainName.ascii(text) else { throw .domain }
        let labels = domain.split(separator: ".")
        guard labels.count > 1 || domain == "localhost" else { throw .domain }
        guard domain.utf8.count <= 253 else { throw .tooLong }
        // A last label of digits is an IP address, which mail addresses write otherwise.
        guard let last = labels.last, !last.utf8.allSatisfy({ (48...57).contains($0) }) else { throw .domain }
        return domain
    }
}

extension String {
    /// Runs of spaces, line breaks and control signs become one space; none at the ends. So a header stays one header.
    var asOneLine: String {
        var line = ""
        var pendingSpace = false
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate:
                pendingSpace = !line.isEmpty
            default:
                if pendingSpace { line.append(" ") }
                pendingSpace = false
                line.unicodeScalars.append(scalar)
            }
        }
        return line
    }
}
