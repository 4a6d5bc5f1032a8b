import GRDB

import enum SQL.SQLError

extension SQLError {
    init(sqlite error: any Error) {
        guard let error = error as? DatabaseError else {
            self = error as? SQLError ?? .engine(code: "", message: "\(error)")
            return
        }
        let message = error.message ?? ""
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            let prefix = "UNIQUE constraint failed: "
            self = .unique(message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKey
        case .SQLITE_CONSTRAINT_CHECK: self = .check
        case .SQLITE_CONSTRAINT_NOTNULL: self = .notNull
        default:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_NOTADB, .SQLITE_CORRUPT:
                self = .unavailable(message)
            default: self = .engine(code: String(error.extendedResultCode.rawValue), message: message)
            }
        }
    }

    /// Only the engine's own errors change; others pass.
    static func translating(_ error: any Error) -> any Error {
        error is DatabaseError ? SQLError(sqlite: error) : error
    }
}
