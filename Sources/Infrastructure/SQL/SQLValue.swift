package import Time

/// A type that can be a parameter and a result column. Bind and decode go by the Swift type, never by the engine's
/// guess.
package protocol SQLValue: Sendable {
    static var kind: Kind { get }
    var value: Value { get }
    init(_ value: Value) throws(SQLError)
}

extension Bool: SQLValue {
    package static var kind: Kind { .bool }
    package var value: Value { .bool(self) }
    /// Takes 0 and 1 too: SQLite has no booleans.
    package init(_ value: Value) throws(SQLError) {
        switch value {
        case .bool(let flag): self = flag
        case .int(0): self = false
        case .int(1): self = true
        default: throw .mismatch(value, Self.self)
        }
    }
}

extension Int64: SQLValue {
    package static var kind: Kind { .int }
    package var value: Value { .int(self) }
    package init(_ value: Value) throws(SQLError) {
        guard case .int(let number) = value else { throw .mismatch(value, Self.self) }
        self = number
    }
}

extension Int: SQLValue {
    package static var kind: Kind { .int }
    package var value: Value { .int(Int64(self)) }
    package init(_ value: Value) throws(SQLError) { self.init(try Int64(value)) }
}

extension Double: SQLValue {
    package static var kind: Kind { .real }
    package var value: Value { .real(self) }
    package init(_ value: Value) throws(SQLError) {
        guard case .real(let number) = value else { throw .mismatch(value, Self.self) }
        self = number
    }
}

extension String: SQLValue {
    package static var kind: Kind { .text }
    package var value: Value { .text(self) }
    package init(_ value: Value) throws(SQLError) {
        guard case .text(let text) = value else { throw .mismatch(value, Self.self) }
        self = text
    }
}

extension [UInt8]: SQLValue {
    package static var kind: Kind { .blob }
    package var value: Value { .blob(self) }
    package init(_ value: Value) throws(SQLError) {
        guard case .blob(let bytes) = value else { throw .mismatch(value, Self.self) }
        self = bytes
    }
}

extension Instant: SQLValue {
    package static var kind: Kind { .int }
    package var value: Value { .int(milliseconds) }
    package init(_ value: Value) throws(SQLError) { self.init(milliseconds: try Int64(value)) }
}

extension CalendarDate: SQLValue {
    package static var kind: Kind { .text }
    package var value: Value { .text(iso) }
    package init(_ value: Value) throws(SQLError) {
        guard case .text(let text) = value, let date = CalendarDate(iso: text) else {
            throw .mismatch(value, Self.self)
        }
        self = date
    }
}

/// Enums with text as raw value: declare the conformance, nothing else.
extension SQLValue where Self: RawRepresentable, RawValue == String {
    package static var kind: Kind { .text }
    package var value: Value { .text(rawValue) }
    package init(_ value: Value) throws(SQLError) {
        guard case .text(let text) = value, let found = Self(rawValue: text) else { throw .mismatch(value, Self.self) }
        self = found
    }
}

extension SQLError {
    /// Names the types only: values may be personal and errors are logged.
    static func mismatch(_ value: Value, _ type: any SQLValue.Type) -> SQLError {
        switch value {
        case .null: .decoding("null where \(type) is expected")
        case .bool: .decoding("a boolean where \(type) is expected")
        case .int: .decoding("an integer that is no \(type)")
        case .real: .decoding("a real number where \(type) is expected")
        case .text: .decoding("a text that is no \(type)")
        case .blob: .decoding("a blob where \(type) is expected")
        }
    }
}
