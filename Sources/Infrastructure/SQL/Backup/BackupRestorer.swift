/// One restore, in one transaction: reads lines, writes rows.
struct BackupRestorer {
    private let tx: Transaction
    private let file: GzipReader
    private let progress: Backup.Progress
    private var tables: [String: BackupTable] = [:]

    private var current: BackupTable?
    private var batch: [[Value]] = []
    private var batchBytes = 0
    private var counts: [String: Int] = [:]
    private var lastNumbers: [(table: BackupTable, number: Int64)] = []

    init(_ tx: Transaction, _ file: GzipReader, _ progress: @escaping Backup.Progress) throws {
        self.tx = tx
        self.file = file
        self.progress = progress
        // A file that is not even gzip gives its error here.
        guard let line = try file.nextLine(), let header = BackupJSON.decode(BackupHeader.self, line),
            header.format == BackupHeader.name
        else { throw BackupError.notABackup }
        guard header.version == BackupHeader.currentVersion else { throw BackupError.unknownVersion(header.version) }
        let applied = try Migrator.applied(tx)
        guard applied == header.migrations else {
            throw BackupError.otherMigrations(file: header.migrations, database: applied)
        }
        for table in try BackupTable.all(tx) where !Backup.leftOut.contains(table.name) {
            guard try table.isEmpty(tx) else { throw BackupError.notEmpty(table.name) }
            tables[table.name] = table
        }
    }

    mutating func run() throws -> [String: Int] {
        let foreignKeys = try ForeignKeyDeferral(tx)
        var checksum = file.checksum
        while true {
            guard let line = try file.nextLine() else { throw BackupError.damaged("the end is missing") }
            if line.first == UInt8(ascii: "[") {
                try add(row: line)
            } else if let table = BackupJSON.decode(BackupTableLine.self, line) {
                try begin(table)
            } else if let end = BackupJSON.decode(BackupEnd.self, line) {
                try flush()
                guard end.crc32 == checksum else { throw BackupError.damaged("the checksum is wrong") }
                guard end.rows == counts else { throw BackupError.damaged("rows are missing") }
                break
            } else {
                throw BackupError.damaged("a line is no table, row or end")
            }
            checksum = file.checksum
        }
        // The end of the compressed stream holds one more check.
        guard try file.nextLine() == nil else { throw BackupError.damaged("something follows the end") }
        try foreignKeys.end()
        try tx.gatherStatistics()
        // Last, because PostgreSQL does not roll these back.
        for (table, number) in lastNumbers { try table.setLastNumber(number, tx) }
        return counts
    }

    private mutating func begin(_ line: BackupTableLine) throws {
        try flush()
        // In any order: a column added later may stand elsewhere.
        guard var table = tables[line.table], counts[line.table] == nil,
            table.columns.sorted(by: { $0.name < $1.name }) == line.columns.sorted(by: { $0.name < $1.name })
        else { throw BackupError.otherTable(line.table) }
        table.columns = line.columns
        current = table
        counts[line.table] = 0
        if let last = line.last { lastNumbers.append((table, last)) }
    }

    private mutating func add(row line: [UInt8]) throws {
        guard let table = current else { throw BackupError.damaged("a row before the first table") }
        guard let values = BackupRow.decode(line, table.columns) else {
            throw BackupError.damaged("row \((counts[table.name] ?? 0) + batch.count + 1) of \(table.name)")
        }
        batch.append(values)
        batchBytes += line.count
        // Both engines allow more parameters (32,766 and 65,535); more rows at once do not help.
        if batch.count >= 100 || batch.count * values.count > 8_000 || batchBytes > 1 << 20 { try flush() }
    }

    private mutating func flush() throws {
        guard let table = current, !batch.isEmpty else { return }
        try tx(table.insert(batch))
        counts[table.name, default: 0] += batch.count
        progress(table.name, counts[table.name] ?? 0)
        batch.removeAll(keepingCapacity: true)
        batchBytes = 0
    }
}
