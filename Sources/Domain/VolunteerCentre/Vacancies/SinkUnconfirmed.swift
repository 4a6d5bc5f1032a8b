import Mail
package import SQL
import Time

/// What nobody confirmed a week after the question sinks in the list; where the centre chose so it goes offline two weeks later. Days on
/// which the organisation or the centre is away are not counted.
package enum SinkUnconfirmed {
    private static let batch = 500

    /// - Parameter last: the vacancy that was looked at last.
    /// - Returns: where the next run goes on; nil at the end.
    package static func run(after last: ID<Vacancy> = ID(0), in work: UnitOfWork) throws -> ID<Vacancy>? {
        let unheard = try unheard(in: work)
        let rows = try work.tx(
            """
            select id, organisation_id, asked_at, sunk_at is not null and sunk_at > asked_at as is_sunk from vacancy
            where centre_id = \(work.centre.id) and state = 'published' and id > \(last)
                and asked_at > published_at and asked_at > coalesce(confirmed_at, 0)
                and asked_at < \(work.now.subtracting(.days(Freshness.patience)))
            order by id limit \(batch)
            """)
        let organisations: [ID<Organisation>] = try rows.map { try $0["organisation_id"] }
        let clocks = try ReplyClock.of(Array(Set(organisations)), in: work.centre, work.tx)
        let standard = ReplyClock.of(work.centre)
        var sunk: [(id: Int64, reason: String)] = []
        for (row, organisation) in zip(rows, organisations) {
            let (id, at, isSunk): (Int64, Instant, Bool) = (try row["id"], try row["asked_at"], try row["is_sunk"])
            guard !(unheard[at]?.contains(id) ?? false) else { continue }
            let (asked, clock) = (CalendarDate(at, in: work.centre.zone), clocks[organisation] ?? standard)
            if work.centre.unconfirmedGoesOffline,
                clock.answerBy(asked, within: Freshness.longestPatience) < work.today
            {
                try takeOffline(ID(id), asked, in: work)
            } else if !isSunk, clock.answerBy(asked, within: Freshness.patience) < work.today {
                sunk.append((id, asked.iso))
            }
        }
        try work.tx(
            """
            update vacancy set sunk_at = \(work.now) where centre_id = \(work.centre.id) and id in \(list: sunk.map(\.id))
            """)
        try AutomaticAct.record(.sunk, on: "vacancy", sunk, in: work)
        for one in sunk { try work.changed("vacancy", ID<Vacancy>(one.id)) }
        return rows.count == batch ? try rows.last?["id"] : nil
    }

    /// The vacancies of questions that could not leave, by the moment when they were asked.
    private static func unheard(in work: UnitOfWork) throws -> [Instant: Set<Int64>] {
        let mails = try Outbox.unheard(
            MailKind.vacanciesAsked.rawValue, centre: work.centre.id.number, work.tx)
        return mails.reduce(into: [:]) { all, mail in
            all[mail.at, default: []].formUnion(Premise.read(mail.premise)?.about ?? [])
        }
    }

    private static func takeOffline(_ id: ID<Vacancy>, _ asked: CalendarDate, in work: UnitOfWork) throws {
        guard let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx) else { return }
        try vacancy.move(to: .offline, in: work)
        try AutomaticAct.record(.unconfirmed, on: "vacancy", [(id.number, asked.iso)], in: work)
        try work.tellMembers(about: id, standIns: true) { try .vacancyUnconfirmed(vacancy, to: $0, in: work) }
    }
}
