package import SQL
package import Time

/// Days on which a centre or an organisation is away: visitors are told, so that nobody feels ignored.
package struct Holiday: Sendable, Equatable {
    package let id: ID<Holiday>
    package let begins: CalendarDate
    package let ends: CalendarDate

    package static let longestDays = 92
    /// So many may lie ahead.
    package static let most = 20

    package var days: ClosedRange<CalendarDate> { begins...ends }

    package func contains(_ day: CalendarDate) -> Bool { days.contains(day) }

    /// What lies ahead or goes on, soonest first; of the centre itself when `organisation` is nil.
    package static func ahead(
        of organisation: ID<Organisation>?, in centre: ID<Centre>, today: CalendarDate, _ tx: Transaction
    ) throws -> [Holiday] {
        try tx(
            """
            select id, begins_on, ends_on from holiday where centre_id = \(centre) and \(whose(organisation))
                and ends_on >= \(today) order by begins_on, id limit \(most)
            """
        ).map(Self.init)
    }

    /// The one that goes on today.
    package static func current(
        of organisation: ID<Organisation>, in centre: ID<Centre>, today: CalendarDate, _ tx: Transaction
    ) throws -> Holiday? {
        try ahead(of: organisation, in: centre, today: today, tx).first { $0.contains(today) }
    }

    static func whose(_ organisation: ID<Organisation>?) -> SQL {
        organisation.map { "organisation_id = \($0)" } ?? "organisation_id is null"
    }

    init(_ row: Row) throws {
        id = try row["id"]
        begins = try row["begins_on"]
        ends = try row["ends_on"]
    }
}
