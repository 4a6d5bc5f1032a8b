package import SQL
package import Time

/// Until when somebody who responded may expect an answer: so many days, and a day on which the organisation or the centre is away
/// is none of them.
package struct ReplyClock: Sendable, Equatable {
    /// What a centre may choose.
    package static let terms = 7...28
    /// An answer that is later than this was never asked for in time, as after months without the program: such a response stands on the
    /// list, and nobody gets a mail about it.
    package static let latestDays = 45
    /// A clock stands still for so many days at most: for the longest holiday, not for one after the other.
    package static let longestStandstill = 100

    /// First and last days, by their number; apart from each other, in order of time.
    private let away: [ClosedRange<Int>]

    /// - Parameter holidays: of both, in any order; they may overlap.
    package init(holidays: [ClosedRange<CalendarDate>]) {
        let days = holidays.map { $0.lowerBound.daysSince1970...$0.upperBound.daysSince1970 }
        away = days.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, next in
            if let last = merged.last, next.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
            } else {
                merged.append(next)
            }
        }
    }

    /// The last day on which the answer is in time.
    package func answerBy(_ sent: CalendarDate, within days: Int) -> CalendarDate { day(days, after: sent) }

    /// The day on which the organisation is reminded.
    package func remindOn(_ sent: CalendarDate, within days: Int) -> CalendarDate { day(days / 2, after: sent) }

    package func isAway(_ day: CalendarDate) -> Bool { away.contains { $0.contains(day.daysSince1970) } }

    /// The day after `sent` on which somebody is there for the `number`th time.
    private func day(_ number: Int, after sent: CalendarDate) -> CalendarDate {
        let latest = sent.daysSince1970 + number + Self.longestStandstill
        var (left, last) = (number, sent.daysSince1970)
        for range in away where range.upperBound > last {
            let free = max(0, range.lowerBound - 1 - last)
            if left <= free { break }
            left -= free
            last = range.upperBound
        }
        return CalendarDate(daysSince1970: min(last + left, latest))
    }
}

extension ReplyClock {
    /// Of one organisation, with the holidays that were and that lie ahead.
    package static func of(_ organisation: ID<Organisation>, in centre: Centre, _ tx: Transaction) throws -> ReplyClock
    {
        try of([organisation], in: centre, tx)[organisation] ?? of(centre)
    }

    /// Of those organisations that have holidays of their own; for every other the centre's clock counts.
    package static func of(
        _ organisations: [ID<Organisation>], in centre: Centre, _ tx: Transaction
    ) throws -> [ID<Organisation>: ReplyClock] {
        var own: [ID<Organisation>: [Holiday]] = [:]
        for row in try tx(
            """
            select * from holiday where centre_id = \(centre.id) and organisation_id in \(list: organisations)
            order by ends_on desc, id limit \(organisations.count * 100)
            """)
        {
            own[try row["organisation_id"], default: []].append(try Holiday(row))
        }
        return own.mapValues { ReplyClock(holidays: (centre.holidays + $0).map(\.days)) }
    }

    /// Of an organisation without holidays of its own.
    package static func of(_ centre: Centre) -> ReplyClock {
        ReplyClock(holidays: centre.holidays.map(\.days))
    }
}
