package import SQL
package import VolunteerCentre

/// Erases records with all that hangs on them, as the catalogue of tables says: rows that go, rows that forget, histories,
/// and links in mails that would lead to them.
package struct Eraser: Sendable {
    package static let whole = Eraser(Capabilities.all.tables)

    private let tables: [DataTable]

    package init(_ tables: [DataTable]) { self.tables = tables }

    /// - Parameter condition: on columns of `table`, with the centre in it where rows belong to one.
    package func erase(_ table: String, where condition: SQL, _ tx: Transaction) throws {
        let own = tables.first { $0.name == table }
        for other in tables {
            for reference in other.references where reference.table == table {
                let theirs: SQL = "\(name: reference.column) in (select id from \(name: table) where \(condition))"
                switch reference.erasing {
                case .goes: try erase(other.name, where: theirs, tx)
                case .forgets:
                    try tx("update \(name: other.name) set \(name: reference.column) = null where \(theirs)")
                case .stays: break
                }
            }
        }
        if let subject = own?.subject {
            for history in ["state_change", "automatic_act"] {
                try tx(
                    """
                    delete from \(name: history) where subject = \(subject)
                        and subject_id in (select id from \(name: table) where \(condition))
                    """)
            }
        }
        if let links = own?.links, !links.isEmpty {
            try tx(
                """
                delete from action_link where purpose in \(list: links)
                    and subject_id in (select id from \(name: table) where \(condition))
                """)
        }
        try tx("delete from \(name: table) where \(condition)")
    }
}
