package import SQL
package import Time

/// Two profiles of one person became one. What of the other was not chosen stays aside for so long as it can be taken back.
package struct VolunteerMerge: Sendable, Equatable {
    package static let days = 14

    package let id: ID<VolunteerMerge>
    package let from: ID<Volunteer>
    package let into: ID<Volunteer>
    /// The profile that went, by its name.
    package let fromName: String
    package let intoName: String
    /// Who did it.
    package let by: String?
    package let at: Instant

    /// Until when it can be taken back.
    package var until: Instant { at.adding(.days(Self.days)) }

    private static let columns: SQL = """
        m.id, m.from_id, m.into_id, m.account_id, m.at, f.name as from_name, i.name as into_name
        """

    /// Those that can be taken back, the newest first. One whose profile became another's since waits for that one.
    package static func list(in centre: ID<Centre>, now: Instant, page: Page, _ tx: Transaction) throws -> Paged<
        VolunteerMerge
    > {
        let rows: SQL = """
            volunteer_merge m join volunteer f on f.id = m.from_id
            join volunteer i on i.id = m.into_id and i.merged_into is null
            where m.centre_id = \(centre) and m.at > \(now.subtracting(.days(days)))
            """
        return try Paged(page, of: rows, tx) { page in
            try tx(
                """
                select \(columns), \(Hat.name(of: "m.account_id", in: centre)) as done_by
                from \(rows) order by m.id desc \(page.limit)
                """
            ).map(VolunteerMerge.init)
        }
    }

    package static func find(_ id: ID<VolunteerMerge>, in work: UnitOfWork) throws -> VolunteerMerge? {
        try work.tx.first(
            """
            select \(columns), null as done_by from volunteer_merge m join volunteer f on f.id = m.from_id
            join volunteer i on i.id = m.into_id and i.merged_into is null
            where m.centre_id = \(work.centre.id) and m.id = \(id) and m.at > \(work.now.subtracting(.days(days)))
            """
        ).map(VolunteerMerge.init)
    }

    private init(_ row: Row) throws {
        id = try row["id"]
        from = try row["from_id"]
        into = try row["into_id"]
        fromName = try row["from_name"]
        intoName = try row["into_name"]
        by = try row["done_by"]
        at = try row["at"]
    }
}
