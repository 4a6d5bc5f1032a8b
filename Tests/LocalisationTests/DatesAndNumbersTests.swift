import Foundation
import Testing
import Time

@testable import Localisation

@Suite struct DatesAndNumbersTests {
    static let catalogues = Catalogues([:])
    let nl = catalogues.localiser(.nl)
    let nlBE = catalogues.localiser(.nlBE)
    let en = catalogues.localiser(.en)
    let fr = catalogues.localiser(.fr)
    let amsterdam = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt

    func date(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }
    func instant(_ text: String) throws -> Instant { Instant(try Date(text, strategy: .iso8601)) }

    @Test func datesAreWrittenPerLanguage() throws {
        let day = try date("2026-03-01")

        #expect(
            [nl, nlBE, en, fr].map { $0.date(day) } == [
                "1 maart 2026", "1 maart 2026", "1 March 2026", "1er mars 2026",
            ])
        #expect(
            [nl, nlBE, en, fr].map { $0.shortDate(day) } == ["1 mrt 2026", "1 mrt 2026", "1 Mar 2026", "1er mars 2026"])
        #expect(
            [nl, nlBE, en, fr].map { $0.numericDate(day) } == ["01-03-2026", "01/03/2026", "01/03/2026", "01/03/2026"])
        #expect(
            [nl, en, fr].map { $0.weekdayDate(day) } == [
                "zondag 1 maart 2026", "Sunday 1 March 2026", "dimanche 1er mars 2026",
            ])
        #expect([nl, en, fr].map { $0.shortWeekdayDate(day) } == ["zo 1 mrt", "Sun 1 Mar", "dim. 1er mars"])
        #expect([nl, en, fr].map { $0.month(day) } == ["maart 2026", "March 2026", "mars 2026"])
    }

    @Test func timesAreInTheZoneInSummerAndWinter() throws {
        let summer = try instant("2026-07-01T12:05:59Z")
        let winter = try instant("2026-01-31T23:30:00Z")

        #expect([nl, en, fr].map { $0.time(summer, amsterdam) } == ["14.05\u{A0}uur", "14:05", "14\u{A0}h\u{A0}05"])
        #expect(nl.dateTime(winter, amsterdam) == "1 februari 2026 om 00.30\u{A0}uur")
        #expect(en.dateTime(summer, amsterdam) == "1 July 2026 at 14:05")
        #expect(nl.time(Instant(milliseconds: -1), .gmt) == "23.59\u{A0}uur")
    }

    @Test func daysNearTodayAreSaidInWords() throws {
        let now = try instant("2026-03-12T22:59:00Z")
        let texts = try [
            "2026-03-12T23:01:00Z", "2026-03-12T00:00:00Z", "2026-03-11T22:59:00Z", "2026-03-09T12:00:00Z",
            "2026-03-05T12:00:00Z",
        ]
        .map { nl.relativeDay(try instant($0), now: now, amsterdam) }

        #expect(texts == ["morgen", "vandaag", "gisteren", "3 dagen geleden", "5 maart 2026"])
        let today = try date("2026-03-12")
        #expect(
            [-2, -1, 0, 1, 6, 7].map { fr.relativeDay(today.adding(days: $0), today: today) }
                == ["il y a 2 jours", "hier", "aujourd’hui", "demain", "dans 6 jours", "19 mars 2026"])
        #expect(
            [-2, -1, 0, 1, 6].map { en.relativeDay(today.adding(days: $0), today: today) }
                == ["2 days ago", "yesterday", "today", "tomorrow", "in 6 days"])
    }

    @Test func numbersAreGrouped() {
        #expect([0, 999, 1000, 1_234_567, -1234].map(nl.number) == ["0", "999", "1.000", "1.234.567", "-1.234"])
        #expect(en.number(1_234_567) == "1,234,567")
        #expect(fr.number(12_345) == "12\u{202F}345")
        #expect(nl.number(Int.min) == "-9.223.372.036.854.775.808")
    }

    @Test func decimalsAndEuros() {
        #expect([2.45, -0.04, 1999.999].map { nl.number($0, decimals: 1) } == ["2,5", "0,0", "2.000,0"])
        #expect(en.number(3.0, decimals: 0) == "3")
        #expect([1250, 5, -123_456].map(nl.euros(cents:)) == ["€\u{A0}12,50", "€\u{A0}0,05", "€\u{A0}-1.234,56"])
        #expect([en.euros(cents: -1250), fr.euros(cents: 1250)] == ["-€12.50", "12,50\u{A0}€"])
    }
}
