import Crypto
import Foundation
package import Time

/// A text that travels in an address and can be read by this installation only, for some time: what a visitor answered, so that Back,
/// Forward and Reload keep it and nothing is stored anywhere. AES-256-GCM; a changed letter opens nothing.
package struct SealedText: Sendable {
    private let key: SymmetricKey
    private let lifetime: Span

    /// - Parameters:
    ///   - purpose: seals of another purpose are not opened.
    ///   - lifetime: after that it is not opened any more.
    package init(secret: [UInt8], purpose: String, lifetime: Span) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Array("sealed text: \(purpose)".utf8),
            outputByteCount: 32)
        self.lifetime = lifetime
    }

    /// Letters, digits, `-` and `_`.
    /// - Parameter context: where it may be opened, for example at which centre.
    package func seal(_ text: String, for context: String, random: [UInt8], now: Instant) -> String {
        let until = String(now.adding(lifetime).milliseconds / 1000, radix: 36)
        guard let nonce = try? AES.GCM.Nonce(data: random.prefix(12)),
            let box = try? AES.GCM.seal(
                Array("\(until) \(text)".utf8), using: key, nonce: nonce, authenticating: Array(context.utf8)),
            let bytes = box.combined
        else { return "" }
        return bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Nil for what was not sealed here, was changed, is for another place or too old.
    package func open(_ sealed: String, for context: String, now: Instant) -> String? {
        let plain = sealed.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard sealed.utf8.count < 8000, let bytes = Data(base64Encoded: padded),
            let box = try? AES.GCM.SealedBox(combined: bytes),
            let opened = try? AES.GCM.open(box, using: key, authenticating: Array(context.utf8)),
            let text = String(validating: opened, as: UTF8.self)
        else { return nil }
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let until = Int64(parts[0], radix: 36), until * 1000 >= now.milliseconds else {
            return nil
        }
        return String(parts[1])
    }
}
