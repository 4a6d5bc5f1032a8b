import SQL
import Time

extension Premise.Rule {
    /// One of these vacancies is online and nobody said since that it is right.
    static let unconfirmed = Premise.Rule(rawValue: "unconfirmed")
    /// It is online until the same day, and that is not over.
    static let ending = Premise.Rule(rawValue: "ending")
    /// It waits for the centre's decision.
    static let queued = Premise.Rule(rawValue: "queued")
}

extension Premise {
    package static let vacancies: [Rule: Check] = [
        .unconfirmed: { premise, made, _, tx in
            try tx.first(
                """
                select 1 as owed from vacancy v where v.id in \(list: premise.about) and v.state = 'published'
                    and coalesce(v.confirmed_at, 0) < \(made) and coalesce(v.published_at, 0) <= \(made)
                    and \(premise.isMember("v")) limit 1
                """) != nil
        },
        .ending: { premise, made, now, tx in
            try tx.first(
                """
                select 1 as owed from vacancy v where v.id in \(list: premise.about) and v.state = 'published'
                    and v.published_at <= \(made) and \(premise.isMember("v")) and \(premise.isLastDay(at: now)) limit 1
                """) != nil
        },
        .queued: { premise, _, _, tx in
            try tx.first(
                """
                select 1 as owed from vacancy v where v.id in \(list: premise.about)
                    and (v.state = 'queued' or v.pending_at is not null) limit 1
                """) != nil
        },
    ]

    /// - Parameter isLongest: nobody chose that day, or a later one: it is the longest that a vacancy stays.
    static func ending(
        _ id: ID<Vacancy>, on last: CalendarDate, isLongest: Bool, _ account: Account, in work: UnitOfWork
    )
        -> Premise
    {
        let over = last.adding(days: 1).start(in: work.centre.zone)
        return Premise(
            .ending, [id.number], others: [over.milliseconds, isLongest ? 1 : 0], day: last,
            account: account.id.number)
    }

    private func isLastDay(at now: Instant) -> SQL {
        guard let day, others.count == 2, now.milliseconds < others[0] else { return "\(false)" }
        return others[1] == 1
            ? "(v.publish_until is null or v.publish_until >= \(day))" : "v.publish_until = \(day)"
    }
}
