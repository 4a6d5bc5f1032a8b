package import SQL
package import Time

/// An organisation, or the administrator for the centre, says when nobody is there.
package enum ChangeHolidays {
    /// It may have begun so long ago: who enters it later does not turn back what was promised.
    package static let mostDaysBack = 7

    package enum Outcome: Sendable, Equatable { case done, past, backwards, tooLong, full, notFound }

    package static func add(from begins: CalendarDate, to ends: CalendarDate, in work: UnitOfWork) throws -> Outcome {
        guard let owner = try owner(in: work) else { return .notFound }
        let today = work.today
        guard begins <= ends else { return .backwards }
        guard ends >= today, begins.adding(days: mostDaysBack) >= today else { return .past }
        guard begins.adding(days: Holiday.longestDays) > ends else { return .tooLong }
        if let organisation = owner.organisation {
            try work.claim("organisation", organisation)
        } else {
            try work.claim("centre", work.centre.id)
        }
        let ahead = try Holiday.ahead(of: owner.organisation, in: work.centre.id, today: today, work.tx)
        guard ahead.count < Holiday.most else { return .full }
        // The same days sent twice are one holiday.
        guard !ahead.contains(where: { $0.begins == begins && $0.ends == ends }) else { return .done }
        let id = try work.tx.insert(
            """
            insert into holiday (centre_id, organisation_id, begins_on, ends_on, created_at)
            values (\(work.centre.id), \(owner.organisation), \(begins), \(ends), \(work.now)) returning id
            """)
        try Audit.record("holiday.added", on: "holiday", id, in: work)
        return .done
    }

    package static func remove(_ id: ID<Holiday>, in work: UnitOfWork) throws -> Outcome {
        guard let owner = try owner(in: work) else { return .notFound }
        let row: SQL = "centre_id = \(work.centre.id) and id = \(id) and \(Holiday.whose(owner.organisation))"
        // Days that were free stay so: a clock stood still on them, and what it said was right.
        let ended = try work.tx.run(
            """
            update holiday set ends_on = \(work.today.adding(days: -1))
            where \(row) and begins_on < \(work.today) and ends_on >= \(work.today)
            """)
        if ended == 0 {
            guard try work.tx.run("delete from holiday where \(row) and begins_on >= \(work.today)") == 1 else {
                return .notFound
            }
        }
        try Audit.record("holiday.removed", on: "holiday", id.number, in: work)
        return .done
    }

    private struct Owner {
        /// Nil: the centre itself.
        let organisation: ID<Organisation>?
    }

    private static func owner(in work: UnitOfWork) throws -> Owner? {
        if work.actor.isAdministrator { return Owner(organisation: nil) }
        return try OrganisationQueries.own(in: work).map { Owner(organisation: $0.id) }
    }
}
