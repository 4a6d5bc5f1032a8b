package import Time

/// The whole database in one file that both engines read and write alike; so also the road from SQLite to PostgreSQL.
///
/// Gzip of lines of JSON: a header (format, migrations, time); for every table its columns, then a row per line; at the
/// end the numbers of rows and a checksum of all lines before. It streams: neither side holds more than a few rows.
/// What follows the other tables is left out: the lists of migrations and capabilities follow from the header, and the change table orders by
/// the transactions of one server.
package enum Backup {
    /// Told now and then, with the number of rows so far.
    package typealias Progress = @Sendable (_ table: String, _ rows: Int) -> Void

    static let leftOut: Set<String> = ["migration", "capability", "change"]

    /// Writes what the database holds at one moment. The file appears, or replaces an older one, when it is complete;
    /// its owner alone can read it.
    /// - Returns: the number of rows per table.
    /// - Throws: `BackupError.unwritable`, or the `SQLError` of reading.
    @discardableResult package static func write(
        from db: any Database, to path: String, now: Instant, progress: @escaping Progress = { _, _ in }
    ) async throws -> [String: Int] {
        try await db.read { tx in
            let file = try GzipWriter(path: path)
            do {
                let rows = try write(tx, file, now, progress)
                try file.finish()
                return rows
            } catch {
                file.discard()
                throw error
            }
        }
    }

    private static func write(
        _ tx: Transaction, _ file: GzipWriter, _ now: Instant, _ progress: Progress
    ) throws -> [String: Int] {
        let header = BackupHeader(migrations: try Migrator.applied(tx), at: now.milliseconds)
        try file.write(line: try BackupJSON.encode(header))
        var counts: [String: Int] = [:]
        for table in try BackupTable.all(tx) where !leftOut.contains(table.name) {
            let line = BackupTableLine(table: table.name, columns: table.columns, last: try table.lastNumber(tx))
            try file.write(line: try BackupJSON.encode(line))
            var count = 0
            try tx.each(table.rows) { row in
                try file.write(line: try BackupRow.encode(row.values, table.columns))
                count += 1
                if count % 1000 == 0 { progress(table.name, count) }
            }
            counts[table.name] = count
            progress(table.name, count)
        }
        try file.write(line: try BackupJSON.encode(BackupEnd(rows: counts, crc32: file.checksum)))
        return counts
    }

    /// Fills a database that has exactly the migrations of the file and no rows; in one transaction, so all or nothing.
    /// - Parameter then: what else the same transaction does, so that nobody sees the rows without it.
    /// - Returns: the number of rows per table.
    /// - Throws: `BackupError`, or the `SQLError` of writing. Nothing is restored then.
    @discardableResult package static func restore(
        _ path: String, into db: any Database, progress: @escaping Progress = { _, _ in },
        then: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws -> [String: Int] {
        try await db.write { tx in
            var restorer = try BackupRestorer(tx, try GzipReader(path: path), progress)
            let rows = try restorer.run()
            try then(tx)
            return rows
        }
    }
}
