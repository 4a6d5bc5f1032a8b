import SQL

extension Transaction {
    /// The first column of the first row; nil when there is no row, or nothing in it.
    func value<V: SQLValue>(_ sql: SQL) throws -> V? {
        guard let row = try first(sql), let column = row.columns.names.first else { return nil }
        return try row[column]
    }

    /// The first column of every row.
    func values<V: SQLValue>(_ sql: SQL) throws -> [V] { try self(sql).map { try V($0.values[0]) } }

    /// - Parameter rows: what stands behind `from`.
    func count(_ rows: SQL) throws -> Int { try value("select count(*) as n from \(rows)") ?? 0 }
}
