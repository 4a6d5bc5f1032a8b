package import Time

/// The change table: which record changed, written in the transaction that changed it. The search index and other nodes
/// follow it. Readers may meet a change twice and must take it as "look at this record again".
package enum ChangeFeed {
    package struct Change: Sendable, Equatable {
        package let centre: Int64
        package let kind: String
        package let record: Int64
        package let at: Instant
    }

    /// How far a reader is. On SQLite the transaction is always 0 and the id alone orders: there is one writer. On
    /// PostgreSQL ids become visible out of order, so the number of the transaction comes first.
    package struct Position: Sendable, Comparable, Codable {
        package let transaction: Int64
        package let id: Int64

        package static let start = Position(transaction: -1, id: 0)

        package static func < (a: Position, b: Position) -> Bool {
            (a.transaction, a.id) < (b.transaction, b.id)
        }
    }

    /// For a migration.
    package static let schema: [SQL] = [
        """
        create table change (
            id \(.id),
            transaction_id \(.int) not null,
            centre_id \(.int) not null,
            kind \(.text) not null,
            record_id \(.int) not null,
            at \(.int) not null
        ) \(.strict)
        """,
        "create index change_position on change (transaction_id, id)",
        "create index change_at on change (at)",
    ]

    package static func append<Record, Centre>(
        kind: String, record: ID<Record>, centre: ID<Centre>, now: Instant, _ tx: Transaction
    ) throws(SQLError) {
        try tx(
            """
            insert into change (transaction_id, centre_id, kind, record_id, at)
            values (\(.transactionID), \(centre), \(kind), \(record), \(now))
            """)
    }

    /// The changes after `position` in their order, at most `limit`, and the position to go on from. On PostgreSQL only
    /// transactions below which none is running any more: a later one cannot slip in before them.
    ///
    /// - Parameter unsettled: also what is visible already while other transactions run, such as one's own commit. Such a
    ///   position must not be kept: what commits later may stand before it.
    package static func read(
        after position: Position, limit: Int, unsettled: Bool = false, _ tx: Transaction
    ) throws(SQLError) -> ([Change], Position) {
        let settled: SQL =
            tx.engine == .postgres && !unsettled ? "and transaction_id < \(oldestRunning)" : ""
        let rows = try tx(
            """
            select transaction_id, id, centre_id, kind, record_id, at from change
            where (transaction_id, id) > (\(position.transaction), \(position.id)) \(settled)
            order by transaction_id, id limit \(limit)
            """)
        let changes = try rows.map { row throws(SQLError) in
            Change(centre: try row["centre_id"], kind: try row["kind"], record: try row["record_id"], at: try row["at"])
        }
        guard let last = rows.last else { return ([], position) }
        return (changes, Position(transaction: try last["transaction_id"], id: try last["id"]))
    }

    /// Where to start after loading everything in this same transaction: all that it does not see comes after it.
    package static func position(_ tx: Transaction) throws(SQLError) -> Position {
        switch tx.engine {
        case .sqlite:
            let last: Int64? = try tx.first("select max(id) as id from change")?["id"]
            return Position(transaction: 0, id: last ?? 0)
        case .postgres:
            let oldest: Int64? = try tx.first("select \(oldestRunning) as oldest")?["oldest"]
            return Position(transaction: (oldest ?? 0) - 1, id: .max)
        }
    }

    /// Removes the changes before `instant`, once every reader has passed them. - Returns: how many.
    @discardableResult package static func prune(before instant: Instant, _ tx: Transaction) throws(SQLError) -> Int {
        try tx.run("delete from change where at < \(instant)")
    }

    private static let oldestRunning: SQL = "cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)"
}
