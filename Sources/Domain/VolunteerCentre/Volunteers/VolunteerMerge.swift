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
    package let fromEmail: String
    package let intoName: String
    package let intoEmail: String
    /// Another profile went into the same one later: that is taken back first.
    package let waitsForLater: Bool
    /// Who did it.
    package let by: String?
    package let at: Instant

    /// Until when it can be taken back.
    package var until: Instant { at.adding(.days(Self.days)) }

    private static let columns: SQL = """
        m.id, m.from_id, m.into_id, m.account_id, m.at, f.name as from_name, i.name as into_name,
        (select email from account a where a.id = f.account_id) as from_email,
        (select email from account a where a.id = i.account_id) as into_email,
        exists (select 1 from volunteer_merge l where l.into_id = m.into_id and l.id > m.id) as waits
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
        ).map(VolunteerMerge.init).flatMap { $0.waitsForLater ? nil : $0 }
    }

    /// Into which profile this one went; nil when it is one by itself, or is gone.
    package static func successor(of id: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> ID<
        Volunteer
    >? {
        try tx.value("select merged_into from volunteer where centre_id = \(centre) and id = \(id)")
    }

    /// Whether an account is nothing at a centre but a profile that was merged.
    static func isAllOf(_ account: ID<Account>, in centre: ID<Centre>, _ tx: Transaction) throws -> Bool {
        let own: SQL = "centre_id = \(centre) and account_id = \(account)"
        return try tx.value(
            """
            select exists (select 1 from volunteer where \(own) and merged_into is not null)
                and not exists (select 1 from volunteer where \(own) and merged_into is null)
                and not exists (select 1 from organisation_member where \(own))
                and not exists (select 1 from centre_role where \(own)) as is_all
            """) ?? false
    }

    private init(_ row: Row) throws {
        id = try row["id"]
        from = try row["from_id"]
        into = try row["into_id"]
        fromName = try row["from_name"]
        fromEmail = try row["from_email"]
        intoName = try row["into_name"]
        intoEmail = try row["into_email"]
        waitsForLater = try row["waits"]
        by = try row["done_by"]
        at = try row["at"]
    }
}
