import Foundation
import Time

/// The date form of RFC 5322, always in UTC: `Thu, 12 Mar 2026 14:05:09 +0000`.
enum MailDate {
    static func text(_ instant: Instant) -> String {
        let date = CalendarDate(instant, in: .gmt)
        let seconds = (instant.milliseconds - date.start(in: .gmt).milliseconds) / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(weekdays[date.weekday - 1]), \(date.day) \(months[date.month - 1]) \(date.year) "
            + "\(clock.joined(separator: ":")) +0000"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
