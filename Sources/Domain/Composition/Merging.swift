import SQL
import VolunteerCentre

/// What the catalogue of tables says of rows that name an organisation when it becomes one with another. Rows that need more
/// are moved by `MergeOrganisations`.
struct Merging {
    let tables: [DataTable]

    func move(_ id: ID<Organisation>, to other: ID<Organisation>, _ tx: Transaction) throws {
        for table in tables {
            for reference in table.references where reference.table == "organisation" {
                let column = reference.column
                switch reference.merging {
                case .byHand: break
                case .goes: try Eraser(tables).erase(table.name, where: "\(name: column) = \(id)", tx)
                case .forgets:
                    try tx("update \(name: table.name) set \(name: column) = null where \(name: column) = \(id)")
                case .moves:
                    try tx("update \(name: table.name) set \(name: column) = \(other) where \(name: column) = \(id)")
                case .movesOnce(let keys):
                    let same = keys.map { key -> SQL in "o.\(name: key) = \(name: table.name).\(name: key)" }
                    try tx(
                        """
                        delete from \(name: table.name) where \(name: column) = \(id) and exists (
                            select 1 from \(name: table.name) o where o.\(name: column) = \(other)
                                and \(same.joined(separator: " and ")))
                        """)
                    try tx("update \(name: table.name) set \(name: column) = \(other) where \(name: column) = \(id)")
                }
            }
        }
    }
}
