package import SQL

extension Transaction {
    /// The first column of the first row; nil when there is no row, or nothing in it.
    package func value<V: SQLValue>(_ sql: SQL) throws -> V? {
        guard let row = try first(sql), let column = row.columns.names.first else { return nil }
        return try row[column]
    }

    /// The first column of every row.
    package func values<V: SQLValue>(_ sql: SQL) throws -> [V] { try self(sql).map { try V($0.values[0]) } }

    /// The second column of every row by its first, in the order of the rows.
    func lists<K: SQLValue & Hashable, V: SQLValue>(_ sql: SQL) throws -> [K: [V]] {
        try self(sql).reduce(into: [:]) { try $0[K($1.values[0]), default: []].append(V($1.values[1])) }
    }

    /// - Parameter rows: what stands behind `from`.
    package func count(_ rows: SQL) throws -> Int { try value("select count(*) as n from \(rows)") ?? 0 }
}
