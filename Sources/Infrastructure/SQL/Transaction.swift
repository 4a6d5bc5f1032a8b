/// What the drivers offer to `Transaction`. One connection, inside a transaction, on one thread.
package protocol Connection: AnyObject {
    var engine: Engine { get }
    /// Runs the statement to its end. `affected` is 0 for what changes no rows.
    func run(_ statement: Statement) throws(SQLError) -> (rows: [Row], affected: Int)
    /// Hands over the rows one by one without holding them all; an error of `body` ends it and is passed on.
    func each(_ statement: Statement, _ body: (Row) throws -> Void) throws
}

/// The database as seen by one unit of work. Use it on the thread of its closure only; it cannot outlive it.
///
/// A failed statement ends it, on both engines: every further statement throws `failedEarlier`, and the transaction is
/// rolled back even when the closure swallowed the error. Expected collisions are written as
/// `on conflict do nothing returning id`, or caught outside `write`.
package final class Transaction {
    private let connection: any Connection
    private let counter: QueryCount?
    /// What the first failed statement failed with. For the drivers: they must not commit then.
    package private(set) var failure: SQLError?

    package init(_ connection: any Connection, counting counter: QueryCount?) {
        self.connection = connection
        self.counter = counter
    }

    package var engine: Engine { connection.engine }

    @discardableResult package func callAsFunction(_ sql: SQL) throws(SQLError) -> [Row] { try perform(sql).rows }

    /// The first row, or nil. Say `limit 1` in the statement: all rows are fetched.
    package func first(_ sql: SQL) throws(SQLError) -> Row? { try perform(sql).rows.first }

    /// - Returns: the number of rows changed.
    @discardableResult package func run(_ sql: SQL) throws(SQLError) -> Int { try perform(sql).affected }

    /// For `insert … returning id`. - Returns: the first column of the row.
    /// - Throws: `decoding` when no row came back (`on conflict do nothing`: use `first` there).
    package func insert(_ sql: SQL) throws(SQLError) -> Int64 {
        guard let id = try perform(sql).rows.first?.values.first else { throw .decoding("insert returned no id") }
        return try Int64(id)
    }

    /// Hands over the rows one by one; for results that may not fit in memory. No other statement runs inside `body`.
    package func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let statement = try prepare(sql)
        do { try connection.each(statement, body) } catch let error as SQLError {
            failure = failure ?? error
            throw error
        }
    }

    /// Keeps other writers from the table until the end. On PostgreSQL it must be the first statement of a
    /// read-change-write: the snapshot is taken after the lock, so there is no conflict. SQLite has one writer: nothing
    /// happens there.
    package func lock(table: StaticString) throws(SQLError) {
        if engine == .postgres { try self("lock table \(SQL(stringLiteral: table)) in share row exclusive mode") }
    }

    /// Counts what is in the tables, for the planner; after filling many rows at once. PostgreSQL does so by itself within
    /// minutes, but until then it takes a table of 5,000 for empty and joins by comparing everything with everything.
    /// SQLite never does.
    package func gatherStatistics() throws(SQLError) {
        // A sample is enough, and a big database is not read whole.
        if engine == .sqlite { try self("pragma analysis_limit = 1000") }
        try self("analyze")
    }

    private func perform(_ sql: SQL) throws(SQLError) -> (rows: [Row], affected: Int) {
        let statement = try prepare(sql)
        do { return try connection.run(statement) } catch {
            failure = error
            throw error
        }
    }

    private func prepare(_ sql: SQL) throws(SQLError) -> Statement {
        guard failure == nil else { throw .failedEarlier }
        counter?.add(1)
        do { return try Statement(sql, for: engine) } catch {
            failure = error
            throw error
        }
    }
}
