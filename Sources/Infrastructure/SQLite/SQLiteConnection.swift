import Foundation
import GRDB

import class SQL.Columns
import protocol SQL.Connection
import enum SQL.Engine
import struct SQL.Row
import enum SQL.SQLError
import struct SQL.Statement
import enum SQL.Value

/// GRDB as a driver only: a statement in, raw rows out.
final class SQLiteConnection: Connection {
    let engine = Engine.sqlite
    private let db: GRDB.Database

    init(_ db: GRDB.Database) { self.db = db }

    func run(_ statement: Statement) throws(SQLError) -> (rows: [Row], affected: Int) {
        do {
            let before = db.totalChangesCount
            var rows: [Row] = []
            try step(statement) { rows.append($0) }
            // `changesCount` keeps the number of an earlier statement when this one changes nothing.
            return (rows, db.totalChangesCount == before ? 0 : db.changesCount)
        } catch { throw SQLError(sqlite: error) }
    }

    func each(_ statement: Statement, _ body: (Row) throws -> Void) throws {
        do { try step(statement, body) } catch { throw SQLError.translating(error) }
    }

    private func step(_ statement: Statement, _ body: (Row) throws -> Void) throws {
        let prepared =
            try statement.isRepeatable ? db.cachedStatement(sql: statement.text) : db.makeStatement(sql: statement.text)
        prepared.setUncheckedArguments(StatementArguments(statement.values.map(\.parameter)))
        guard prepared.columnCount > 0 else { return try prepared.execute() }
        let columns = Columns(prepared.columnNames)
        let cursor = try GRDB.Row.fetchCursor(prepared)
        while let row = try cursor.next() {
            var values: [Value] = []
            values.reserveCapacity(columns.names.count)
            for index in 0..<columns.names.count { values.append(Value(row[index] as DatabaseValue)) }
            try body(Row(columns, values))
        }
    }
}

extension Value {
    fileprivate var parameter: (any DatabaseValueConvertible)? {
        switch self {
        case .null: nil
        case .bool(let flag): flag ? 1 : 0
        case .int(let number): number
        case .real(let number): number
        case .text(let text): text
        case .blob(let bytes): Data(bytes)
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        // SQLite does not tell the type of a null; whoever decodes asks for a type anyway.
        case .null: self = .null(.text)
        case .int64(let number): self = .int(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }
}
