import SQL

/// Replaces the neighbourhoods of a centre by those of a file; afterwards every vacancy is placed anew.
package enum ReplaceNeighbourhoods {
    package static func run(_ neighbourhoods: [Neighbourhood], in work: UnitOfWork) throws {
        try work.tx("delete from neighbourhood where centre_id = \(work.centre.id)")
        for one in neighbourhoods {
            try work.tx(
                """
                insert into neighbourhood (centre_id, name, shape)
                values (\(work.centre.id), \(one.name), \(ShapeText.write(one.shape)))
                """)
        }
        try work.changed("neighbourhood", work.centre.id)
        try Audit.record("neighbourhoods.replaced", on: "centre", work.centre.id.number, in: work)
    }
}
