/// A piece of SQL: literals are SQL, every interpolated value is a typed parameter. Nothing else can become SQL text,
/// so input cannot either.
///
///     "select id from vacancy where centre_id = \(centre) and id in \(list: ids) \(filter) \(.lock)"
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// What the engines spell differently.
    package enum Token: Sendable {
        /// The type of an `id` column: a 64-bit number the engine hands out, never twice.
        case id
        case int, bool, real, text, blob
        /// After the closing parenthesis of `create table`.
        case strict
        /// At the end of a `select`: keeps the rows from other writers. SQLite has one writer, so there it is nothing.
        case lock
        /// The number of the running transaction, 0 on SQLite; for the change table.
        case transactionID
        /// The database's own time in milliseconds since 1970: for what several machines agree on, whose clocks differ.
        case clock
        /// The aggregate that joins texts: `\(.joined)(name, ' ')`. In no order.
        case joined
    }

    enum Piece: Sendable {
        case text(StaticString)
        case value(Value)
        case list([Value])
        case name(String)
        case token(Token)
    }

    private(set) var pieces: [Piece]

    init(pieces: [Piece]) { self.pieces = pieces }

    package init(stringLiteral text: StaticString) { pieces = text.utf8CodeUnitCount == 0 ? [] : [.text(text)] }

    package init(stringInterpolation interpolation: StringInterpolation) { pieces = interpolation.pieces }

    package static let empty = SQL(pieces: [])

    package var isEmpty: Bool { pieces.isEmpty }

    package static func + (a: SQL, b: SQL) -> SQL { SQL(pieces: a.pieces + b.pieces) }

    package static func += (a: inout SQL, b: SQL) { a.pieces += b.pieces }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ text: StaticString) {
            if text.utf8CodeUnitCount > 0 { pieces.append(.text(text)) }
        }

        package mutating func appendInterpolation<V: SQLValue>(_ value: V) { pieces.append(.value(value.value)) }

        package mutating func appendInterpolation<V: SQLValue>(_ value: V?) {
            pieces.append(.value(value?.value ?? .null(V.kind)))
        }

        package mutating func appendInterpolation(_ token: Token) { pieces.append(.token(token)) }

        package mutating func appendInterpolation(_ part: SQL) { pieces += part.pieces }

        /// `($1, $2, …)`, with its parentheses. An empty list is `(null)`, which no value is in. (Nor is any value
        /// `not in` it: leave the condition out when the list of exceptions is empty.)
        package mutating func appendInterpolation<V: SQLValue>(list values: [V]) {
            pieces.append(.list(values.map(\.value)))
        }

        /// A table or column whose name is known at run time only (backups): quoted, so it stays a name.
        package mutating func appendInterpolation(name: String) { pieces.append(.name(name)) }

        /// A value whose type is known at run time only (backups).
        package mutating func appendInterpolation(raw value: Value) { pieces.append(.value(value)) }
    }
}

extension Sequence<SQL> {
    /// The parts with `separator` between them; empty when there are none.
    package func joined(separator: SQL) -> SQL {
        var pieces: [SQL.Piece] = []
        for part in self {
            if !pieces.isEmpty { pieces += separator.pieces }
            pieces += part.pieces
        }
        return SQL(pieces: pieces)
    }
}
