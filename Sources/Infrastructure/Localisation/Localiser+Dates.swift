package import Foundation
package import Time

extension Localiser {
    private var words: CalendarWords { .of(language) }

    /// "12 maart 2026", "12 March 2026", "12 mars 2026".
    package func date(_ date: CalendarDate) -> String {
        "\(day(date)) \(words.months[date.month - 1]) \(date.year)"
    }

    /// For tables and cards: "12 mrt 2026".
    package func shortDate(_ date: CalendarDate) -> String {
        "\(day(date)) \(words.shortMonths[date.month - 1]) \(date.year)"
    }

    /// In figures, for forms and exports: "12-03-2026"; in Belgium, English and French "12/03/2026".
    package func numericDate(_ date: CalendarDate) -> String {
        [Self.twoDigits(date.day), Self.twoDigits(date.month), String(date.year)].joined(separator: words.dateSeparator)
    }

    /// "donderdag 12 maart 2026".
    package func weekdayDate(_ date: CalendarDate) -> String {
        "\(words.weekdays[date.weekday - 1]) \(self.date(date))"
    }

    /// For calendars, where the year is known: "do 12 mrt".
    package func shortWeekdayDate(_ date: CalendarDate) -> String {
        "\(words.shortWeekdays[date.weekday - 1]) \(day(date)) \(words.shortMonths[date.month - 1])"
    }

    /// "maart 2026", the heading of a calendar page.
    package func month(_ date: CalendarDate) -> String { "\(words.months[date.month - 1]) \(date.year)" }

    /// The clock in the zone, 24 hours: "14.05 uur", "14:05", in French "14 h 05".
    package func time(_ instant: Instant, _ zone: TimeZone) -> String {
        let day: Int64 = 86_400_000
        let local = instant.milliseconds + Int64(zone.secondsFromGMT(for: instant.date)) * 1000
        let minutes = Int((local % day + day) % day / 60_000)
        return Self.twoDigits(minutes / 60) + words.timeSeparator + Self.twoDigits(minutes % 60) + words.hour
    }

    /// "12 maart 2026 om 14.05 uur".
    package func dateTime(_ instant: Instant, _ zone: TimeZone) -> String {
        "\(date(CalendarDate(instant, in: zone))) \(words.at) \(time(instant, zone))"
    }

    /// "vandaag", "gisteren", "3 dagen geleden", "morgen", "over 3 dagen"; a week or more away the date.
    package func relativeDay(_ instant: Instant, now: Instant, _ zone: TimeZone) -> String {
        relativeDay(CalendarDate(instant, in: zone), today: CalendarDate(now, in: zone))
    }

    package func relativeDay(_ date: CalendarDate, today: CalendarDate) -> String {
        let days = date.daysSince1970 - today.daysSince1970
        guard abs(days) < 7 else { return self.date(date) }
        return switch (language, days) {
        case (.nl, 0), (.nlBE, 0): "vandaag"
        case (.nl, -1), (.nlBE, -1): "gisteren"
        case (.nl, 1), (.nlBE, 1): "morgen"
        case (.nl, ..<0), (.nlBE, ..<0): "\(-days) dagen geleden"
        case (.nl, _), (.nlBE, _): "over \(days) dagen"
        case (.en, 0): "today"
        case (.en, -1): "yesterday"
        case (.en, 1): "tomorrow"
        case (.en, ..<0): "\(-days) days ago"
        case (.en, _): "in \(days) days"
        case (.fr, 0): "aujourd’hui"
        case (.fr, -1): "hier"
        case (.fr, 1): "demain"
        case (.fr, ..<0): "il y a \(-days) jours"
        case (.fr, _): "dans \(days) jours"
        }
    }

    /// French says "1er mars".
    private func day(_ date: CalendarDate) -> String {
        language == .fr && date.day == 1 ? "1er" : String(date.day)
    }

    private static func twoDigits(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
}
