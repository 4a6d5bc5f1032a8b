import SQL
import VolunteerCentre

/// The rows of one table that go from one volunteer to another, and back: which went is kept by what names a row of it.
struct MovingRows {
    let table: String
    private let keys: [String]
    /// The one that stays may have the same row already; then hers is the one.
    private let isOnce: Bool

    /// What the catalogue of tables says of rows that name a volunteer.
    static let all: [MovingRows] = Capabilities.all.tables.flatMap { table in
        table.references.compactMap { reference in
            guard reference.table == "volunteer", reference.column == "volunteer_id" else { return nil }
            return switch reference.merging {
            case .moves: MovingRows(table: table.name, keys: ["id"], isOnce: false)
            case .movesOnce(let keys): MovingRows(table: table.name, keys: keys, isOnce: true)
            case .byHand, .goes, .forgets: nil
            }
        }
    }

    /// One text for a row, among those of one volunteer.
    private func name(of row: SQL) -> SQL {
        keys.map { "coalesce(cast(\(row).\(name: $0) as text), '')" }.joined(separator: " || ' ' || ")
    }

    func move(_ merge: ID<VolunteerMerge>, from goes: ID<Volunteer>, to stays: ID<Volunteer>, _ tx: Transaction) throws
    {
        let same = keys.map { key -> SQL in "o.\(name: key) is not distinct from t.\(name: key)" }
        let twice: SQL =
            isOnce
            ? "and not exists (select 1 from \(name: table) o where o.volunteer_id = \(stays) and \(same.joined(separator: " and ")))"
            : ""
        try tx(
            """
            insert into volunteer_merge_row (merge_id, name, row_key)
            select \(merge), \(table), \(name(of: "t")) from \(name: table) t where t.volunteer_id = \(goes) \(twice)
            """)
        try take(merge, from: goes, to: stays, tx)
    }

    func moveBack(_ merge: ID<VolunteerMerge>, from stays: ID<Volunteer>, to goes: ID<Volunteer>, _ tx: Transaction)
        throws
    {
        if isOnce {
            // She got the same since, by a page that was open: hers is the one.
            let same = keys.map { key -> SQL in "o.\(name: key) is not distinct from \(name: table).\(name: key)" }
            try Eraser.whole.erase(
                table,
                where: """
                    volunteer_id = \(stays) and \(name(of: "\(name: table)")) in (
                        select row_key from volunteer_merge_row where merge_id = \(merge) and name = \(table))
                        and exists (select 1 from \(name: table) o where o.volunteer_id = \(goes) and \(same.joined(separator: " and ")))
                    """, tx)
        }
        try take(merge, from: stays, to: goes, tx)
    }

    private func take(_ merge: ID<VolunteerMerge>, from: ID<Volunteer>, to: ID<Volunteer>, _ tx: Transaction) throws {
        try tx(
            """
            update \(name: table) set volunteer_id = \(to) where volunteer_id = \(from) and \(name(of: "\(name: table)")) in (
                select row_key from volunteer_merge_row where merge_id = \(merge) and name = \(table))
            """)
    }
}
