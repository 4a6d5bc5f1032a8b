import SQL

/// In which order a list stands: by which of its columns, and which way.
package struct ListOrder<Key: RawRepresentable<String> & Sendable>: Sendable {
    package let key: Key
    package let descends: Bool

    package init(_ key: Key, descends: Bool = false) {
        self.key = key
        self.descends = descends
    }

    /// From an address: `titel`, or `-titel` for the other way; nil for what is no column.
    package init?(address: String) {
        guard let key = Key(rawValue: address.hasPrefix("-") ? String(address.dropFirst()) : address) else {
            return nil
        }
        self.init(key, descends: address.hasPrefix("-"))
    }

    package var address: String { (descends ? "-" : "") + key.rawValue }

    var direction: SQL { descends ? "desc nulls last" : "asc nulls last" }
}
