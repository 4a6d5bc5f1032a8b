import Foundation

/// An address that people typed, safe to put in `href`: https, http, mailto and tel only, so never `javascript:` or `data:`.
package struct WebAddress: Sendable, Hashable {
    package let text: String

    /// Nil when the text is no address of the four kinds, or holds white space or control characters.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) else { return nil }
        let lower = text.lowercased()
        guard
            ["https://", "http://", "mailto:", "tel:"].contains(where: {
                lower.hasPrefix($0) && lower.utf8.count > $0.utf8.count
            })
        else { return nil }
        self.text = text
    }

    /// `www.example.org` as people write it; https is assumed when no scheme stands before it.
    package init?(website text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        // An e-mail address is none, nor is `https//zon.example`, whose host would be *https*.
        guard !trimmed.contains("@"), !trimmed.contains("\\"), !Self.isMistypedScheme(trimmed.lowercased()) else {
            return nil
        }
        if trimmed.contains("://") { self.init(trimmed) } else { self.init("https://" + trimmed) }
        let host = self.text.dropFirst(self.text.hasPrefix("https") ? 8 : 7).prefix {
            $0 != "/" && $0 != ":" && $0 != "?"
        }
        guard self.text.lowercased().hasPrefix("http"), host.contains("."), !host.hasSuffix("."), !host.hasPrefix(".")
        else { return nil }
    }

    private static func isMistypedScheme(_ text: String) -> Bool {
        guard text.hasPrefix("http"), !text.hasPrefix("http://"), !text.hasPrefix("https://") else { return false }
        let rest = text.dropFirst(text.hasPrefix("https") ? 5 : 4)
        return rest.first.map { "/:;., ".contains($0) } ?? true
    }

    package static func mail(_ address: String) -> WebAddress? { WebAddress("mailto:" + address) }

    package static func telephone(_ number: String) -> WebAddress? {
        // The nought of `+32 (0)470` is for who calls within the country.
        let dialled = number.contains("+") ? number.replacing("(0)", with: "") : number
        return WebAddress("tel:" + dialled.filter { $0.isASCII && ($0.isNumber || $0 == "+") })
    }
}
