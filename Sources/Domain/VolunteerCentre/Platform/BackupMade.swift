package import SQL
package import Time

/// When everything was last written to a backup, so that `schakel doctor` can say that it is long ago.
package enum BackupMade {
    /// In days; a backup each week, and a day for who is late.
    package static let longest = 8

    package static func record(at now: Instant, _ tx: Transaction) throws {
        try tx(
            """
            insert into installation_setting (name, value) values ('backup', \(String(now.milliseconds)))
            on conflict (name) do update set value = excluded.value
            """)
    }

    package static func last(_ tx: Transaction) throws -> Instant? {
        let text: String? = try tx.value("select value from installation_setting where name = 'backup'")
        return text.flatMap { Int64($0) }.map { Instant(milliseconds: $0) }
    }
}
