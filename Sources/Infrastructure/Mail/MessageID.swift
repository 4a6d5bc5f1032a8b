/// What names a message for ever: `<random@domain>`. Retries keep it, so that a reader shows a message once.
package struct MessageID: Sendable, Hashable, CustomStringConvertible {
    /// With the angle brackets.
    package let text: String

    package var description: String { text }

    /// From bytes of chance and the domain of the sender.
    package init(random: [UInt8], domain: String) {
        text = "<\(random.map(QuotedPrintable.hex).joined().lowercased())@\(domain)>"
    }

    /// Reads `<left@right>`; nil for anything else, so that a stored or received id cannot break a header.
    package init?(_ text: String) {
        guard text.hasPrefix("<"), text.hasSuffix(">"), text.utf8.count <= 250 else { return nil }
        let inner = text.utf8.dropFirst().dropLast()
        guard inner.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }),
            inner.count(where: { $0 == UInt8(ascii: "@") }) == 1, inner.first != UInt8(ascii: "@"),
            inner.last != UInt8(ascii: "@")
        else { return nil }
        self.text = text
    }
}
