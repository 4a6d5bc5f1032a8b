package import Foundation

/// A date on the calendar, without a time or a zone: what people mean by "published until 12 March". Stored as ISO text.
package struct CalendarDate: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil unless the three numbers are a date of the Gregorian calendar between the years 1 and 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.daysInMonth(year, month) else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Reads `2026-11-21`, the form of date fields and of the database.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The date that it is at `instant` in `zone`.
    package init(_ instant: Instant, in zone: TimeZone) {
        let seconds = instant.milliseconds.flooredQuotient(1000) + Int64(zone.secondsFromGMT(for: instant.date))
        self.init(daysSince1970: Int(seconds.flooredQuotient(86_400)))
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Civil-from-days for the proleptic Gregorian calendar; eras of 400 years, March as first month.
    package init(daysSince1970 days: Int) {
        let z = days + 719_468
        let era = Int64(z).flooredQuotient(146_097)
        let dayOfEra = z - Int(era) * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
        self.init(unchecked: year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    package var daysSince1970: Int {
        let y = month <= 2 ? year - 1 : year
        let era = Int(Int64(y).flooredQuotient(400))
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    package var description: String { iso }

    package var iso: String {
        func padded(_ n: Int, _ width: Int) -> String {
            let text = String(n)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// 1 is Monday, 7 is Sunday (ISO 8601).
    package var weekday: Int {
        let n = (daysSince1970 + 3) % 7
        return (n < 0 ? n + 7 : n) + 1
    }

    package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    package func adding(days: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + days) }

    /// The same day so many months on, or the last day of that month where it is shorter.
    package func adding(months: Int) -> CalendarDate {
        let index = year * 12 + month - 1 + months
        let (y, m) = (Int(Int64(index).flooredQuotient(12)), index - Int(Int64(index).flooredQuotient(12)) * 12 + 1)
        return CalendarDate(unchecked: y, m, min(day, Self.daysInMonth(y, m)))
    }

    /// The first instant of this date in `zone`. Where a clock change skips midnight, the first instant that exists.
    package func start(in zone: TimeZone) -> Instant {
        let utc = Int64(daysSince1970) * 86_400
        // Half a day on either side lie before and after any change around midnight.
        let offsets = [utc - 43_200, utc + 43_200].map { second in
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
        }
        let candidates = offsets.map { Instant(milliseconds: (utc - $0) * 1000) }.sorted()
        return candidates.first { CalendarDate($0, in: zone) == self } ?? candidates[1]
    }

    private static func daysInMonth(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let q = self / divisor
        return self % divisor < 0 ? q - 1 : q
    }
}
