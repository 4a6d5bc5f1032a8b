import Foundation
import SQL
import Time

extension Premise.Rule {
    /// One of these searches is still mailed about, she did not ask for rest, and one of these vacancies is online.
    static let kept = Premise.Rule(rawValue: "kept")
}

extension Premise {
    package static let keeping: [Rule: Check] = [
        .kept: { premise, _, now, tx in
            let searcher = try tx.first(
                """
                select v.paused_until, c.time_zone from saved_search s join volunteer v on v.id = s.volunteer_id
                join centre c on c.id = s.centre_id
                where s.id in \(list: premise.about) and s.frequency <> 'never' and v.merged_into is null
                    and exists (select 1 from vacancy w where w.id in \(list: premise.others) and w.state = 'published')
                limit 1
                """)
            guard let searcher else { return false }
            let (paused, zone): (CalendarDate?, String) = (try searcher["paused_until"], try searcher["time_zone"])
            return paused.map { $0 < CalendarDate(now, in: TimeZone(identifier: zone) ?? .gmt) } ?? true
        }
    ]
}
