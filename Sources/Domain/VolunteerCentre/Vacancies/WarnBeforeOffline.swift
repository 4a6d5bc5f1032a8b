package import SQL
import Time

/// Tells organisations two weeks before a vacancy goes offline by itself. The key of the mail makes running it twice once.
package enum WarnBeforeOffline {
    package static let days = 14

    /// - Parameter after: the last vacancy that was looked at; a run looks at 500.
    /// - Returns: where the next run goes on; nil at the end.
    package static func run(after last: ID<Vacancy> = ID(0), in work: UnitOfWork) throws -> ID<Vacancy>? {
        let today = work.today
        let soon = today.adding(days: Self.days)
        let longest = soon.adding(months: -TakeVacanciesOffline.longestMonths).adding(days: 4).start(
            in: work.centre.zone)
        // Months differ in length: the query looks a few days too far, `lastDay` decides.
        let ids: [ID<Vacancy>] = try work.tx.values(
            """
            select id from vacancy where centre_id = \(work.centre.id) and state = 'published' and id > \(last)
                and (publish_until <= \(soon) or published_at < \(longest)) order by id limit 500
            """)
        for id in ids {
            guard let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx),
                let end = vacancy.lastDay(in: work.centre.zone), (today...soon).contains(end),
                let published = vacancy.publishedAt,
                // Who chose a day within three weeks knows it still.
                CalendarDate(published, in: work.centre.zone).adding(days: 21) < end
            else { continue }
            try work.tellMembers(about: vacancy.id, standIns: true) {
                .vacancyEnds(vacancy, on: end, to: $0, in: work)
            }
        }
        return ids.count == 500 ? ids.last : nil
    }
}
