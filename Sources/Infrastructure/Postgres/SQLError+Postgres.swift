import CLibPQ
import SQL

extension SQLError {
    /// - Parameter result: nil when libpq could not even make one.
    init(postgres result: OpaquePointer?, on connection: OpaquePointer?) {
        func field(_ code: Int32) -> String { PQresultErrorField(result, code).map { String(cString: $0) } ?? "" }
        let code = field(schakel_diag_sqlstate)
        switch code {
        case "23505": self = .unique(field(schakel_diag_constraint))
        case "23503": self = .foreignKey
        case "23514": self = .check
        case "23502": self = .notNull
        case "40001", "40P01": self = .conflict
        case "55P03", "57014": self = .busy
        // The address leads to a standby now, or what was prepared fits the tables no more: another connection is right.
        case "25006": self = .unavailable(field(schakel_diag_message))
        // Shut down by the administrator, crashed, starting; connection exceptions.
        case "57P01", "57P02", "57P03", "57P05": self = .unavailable(field(schakel_diag_message))
        case _ where code.hasPrefix("08"): self = .unavailable(field(schakel_diag_message))
        case "": self = .unavailable(Self.message(of: connection))
        // The primary message only: the detail quotes values of the row.
        default: self = .engine(code: code, message: field(schakel_diag_message))
        }
    }

    static func message(of connection: OpaquePointer?) -> String {
        guard let text = PQerrorMessage(connection) else { return "no message" }
        return String(cString: text).split(separator: "\n").joined(separator: "; ")
    }
}
