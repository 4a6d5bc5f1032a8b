package import SQL
package import Time

/// An organisation, or the administrator for the centre, says when nobody is there.
package enum ChangeHolidays {
    package enum Outcome: Sendable, Equatable { case done, past, backwards, tooLong, full, notFound }

    package static func add(
        from begins: CalendarDate, to ends: CalendarDate, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard let owner = try owner(actor, centre, tx) else { return .notFound }
        let today = centre.today(now)
        guard begins <= ends else { return .backwards }
        guard ends >= today else { return .past }
        guard begins.adding(days: Holiday.longestDays) > ends else { return .tooLong }
        let ahead = try Holiday.ahead(of: owner.organisation, in: centre.id, today: today, tx)
        guard ahead.count < Holiday.most else { return .full }
        // The same days sent twice are one holiday.
        guard !ahead.contains(where: { $0.begins == begins && $0.ends == ends }) else { return .done }
        let id = try tx.insert(
            """
            insert into holiday (centre_id, organisation_id, begins_on, ends_on, created_at)
            values (\(centre.id), \(owner.organisation), \(begins), \(ends), \(now)) returning id
            """)
        try Audit.record("holiday.added", on: "holiday", id, by: actor, now: now, tx)
        return .done
    }

    package static func remove(_ id: ID<Holiday>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction)
        throws
        -> Outcome
    {
        guard let owner = try owner(actor, centre, tx) else { return .notFound }
        let removed = try tx.run(
            """
            delete from holiday where centre_id = \(centre.id) and id = \(id) and \(Holiday.whose(owner.organisation))
            """)
        guard removed == 1 else { return .notFound }
        try Audit.record("holiday.removed", on: "holiday", id.number, by: actor, now: now, tx)
        return .done
    }

    private enum Owner {
        case centre
        case organisation(ID<Organisation>)

        var organisation: ID<Organisation>? {
            switch self {
            case .centre: nil
            case .organisation(let id): id
            }
        }
    }

    private static func owner(_ actor: Actor, _ centre: Centre, _ tx: Transaction) throws -> Owner? {
        if actor.isAdministrator(of: centre) { return .centre }
        guard case .member(let id) = actor.role, try OrganisationQueries.published(id, in: centre.id, tx) != nil else {
            return nil
        }
        return .organisation(id)
    }
}
