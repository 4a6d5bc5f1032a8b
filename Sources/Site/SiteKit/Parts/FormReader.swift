import HTML
package import Localisation
import SQL
package import Time
import VolunteerCentre
package import Web

/// Reads typed fields from a form and collects every error, so that people see them all at once.
package struct FormReader {
    package let data: FormData
    package let t: Localiser
    package var errors = FormErrors()

    package init(_ data: FormData, _ t: Localiser) {
        self.data = data
        self.t = t
    }

    /// One line of text. `missing` makes it required and is what people read when it is empty.
    package mutating func line(_ name: String, max: Int, missing: String? = nil) -> String {
        let value = collapsed(data.first(name) ?? "")
        return limited(name, value, max: max, missing: missing)
    }

    /// What a person is called. Names are mailed and shown to others, so they are no place for addresses.
    package mutating func name(_ name: String, missing: String) -> String {
        let value = line(name, max: 100, missing: missing)
        if value.contains("@") || value.contains("://")
            || value.lowercased().replacing("。", with: ".").contains(Self.website)
        {
            errors.add(name, t("Fill in a name without an internet address."))
        }
        return value
    }

    /// `J.Jansen` is a name, `zon.nl` is not.
    private nonisolated(unsafe) static let website =
        /\bwww\.|[a-z0-9-]+\.[a-z]{2,}\/|[a-z0-9-]{2,}\.(?:nl|be|com|net|org|eu|info|biz|example|io|co|me|app|dev|shop|site|online|xyz|top|club|link|click|ru|de|fr|uk|ly|gg|tk|live|store|page|website|nu|news|pro)\b/

    /// Text with line ends.
    package mutating func text(_ name: String, max: Int, missing: String? = nil) -> String {
        limited(name, trimmed(data.first(name) ?? ""), max: max, missing: missing)
    }

    package mutating func email(_ name: String, missing: String? = nil) -> String {
        let value = line(name, max: 254, missing: missing)
        if !value.isEmpty, EmailAddress.clean(value) == nil {
            errors.add(name, t("This does not look like an e-mail address. An example: naam@voorbeeld.nl"))
        }
        return value
    }

    package mutating func phone(_ name: String, missing: String? = nil) -> String {
        let value = line(name, max: 40, missing: missing)
        let digits = value.filter(\.isNumber).count
        if !value.isEmpty, !(6...15).contains(digits) || value.contains(where: { $0.isLetter }) {
            errors.add(
                name, t("This does not look like a telephone number. Use digits only, for example 074 123 45 67."))
        }
        return value
    }

    /// As people say that they have none.
    private static let none = ["-", "--", "n.v.t.", "nvt", "n.v.t", "nvt.", "geen", "n/a", "none", "x"]

    package mutating func website(_ name: String) -> String {
        let value = line(name, max: 300)
        if Self.none.contains(value.lowercased()) { return "" }
        if !value.isEmpty, WebAddress(website: value) == nil {
            errors.add(name, t("This does not look like a website. An example: www.voorbeeld.nl"))
        }
        return value
    }

    package mutating func postcode(_ name: String, country: String, missing: String? = nil) -> String {
        let value = line(name, max: 12, missing: missing).uppercased()
        guard !value.isEmpty else { return value }
        // `B-3500` and `NL-7622 AB`, as on an envelope.
        let compact = value.filter { !$0.isWhitespace }.replacing(/^(?:NL|BE|B)-?(?=\d)/, with: "")
        let digits = compact.prefix(4)
        let letters = compact.dropFirst(4)
        let isPostcode =
            digits.count == 4 && digits.allSatisfy { $0.isASCII && $0.isNumber } && digits.first != "0"
            && (letters.isEmpty || letters.count == 2 && letters.allSatisfy { $0.isASCII && $0.isLetter })
        guard isPostcode else {
            errors.add(
                name,
                country == "NL"
                    ? t("A postcode has four digits and two letters, for example 7622 AB.")
                    : t("A postcode has four digits, for example 3500."))
            return value
        }
        return letters.isEmpty ? String(digits) : "\(digits) \(letters)"
    }

    /// One of a list of values. What is not in it was there when the form was opened, and is not dropped in silence.
    package mutating func choice(_ name: String, among allowed: [String], missing: String? = nil) -> String {
        let value = data.first(name) ?? ""
        if allowed.contains(value) { return value }
        if !value.isEmpty { errors.add(name, t("This choice is no longer there. Choose again.")) }
        if value.isEmpty, let missing { errors.add(name, missing) }
        return ""
    }

    package mutating func choices(
        _ name: String, among allowed: [String], max: Int = .max, tooMany: String = "", missing: String? = nil
    ) -> [String] {
        let given = Set(data.all(name))
        let values = allowed.filter(given.contains)
        if !given.subtracting(allowed).isEmpty {
            errors.add(name, t("This choice is no longer there. Choose again."))
        } else if values.isEmpty, let missing {
            errors.add(name, missing)
        }
        if values.count > max { errors.add(name, tooMany) }
        return values
    }

    package mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        let value = collapsed(data.first(name) ?? "")
        guard !value.isEmpty else { return nil }
        // Thousands as people write them; `2,5` and `4-6` are no whole numbers and stay in the field.
        let digits = value.firstMatch(of: /^\d{1,3}(?:[. ]\d{3})+$/) == nil ? value : value.filter(\.isNumber)
        guard let number = Int(digits), range.contains(number) else {
            errors.add(
                name,
                t(
                    "Fill in a number from {low} to {high}.",
                    ["low": String(range.lowerBound), "high": String(range.upperBound)]))
            return nil
        }
        return number
    }

    /// A date as browsers send it, or as people type it where there is no date picker: `12-3-2026`.
    package mutating func date(_ name: String) -> CalendarDate? {
        let value = collapsed(data.first(name) ?? "")
        guard !value.isEmpty else { return nil }
        let parts = value.split { "-/. ".contains($0) }.compactMap { Int($0) }
        // Browsers send year, month, day, also when somebody typed two figures of the year: 0026-09-01.
        let typed = CalendarDate(iso: value).map { [$0.day, $0.month, $0.year] } ?? parts
        guard typed.count == 3, typed[2] >= 0,
            let date = CalendarDate(year: typed[2] < 100 ? typed[2] + 2000 : typed[2], month: typed[1], day: typed[0])
        else {
            errors.add(name, t("This is not a date. Write day, month and year, for example 31-12-2026."))
            return nil
        }
        guard (2000...2099).contains(date.year) else {
            errors.add(name, t("The year {year} cannot be right.", ["year": String(date.year)]))
            return nil
        }
        return date
    }

    /// A date about now: years beyond that are a finger that slipped.
    package mutating func date(_ name: String, within years: Int, of today: CalendarDate) -> CalendarDate? {
        let date = date(name)
        guard let date, abs(date.daysSince1970 - today.daysSince1970) > years * 366 else { return date }
        errors.add(name, t("This is more than {years} years away. Look at the year.", ["years": String(years)]))
        return nil
    }

    package func flag(_ name: String) -> Bool { data.first(name) == "1" }

    private mutating func limited(_ name: String, _ value: String, max: Int, missing: String?) -> String {
        if value.isEmpty, let missing { errors.add(name, missing) }
        // A letter can carry thousands of accents and still be one character.
        let signs = value.unicodeScalars.count
        let count = signs > max * 4 ? signs : value.count
        if count > max {
            errors.add(
                name,
                t(
                    "This is too long: {count} characters. Use {max} at most.",
                    ["count": t.number(count), "max": t.number(max)]))
        }
        return value
    }

    private func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func trimmed(_ text: String) -> String {
        var slice = text[...]
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }
}
