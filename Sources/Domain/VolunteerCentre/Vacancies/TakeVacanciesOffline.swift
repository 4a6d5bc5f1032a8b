package import SQL
package import Time

/// Takes vacancies off the website whose last day has passed, or that stood there for six months. Running it twice changes nothing.
package struct TakeVacanciesOffline: Sendable {
    /// The handbook: after six months a vacancy goes offline in any case.
    package static let longestMonths = 6

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    /// - Returns: how many went offline, at most 500 in one run; the schedule runs it again until there are none.
    package func callAsFunction(centre: Centre, now: Instant, _ tx: Transaction) throws -> Int {
        let today = centre.today(now)
        let limit = today.adding(months: -Self.longestMonths).start(in: centre.zone)
        let actor = Actor.system(centre: centre.id)
        let rows = try tx(
            """
            select id from vacancy where centre_id = \(centre.id) and state = 'published'
                and (publish_until < \(today) or published_at < \(limit)) order by id limit 500
            """)
        for row in rows {
            let id: ID<Vacancy> = try row["id"]
            guard let vacancy = try VacancyQueries.find(id, in: centre.id, tx) else { continue }
            try vacancy.move(to: .offline, by: actor, now: now, tx)
            for member in try OrganisationQueries.receivers(about: id, in: centre.id, tx) {
                try mails.vacancyOffline(vacancy, to: member.account, centre: centre, now: now, tx)
            }
        }
        return rows.count
    }
}
