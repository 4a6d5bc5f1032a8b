import Foundation

/// A centre's two colours, and what follows from them so that text stays readable in light and dark.
///
/// White text stands on the first colour and it is the colour of links; dark text stands on the second.
package struct Theme: Sendable, Equatable {
    package let brand: Colour
    package let accent: Colour

    package static let standard = Theme(
        unchecked: Colour(red: 0x1f, green: 0x5f, blue: 0x4f), Colour(red: 0xf0, green: 0xa1, blue: 0x3a))

    /// Nil when a colour is not `#rrggbb`, or the text on it does not reach 4.5:1 (WCAG 2.2, 1.4.3).
    package init?(brand: String, accent: String) {
        guard let brand = Colour(hex: brand), let accent = Colour(hex: accent),
            brand.contrast(with: .white) >= 4.5, accent.contrast(with: .ink) >= 4.5
        else { return nil }
        self.init(unchecked: brand, accent)
    }

    private init(unchecked brand: Colour, _ accent: Colour) {
        self.brand = brand
        self.accent = accent
    }

    /// The generated sheet: custom properties only. The dark variants are mixed with white until they read on a dark page.
    package var css: String {
        """
        :root{--brand:\(brand.hex);--brand-dark:\(brand.readable(on: .night).hex);--on-brand:#fff;--accent:\(accent.hex)}
        """
    }
}

/// An sRGB colour with the contrast arithmetic of WCAG 2.2.
package struct Colour: Sendable, Equatable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package static let white = Colour(red: 255, green: 255, blue: 255)
    /// The page of the dark scheme, as in the tokens of the style sheet.
    package static let night = Colour(red: 0x1c, green: 0x21, blue: 0x24)
    /// The dark text on the second colour.
    package static let ink = Colour(red: 0x11, green: 0x11, blue: 0x11)

    package var hex: String { "#" + [red, green, blue].hex }

    package func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    func readable(on background: Colour) -> Colour {
        for step in 0...20 {
            let mixed = mixed(with: .white, share: Double(step) / 20)
            if mixed.contrast(with: background) >= 7 { return mixed }
        }
        return .white
    }

    private func mixed(with other: Colour, share: Double) -> Colour {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) * (1 - share) + Double(b) * share).rounded()) }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    private var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let c = Double(channel) / 255
            return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

extension Colour {
    package init?(hex: String) {
        guard hex.utf8.count == 7, hex.hasPrefix("#"), hex.dropFirst().allSatisfy(\.isHexDigit),
            let n = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(red: UInt8(n >> 16), green: UInt8(n >> 8 & 255), blue: UInt8(n & 255))
    }
}
