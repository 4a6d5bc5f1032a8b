import Crypto
package import Time

/// The hidden mark of a visitor's form: when it was made, and a random part that makes one form one submission.
///
/// It replaces a CSRF token for people without a session: it proves that the form came from us and tells how long it was
/// open, which robots cannot fake backwards. It is not tied to a person, so it needs no cookie.
package struct FormSeal: Sendable {
    /// Faster than this nobody reads and fills a form.
    package static let shortestFill = Span.seconds(3)

    package enum Finding: Sendable, Equatable { case fine, tooFast, forged }

    private let key: SymmetricKey

    package init(secret: [UInt8]) {
        key = SymmetricKey(
            data: Array(
                HMAC<SHA256>.authenticationCode(for: Array("form seal".utf8), using: SymmetricKey(data: secret))))
    }

    package func issue(random: [UInt8], now: Instant) -> String {
        let body = "\(String(now.milliseconds, radix: 36)).\(random.prefix(12).hex)"
        return "\(body).\(code(body))"
    }

    package func check(_ seal: String, now: Instant) -> Finding {
        let parts = seal.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, seal.utf8.count < 100, let issued = Int64(parts[0], radix: 36),
            code("\(parts[0]).\(parts[1])") == parts[2]
        else { return .forged }
        return Instant(milliseconds: issued).adding(Self.shortestFill) > now ? .tooFast : .fine
    }

    private func code(_ text: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key).prefix(16).hex
    }
}
