import Crypto
package import SQL

/// With which key file this database is used. Forms that one node sealed with another key fail at the next, and links in
/// mails with them; that is told at the start, not to visitors.
package enum InstallationKey {
    package enum Outcome: Sendable, Equatable { case known, other }

    /// The first key that is used is the one.
    package static func check(_ key: [UInt8], _ tx: Transaction) throws -> Outcome {
        let mark = fingerprint(key)
        try tx("insert into installation_setting (name, value) values ('key', \(mark)) on conflict (name) do nothing")
        return try known(tx) == mark ? .known : .other
    }

    /// Looks without choosing.
    package static func matches(_ key: [UInt8], _ tx: Transaction) throws -> Bool {
        try known(tx).map { $0 == fingerprint(key) } ?? true
    }

    /// Whether any was.
    package static func isUsed(_ tx: Transaction) throws -> Bool { try known(tx) != nil }

    /// From now on this one.
    package static func accept(_ key: [UInt8], _ tx: Transaction) throws {
        try tx(
            """
            insert into installation_setting (name, value) values ('key', \(fingerprint(key)))
            on conflict (name) do update set value = excluded.value
            """)
    }

    private static func known(_ tx: Transaction) throws -> String? {
        try tx.value("select value from installation_setting where name = 'key'")
    }

    /// Tells nothing of the key: half a hash of it under a name of its own.
    private static func fingerprint(_ key: [UInt8]) -> String {
        SHA256.hash(data: Array("schakel installation\n".utf8) + key).prefix(16).hex
    }
}
