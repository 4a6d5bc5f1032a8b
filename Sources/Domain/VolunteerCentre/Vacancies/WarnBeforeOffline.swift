package import SQL
package import Time

/// Tells organisations two weeks before a vacancy goes offline by itself. The key of the mail makes running it twice once.
package struct WarnBeforeOffline: Sendable {
    package static let days = 14

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    /// - Parameter after: the last vacancy that was looked at; a run looks at 500.
    /// - Returns: where the next run goes on; nil at the end.
    package func callAsFunction(
        after last: ID<Vacancy> = ID(0), centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> ID<Vacancy>? {
        let today = centre.today(now)
        let soon = today.adding(days: Self.days)
        let longest = soon.adding(months: -TakeVacanciesOffline.longestMonths).adding(days: 4).start(in: centre.zone)
        // Months differ in length: the query looks a few days too far, `lastDay` decides.
        let rows = try tx(
            """
            select id from vacancy where centre_id = \(centre.id) and state = 'published' and id > \(last)
                and (publish_until <= \(soon) or published_at < \(longest)) order by id limit 500
            """)
        for row in rows {
            guard let vacancy = try VacancyQueries.find(try row["id"], in: centre.id, tx),
                let end = vacancy.lastDay(in: centre.zone), (today...soon).contains(end),
                let published = vacancy.publishedAt,
                // Who chose a day within three weeks knows it still.
                CalendarDate(published, in: centre.zone).adding(days: 21) < end
            else { continue }
            for member in try OrganisationQueries.receivers(about: vacancy.id, in: centre.id, tx) {
                try mails.vacancyEnds(vacancy, on: end, to: member.account, centre: centre, now: now, tx)
            }
        }
        return rows.count == 500 ? try rows.last?["id"] : nil
    }
}
