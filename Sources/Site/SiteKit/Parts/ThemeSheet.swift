import Foundation
import HTTPTypes
package import VolunteerCentre
package import Web

/// A centre's colours as a style sheet under an address that changes with them.
package enum ThemeSheet {
    package static func name(_ theme: Theme) -> String {
        theme.brand.hex.dropFirst() + theme.accent.hex.dropFirst() + ".css"
    }

    /// Any pair of readable colours may be asked for; the answer depends on the address alone, so caches keep it for ever.
    package static func reply(_ name: String) -> Reply? {
        guard name.hasSuffix(".css"), name.utf8.count == 16 else { return nil }
        let hex = name.dropLast(4)
        guard let theme = Theme(brand: "#" + hex.prefix(6), accent: "#" + hex.suffix(6)) else { return nil }
        return Reply(
            headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=31536000, immutable"],
            body: Array(theme.css.utf8), shared: true)
    }
}
