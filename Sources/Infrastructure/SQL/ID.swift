/// The number of a row, typed by what the row is: `ID<Vacancy>` does not fit where an `ID<Organisation>` is asked.
package struct ID<Record>: SQLValue, Hashable, Comparable, Sendable, Codable {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    package static var kind: Kind { .int }
    package var value: Value { .int(number) }
    package init(_ value: Value) throws(SQLError) { self.init(try Int64(value)) }

    package init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(Int64.self)) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }

    package static func < (a: ID, b: ID) -> Bool { a.number < b.number }
}

extension ID: ExpressibleByIntegerLiteral {
    package init(integerLiteral number: Int64) { self.init(number) }
}

extension ID: LosslessStringConvertible {
    /// Reads plain digits, the form of addresses and form fields; no sign, nothing above `Int64.max`.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text) else {
            return nil
        }
        self.init(number)
    }

    package var description: String { String(number) }
}
