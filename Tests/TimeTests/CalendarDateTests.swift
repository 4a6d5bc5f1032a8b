import Foundation
import Testing
import Time

@Suite struct CalendarDateTests {
    private static let gregorian: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    /// 20,000 days in a row, 1997 to 2052: leap years, the year 2000 and every weekday among them.
    @Test func agreesWithFoundation() throws {
        for days in 10_000..<30_000 {
            let date = CalendarDate(daysSince1970: days)
            let theirs = Self.gregorian.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(days) * 86_400))
            guard date.year == theirs.year, date.month == theirs.month, date.day == theirs.day,
                date.weekday % 7 + 1 == theirs.weekday, date.daysSince1970 == days,
                CalendarDate(iso: date.iso) == date, date.adding(days: 1).daysSince1970 == days + 1,
                CalendarDate(year: date.year, month: date.month, day: date.day) == date
            else {
                Issue.record("day \(days): \(date) against \(theirs)")
                return
            }
        }
    }

    @Test func farYearsToo() throws {
        for (iso, days) in [("1600-02-29", -135_081), ("1969-12-31", -1), ("1970-01-01", 0), ("2400-02-29", 157_113)] {
            #expect(CalendarDate(iso: iso)?.daysSince1970 == days)
            #expect(CalendarDate(daysSince1970: days).iso == iso)
        }
        #expect(
            CalendarDate(iso: "0001-01-01").map { CalendarDate(daysSince1970: $0.daysSince1970).iso } == "0001-01-01")
        #expect(
            CalendarDate(iso: "9999-12-31").map { CalendarDate(daysSince1970: $0.daysSince1970).iso } == "9999-12-31")
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-08-31", 6, "2027-02-28"), ("2026-08-31", -6, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"), ("2026-05-31", 0, "2026-05-31"),
        ("2026-10-31", -12, "2025-10-31"), ("2026-03-01", -15, "2024-12-01"),
    ])
    func months(_ from: String, _ months: Int, _ to: String) throws {
        #expect(try #require(CalendarDate(iso: from)).adding(months: months).iso == to)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-", "2026-1-01", "26-11-21", "2026-11-1", "2026/11/21", "2026-11-21T00:00",
        " 2026-11-21",
        "2026-11-21 ", "2026-13-01", "2026-00-01", "2026-01-00", "2026-02-29", "1900-02-29", "2026-04-31", "-026-01-01",
        "+026-01-01", "0000-01-01", "２０２６-11-21", "2026-11-2x", "2026-11-21-", "2026--1-01",
    ])
    func isoTextsThatAreRefused(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

    @Test func order() throws {
        let dates = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].compactMap { CalendarDate(iso: $0) }
        #expect(dates == dates.reversed().sorted())
        #expect(dates.map(\.description) == dates.map(\.iso))
    }
}
