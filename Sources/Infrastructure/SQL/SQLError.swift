/// What a statement or a transaction can fail with, the same for both engines.
package enum SQLError: Error, Equatable, CustomStringConvertible {
    /// A row with these values exists already. Carries what the engine says: columns (`account.email`) on SQLite,
    /// the name of the constraint or index on PostgreSQL.
    case unique(String)
    case foreignKey
    case check
    case notNull
    /// Lost against concurrent transactions, also after all retries (PostgreSQL only).
    case conflict
    /// The lock was not obtained in time.
    case busy
    /// Text with U+0000, which both engines would cut off without an error; refused before it is sent.
    case nulByte
    /// An earlier statement of this transaction failed; nothing more can be done in it.
    case failedEarlier
    /// A column is missing, null or of another type than asked for.
    case decoding(String)
    /// No connection: the queue is full, the deadline has passed, the server is away or the database is closed.
    case unavailable(String)
    /// Everything else: SQLSTATE on PostgreSQL, the extended result code on SQLite.
    case engine(code: String, message: String)

    /// In words for the operator.
    package var description: String {
        switch self {
        case .unique(let what): "there is one already: \(what)"
        case .foreignKey: "it leans on a row that is not there"
        case .check: "a value is out of its range"
        case .notNull: "a value is missing"
        case .conflict: "other transactions were faster each time"
        case .busy: "somebody holds the lock"
        case .nulByte: "a text holds U+0000"
        case .failedEarlier: "an earlier statement of the transaction failed"
        case .decoding(let what): "not as expected: \(what)"
        case .unavailable(let reason): reason
        case .engine(let code, let message): "\(message.trimmingSuffix(".")) (\(code))"
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ end: String) -> String {
        hasSuffix(end) ? String(dropLast(end.count)) : self
    }
}
