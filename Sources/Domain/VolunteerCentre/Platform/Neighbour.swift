package import SQL
package import Time

/// Another centre of this installation with which a centre shares vacancies: both chose to.
package struct Neighbour: Sendable, Equatable {
    package let id: ID<Centre>
    package let name: String
    package let host: String?
    /// When both had chosen: what was published before is no news.
    package let since: Instant

    /// Per centre, by name. A centre without a host of its own has no address, unless it is the first, to whom all other hosts
    /// lead.
    static func all(_ tx: Transaction) throws -> [ID<Centre>: [Neighbour]] {
        var found: [ID<Centre>: [Neighbour]] = [:]
        for row in try tx(
            """
            select own.centre_id, c.id, c.name, c.host, own.created_at as ours, their.created_at as theirs from vacancy_sharing own
            join vacancy_sharing their on their.centre_id = own.partner_id and their.partner_id = own.centre_id
            join centre c on c.id = own.partner_id
            where c.host is not null or c.id = (select min(id) from centre)
            order by own.centre_id, c.name, c.id limit 20000
            """)
        {
            found[try row["centre_id"], default: []].append(
                Neighbour(
                    id: try row["id"], name: try row["name"], host: try row["host"],
                    since: max(try row["ours"], try row["theirs"])))
        }
        return found
    }
}
