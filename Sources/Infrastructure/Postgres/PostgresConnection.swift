import CLibPQ
import Foundation
import SQL

/// One connection through libpq, used by one thread.
final class PostgresConnection: Connection {
    let engine = Engine.postgres
    private let handle: OpaquePointer
    /// How many rows `each` fetches at a time.
    private static let batch = 500

    /// - Throws: `unavailable` with the message of libpq.
    init(url: String) throws(SQLError) {
        let settings = [
            // What the address does not say: give up on a silent server after 5 s; notice a dead line within 15 s.
            ("connect_timeout", "5"), ("tcp_user_timeout", "15000"), ("keepalives_idle", "30"),
            ("fallback_application_name", "schakel"),
            // Kerberos would be asked first at each connection; an address may say `gssencmode=prefer`.
            ("gssencmode", "disable"),
            // Of several hosts the one that takes changes; a standby alone is no database for us.
            ("target_session_attrs", "read-write"), ("dbname", url), ("client_encoding", "UTF8"),
        ]
        let keywords = settings.map { strdup($0.0) }
        let values = settings.map { strdup($0.1) }
        defer { for text in keywords + values { free(text) } }
        let opened = PQconnectdbParams(
            keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        guard let opened, PQstatus(opened) == CONNECTION_OK else {
            let message = SQLError.message(of: opened)
            PQfinish(opened)
            throw .unavailable(message)
        }
        handle = opened
        isDirect = Self.isDirect(opened)
        // "relation exists already, skipping" would go to standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    /// In milliseconds. A lock that somebody holds starves nobody for longer than a visitor waits; what runs for minutes has gone wrong,
    /// and so has a transaction in which nothing happens.
    private static let limits = """
        set local lock_timeout = 4000; set local statement_timeout = 60000; set local idle_in_transaction_session_timeout = 120000
        """

    deinit { PQfinish(handle) }

    /// Whether the line is gone; what was running then has not been committed, unless a commit was.
    var isBroken: Bool { PQstatus(handle) != CONNECTION_OK || isLost }
    private var isLost = false
    private var prepared = PreparedStatements()
    /// Whether the process at the other end is the server's own and stays ours: a pooler may hand over another one for each
    /// transaction, which knows nothing of what the last one was taught.
    private let isDirect: Bool

    /// A pooler gives a number of its own for the process that serves us.
    private static func isDirect(_ handle: OpaquePointer) -> Bool {
        let result = PQexec(handle, "select pg_backend_pid()")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, let number = PQgetvalue(result, 0, 0) else { return false }
        return String(cString: number) == "\(PQbackendPID(handle))"
    }

    func begin(readOnly: Bool) throws(SQLError) {
        // Repeatable read: read committed silently lost 148 of 200 concurrent increments.
        // The setting is for this transaction, not the session: a pooler may hand us another session each time.
        let access = readOnly ? "read only" : "read write"
        try execute("begin isolation level repeatable read \(access); set local bytea_output = hex; \(Self.limits)")
    }

    func commit() throws(SQLError) { try execute("commit") }

    func rollback() throws(SQLError) { try execute("rollback") }

    private func execute(_ text: String) throws(SQLError) {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result)
    }

    func run(_ statement: Statement) throws(SQLError) -> (rows: [Row], affected: Int) {
        let parameters = Parameters(statement.values)
        let name = try name(of: statement.text, parameters.types)
        let result = parameters.withPointers { values, lengths, formats in
            if let name {
                PQexecPrepared(handle, name, parameters.count, values, lengths, formats, 0)
            } else {
                PQexecParams(handle, statement.text, parameters.count, parameters.types, values, lengths, formats, 0)
            }
        }
        defer { PQclear(result) }
        do { try check(result) } catch SQLError.engine("0A000", let message) where name != nil {
            // A migration changed what it gives: a new connection has not learnt it yet.
            isLost = true
            throw .unavailable(message)
        }
        return (try rows(result), Int(PQcmdTuples(result).map { String(cString: $0) } ?? "") ?? 0)
    }

    /// The name under which the server knows a statement, or nil when it shall come as text.
    private func name(of text: String, _ types: [Oid]) throws(SQLError) -> String? {
        guard isDirect else { return nil }
        let key = PreparedStatements.Key(text: text, types: types)
        switch prepared.use(key) {
        case .once:
            if prepared.isFull {
                try execute("deallocate all")
                prepared.forgetAll()
            }
            return nil
        case .known(let name): return name
        case .new(let name):
            let result = PQprepare(handle, name, text, Int32(types.count), types)
            defer { PQclear(result) }
            try check(result)
            prepared.keep(name, for: key)
            return name
        }
    }

    func each(_ statement: Statement, _ body: (Row) throws -> Void) throws {
        let cursor = "declare schakel_rows no scroll cursor for \(statement.text)"
        _ = try run(Statement(text: cursor, values: statement.values))
        do {
            while true {
                let rows = try run(Statement(text: "fetch \(Self.batch) from schakel_rows", values: [])).rows
                for row in rows { try body(row) }
                if rows.count < Self.batch { break }
            }
        } catch {
            // After an error of `body` the transaction is alive; after one of the engine this fails, to no effect.
            try? execute("close schakel_rows")
            throw error
        }
        try execute("close schakel_rows")
    }

    private func check(_ result: OpaquePointer?) throws(SQLError) {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
        default:
            let error = SQLError(postgres: result, on: handle)
            if case .unavailable = error { isLost = true }
            throw error
        }
    }

    private func rows(_ result: OpaquePointer?) throws(SQLError) -> [Row] {
        let (width, height) = (PQnfields(result), PQntuples(result))
        guard width > 0 else { return [] }
        let columns = Columns((0..<width).map { String(cString: PQfname(result, $0)) })
        var kinds: [Kind] = []
        for (index, name) in columns.names.enumerated() {
            kinds.append(try PostgresType.kind(PQftype(result, Int32(index)), column: name))
        }
        var rows: [Row] = []
        rows.reserveCapacity(Int(height))
        for line in 0..<height {
            var values: [Value] = []
            values.reserveCapacity(Int(width))
            for index in 0..<width {
                let kind = kinds[Int(index)]
                guard PQgetisnull(result, line, index) == 0, let start = PQgetvalue(result, line, index) else {
                    values.append(.null(kind))
                    continue
                }
                let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, line, index)))
                values.append(
                    try PostgresType.value(bytes.bindMemory(to: UInt8.self), kind, column: columns.names[Int(index)]))
            }
            rows.append(Row(columns, values))
        }
        return rows
    }
}
