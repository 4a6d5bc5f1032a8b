/// The names of a result's columns, shared by its rows.
package final class Columns: Sendable {
    package let names: [String]

    package init(_ names: [String]) { self.names = names }
}

/// One row of a result. Columns are decoded by the type asked for:
///
///     let title: String = try row["title"]
///     let until: CalendarDate? = try row["publish_until"]
package struct Row: Sendable {
    package let columns: Columns
    /// In the order of `columns`. A boolean is an `int` here when it comes from SQLite.
    package let values: [Value]

    package init(_ columns: Columns, _ values: [Value]) {
        self.columns = columns
        self.values = values
    }

    /// - Throws: `decoding` when the column is missing, null or of another type.
    package subscript<V: SQLValue>(_ column: String) -> V {
        get throws(SQLError) { try decode(find(column), column) }
    }

    /// Nil for null. - Throws: `decoding` when the column is missing or of another type.
    package subscript<V: SQLValue>(_ column: String) -> V? {
        get throws(SQLError) {
            let value = try find(column)
            if case .null = value { return nil }
            return try decode(value, column)
        }
    }

    // A handful of short names: comparing them one by one beats a dictionary.
    private func find(_ column: String) throws(SQLError) -> Value {
        for (index, name) in columns.names.enumerated() where name == column { return values[index] }
        throw .decoding("there is no column \(column)")
    }

    private func decode<V: SQLValue>(_ value: Value, _ column: String) throws(SQLError) -> V {
        do { return try V(value) } catch {
            if case .decoding(let reason) = error { throw .decoding("\(column): \(reason)") }
            throw error
        }
    }
}
