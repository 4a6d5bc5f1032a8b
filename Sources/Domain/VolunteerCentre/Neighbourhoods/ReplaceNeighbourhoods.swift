package import SQL
package import Time

/// Replaces the neighbourhoods of a centre by those of a file; afterwards every vacancy is placed anew.
package enum ReplaceNeighbourhoods {
    package static func run(
        _ neighbourhoods: [Neighbourhood], of centre: ID<Centre>, now: Instant, _ tx: Transaction
    ) throws {
        try tx("delete from neighbourhood where centre_id = \(centre)")
        for one in neighbourhoods {
            try tx(
                "insert into neighbourhood (centre_id, name, shape) values (\(centre), \(one.name), \(ShapeText.write(one.shape)))"
            )
        }
        try ChangeFeed.append(kind: "neighbourhood", record: centre, centre: centre, now: now, tx)
        try Audit.record(
            "neighbourhoods.replaced", on: "centre", centre.number, by: .system(centre: centre), now: now, tx)
    }
}
