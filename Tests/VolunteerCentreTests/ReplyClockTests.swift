import TestSupport
import Testing
import Time
import VolunteerCentre

/// Until when an answer may be expected, with the holidays of two sides.
@Suite struct ReplyClockTests {
    private static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    private static func holiday(_ begins: String, _ ends: String) throws -> ClosedRange<CalendarDate> {
        try day(begins)...(try day(ends))
    }

    @Test func daysOnWhichBothAreAwayCountOnce() throws {
        let organisation = try Self.holiday("2027-07-01", "2027-07-14")
        let centre = try Self.holiday("2027-07-10", "2027-07-21")
        for holidays in [[organisation, centre], [centre, organisation]] {
            let clock = ReplyClock(holidays: holidays)
            #expect(clock.answerBy(try Self.day("2027-06-28"), within: 14) == (try Self.day("2027-08-02")))
        }
    }

    @Test func withoutHolidaysItIsTheCalendar() throws {
        let clock = ReplyClock(holidays: [])
        #expect(
            clock.answerBy(try Self.day("2027-03-20"), within: 14) == (try Self.day("2027-04-03")),
            "over the change of the clock")
        #expect(clock.remindOn(try Self.day("2027-03-20"), within: 14) == (try Self.day("2027-03-27")))
    }

    @Test func whoRespondsDuringAHolidayWaitsFromItsEnd() throws {
        let clock = ReplyClock(holidays: [try Self.holiday("2027-07-01", "2027-07-14")])
        for sent in ["2027-06-30", "2027-07-01", "2027-07-09", "2027-07-14"] {
            #expect(clock.answerBy(try Self.day(sent), within: 7) == (try Self.day("2027-07-21")), "\(sent)")
        }
        #expect(
            clock.answerBy(try Self.day("2027-06-23"), within: 7) == (try Self.day("2027-06-30")), "before it begins")
        #expect(clock.answerBy(try Self.day("2027-06-24"), within: 7) == (try Self.day("2027-07-15")))
        #expect(clock.answerBy(try Self.day("2027-07-15"), within: 7) == (try Self.day("2027-07-22")), "after it ended")
    }

    /// Holidays one after the other hold nobody off for ever; one long one counts whole.
    @Test func standingStillHasAnEnd() throws {
        let sent = try Self.day("2027-05-31")
        let summer = ReplyClock(holidays: [try Self.holiday("2027-06-01", "2027-08-31")])
        #expect(summer.answerBy(sent, within: 14) == (try Self.day("2027-09-14")))
        let chain = ReplyClock(holidays: [try Self.holiday("2027-06-01", "2028-05-31")])
        #expect(chain.answerBy(sent, within: 14) == sent.adding(days: 114))
    }

    /// Against counting day by day.
    @Test func anyHolidaysGiveWhatCountingGives() {
        var random = SeededRandom(7)
        let begin = CalendarDate(daysSince1970: 20_000)
        for _ in 0..<2000 {
            let holidays = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                let from = begin.adding(days: Int.random(in: -30...60, using: &random))
                return from...from.adding(days: Int.random(in: 0...20, using: &random))
            }
            let term = Int.random(in: ReplyClock.terms, using: &random)
            var (left, day) = (term, begin)
            while left > 0, day < begin.adding(days: term + ReplyClock.longestStandstill) {
                day = day.adding(days: 1)
                if !holidays.contains(where: { $0.contains(day) }) { left -= 1 }
            }
            #expect(ReplyClock(holidays: holidays).answerBy(begin, within: term) == day)
        }
    }
}
