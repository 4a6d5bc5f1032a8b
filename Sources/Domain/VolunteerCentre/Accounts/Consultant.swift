package import SQL
package import Time

/// The person of the centre that an organisation always deals with, and who stands in while she is away.
package struct Consultant: Sendable, Equatable {
    package let account: ID<Account>
    package let name: String
    package let email: String
    /// Whom she stands in for.
    package let standsInFor: String?

    /// Of an organisation, today; nil when it has no one in particular.
    package static func of(
        _ organisation: ID<Organisation>, in centre: ID<Centre>, today: CalendarDate, _ tx: Transaction
    ) throws -> Consultant? {
        let row = try tx.first(
            """
            select a.id, r.name, a.email, s.id as other_id, c.name as other_name, s.email as other_email
            from organisation o join account a on a.id = o.consultant_id
            join centre_role r on r.centre_id = o.centre_id and r.account_id = a.id and r.role in ('mediator', 'administrator')
            left join centre_role c on c.centre_id = o.centre_id and c.account_id = r.replacement_id
                and r.away_until >= \(today) and c.role in ('mediator', 'administrator')
            left join account s on s.id = c.account_id
            where o.centre_id = \(centre) and o.id = \(organisation)
            """)
        guard let row else { return nil }
        guard let other: ID<Account> = try row["other_id"] else {
            return Consultant(account: try row["id"], name: try row["name"], email: try row["email"], standsInFor: nil)
        }
        return Consultant(
            account: other, name: try row["other_name"], email: try row["other_email"], standsInFor: try row["name"])
    }

    /// Who leaves is nobody's consultant and stands in for nobody.
    static func forget(_ account: ID<Account>, _ centre: Centre, _ tx: Transaction) throws {
        try tx(
            "update organisation set consultant_id = null where centre_id = \(centre.id) and consultant_id = \(account)"
        )
        try tx(
            """
            update centre_role set replacement_id = null, away_until = null
            where centre_id = \(centre.id) and replacement_id = \(account)
            """)
    }
}
