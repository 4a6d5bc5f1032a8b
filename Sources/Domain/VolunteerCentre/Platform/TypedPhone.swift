import SQL

/// A telephone number as people type it: with spaces, dashes, or the number of the country.
enum TypedPhone {
    /// Of what was searched for: the last nine digits, which all spellings share; nil when it is no number.
    static func digits(_ typed: String) -> String? {
        let digits = typed.filter { $0.isASCII && $0.isNumber }
        guard digits.count >= 6, typed.allSatisfy({ $0.isNumber || $0.isWhitespace || "+-()./–".contains($0) }) else {
            return nil
        }
        return String(digits.suffix(9))
    }

    /// SQL for whether a column with typed numbers holds these digits.
    static func holds(_ column: SQL, _ digits: String) -> SQL {
        let stripped = [" ", "-", "+", "(", ")", ".", "/"].reduce(column) { "replace(\($0), \($1), '')" }
        return "\(stripped) like \("%" + digits + "%")"
    }
}
