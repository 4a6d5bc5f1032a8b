import Foundation
import Testing
import Time

@Suite struct ZoneTests {
    private static func calendar(_ zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }

    /// Every midnight of thirty years, the sixty days of clock changes among them.
    @Test(arguments: ["Europe/Amsterdam", "Europe/Brussels", "GMT", "Pacific/Auckland", "America/New_York"])
    func daysBeginWhereFoundationSays(_ name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        let calendar = Self.calendar(zone)
        for days in 10_957..<21_915 {
            let date = CalendarDate(daysSince1970: days)
            let parts = DateComponents(year: date.year, month: date.month, day: date.day, hour: 12)
            let noon = try #require(calendar.date(from: parts))
            let start = date.start(in: zone)
            guard start.date == calendar.startOfDay(for: noon), CalendarDate(start, in: zone) == date,
                CalendarDate(start.subtracting(Span(milliseconds: 1)), in: zone) == date.adding(days: -1)
            else {
                Issue.record("\(name) \(date): \(start.date)")
                return
            }
        }
    }

    @Test func clockChangesInAmsterdam() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        func start(_ iso: String) throws -> String {
            try #require(CalendarDate(iso: iso)).start(in: zone).date.ISO8601Format()
        }
        #expect(try start("2026-03-29") == "2026-03-28T23:00:00Z")
        #expect(try start("2026-03-30") == "2026-03-29T22:00:00Z")
        #expect(try start("2026-10-25") == "2026-10-24T22:00:00Z")
        #expect(try start("2026-10-26") == "2026-10-25T23:00:00Z")
        let evening = Instant(milliseconds: 1_774_821_599_999)
        #expect(CalendarDate(evening, in: zone).iso == "2026-03-29")
        #expect(CalendarDate(evening.adding(Span(milliseconds: 1)), in: zone).iso == "2026-03-30")
    }

    /// Where clocks go forward at midnight, the day begins at one o'clock.
    @Test func skippedMidnights() throws {
        func starts(_ name: String, _ iso: String, _ expected: String) throws {
            let zone = try #require(TimeZone(identifier: name))
            let date = try #require(CalendarDate(iso: iso))
            #expect(date.start(in: zone).date.ISO8601Format() == expected)
            #expect(CalendarDate(date.start(in: zone), in: zone) == date)
        }
        try starts("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z")
        try starts("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")
    }

    @Test func beforeNineteenSeventy() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        #expect(CalendarDate(Instant(milliseconds: -1), in: .gmt).iso == "1969-12-31")
        #expect(CalendarDate(Instant(milliseconds: -3_600_001), in: zone).iso == "1969-12-31")
    }

    @Test func spans() {
        let now = Instant(milliseconds: 1000)
        #expect(now.adding(.seconds(2)).milliseconds == 3000)
        #expect(now.subtracting(.minutes(1)).milliseconds == -59_000)
        #expect(Span.days(2) == .hours(48))
        #expect(Span.hours(1) > .minutes(59))
        #expect(Instant(Date(timeIntervalSince1970: -0.0001)).milliseconds == -1)
        #expect(Instant(Date(timeIntervalSince1970: 1.9999)).milliseconds == 1999)
    }
}
