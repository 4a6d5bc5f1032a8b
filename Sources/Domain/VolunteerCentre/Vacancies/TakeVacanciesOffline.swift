import SQL
import Time

/// Takes vacancies off the website whose last day has passed, or that stood there for six months. Running it twice changes nothing.
package enum TakeVacanciesOffline {
    /// The handbook: after six months a vacancy goes offline in any case.
    package static let longestMonths = 6

    /// - Returns: how many went offline, at most 500 in one run; the schedule runs it again until there are none.
    package static func run(in work: UnitOfWork) throws -> Int {
        let today = work.today
        let limit = today.adding(months: -Self.longestMonths).start(in: work.centre.zone)
        let ids: [ID<Vacancy>] = try work.tx.values(
            """
            select id from vacancy where centre_id = \(work.centre.id) and state = 'published'
                and (publish_until < \(today) or published_at < \(limit)) order by id limit 500
            """)
        for id in ids {
            guard let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx) else { continue }
            try vacancy.move(to: .offline, in: work)
            let end = vacancy.lastDay(in: work.centre.zone) ?? today
            let rule =
                vacancy.content.publishUntil.map { $0 < today } == true ? AutomaticAct.Rule.dayPassed : .longEnough
            try AutomaticAct.record(rule, on: "vacancy", [(id.number, end.iso)], in: work)
            try work.tellMembers(about: id, standIns: true) { try .vacancyOffline(vacancy, to: $0, in: work) }
        }
        return ids.count
    }
}
