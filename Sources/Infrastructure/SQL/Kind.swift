/// The five types both engines share. Instants are `int`, calendar dates `text`.
package enum Kind: String, Sendable, Codable { case bool, int, real, text, blob }

/// One value on its way to or from an engine. A null knows its kind, because PostgreSQL wants a type with every
/// parameter.
package enum Value: Sendable, Equatable {
    case null(Kind)
    case bool(Bool)
    case int(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// The engines; the raw values are the scheme of `SCHAKEL_DATABASE`.
package enum Engine: String, Sendable, CaseIterable { case sqlite, postgres }
