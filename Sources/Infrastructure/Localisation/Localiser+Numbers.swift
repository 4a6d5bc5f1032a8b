extension Localiser {
    /// "1.234.567", "1,234,567", in French with narrow spaces.
    package func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        guard digits.utf8.count > 3 else { return String(value) }
        let sign = CalendarWords.of(language).thousands
        var text = value < 0 ? "-" : ""
        var left = digits.utf8.count
        for digit in digits {
            text.append(digit)
            left -= 1
            if left > 0, left.isMultiple(of: 3) { text.append(sign) }
        }
        return text
    }

    /// With so many decimals (0 to 9), rounded half away from zero: `number(2.45, decimals: 1)` is "2,5". Not for
    /// values beyond 10⁹.
    package func number(_ value: Double, decimals: Int) -> String {
        let scale = (0..<min(max(decimals, 0), 9)).reduce(1) { n, _ in n * 10 }
        let scaled = (value * Double(scale)).rounded()
        guard scaled.magnitude < 0x1p62 else { return "\(value)" }
        return scaledNumber(Int(scaled), scale)
    }

    /// Euros from cents: "€ 12,50" in Dutch, "€12.50" in English, "12,50 €" in French; spaces do not break.
    package func euros(cents: Int) -> String {
        let amount = scaledNumber(cents, 100)
        return switch language {
        case .nl, .nlBE: "€\u{A0}\(amount)"
        case .en: cents < 0 ? "-€\(amount.dropFirst())" : "€\(amount)"
        case .fr: "\(amount)\u{A0}€"
        }
    }

    private func scaledNumber(_ value: Int, _ scale: Int) -> String {
        let whole = Int(value.magnitude / scale.magnitude)
        let minus = value < 0 ? "-" : ""
        guard scale > 1 else { return minus + number(whole) }
        let fraction = String(Int(value.magnitude % scale.magnitude) + scale).dropFirst()
        return minus + number(whole) + CalendarWords.of(language).decimals + fraction
    }
}
