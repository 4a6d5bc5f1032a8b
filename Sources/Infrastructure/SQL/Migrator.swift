/// Brings a database to the program's schema. Several programs may start at once: each step is applied by one of them.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration]) { self.migrations = migrations }

    /// - Returns: the migrations this call applied.
    /// - Throws: `MigrationError`, or the `SQLError` of a failing step; the steps before it stay.
    package func migrate(_ db: any Database) async throws -> [Migration] {
        try await createTable(db)
        var applied: [Migration] = []
        for migration in try await pending(db) {
            let isOurs = try await db.write { tx in
                // First, so that on PostgreSQL the snapshot shows what the previous holder of the lock did.
                try tx.lock(table: "migration")
                guard try tx.first("select number from migration where number = \(migration.number)") == nil else {
                    return false
                }
                for statement in migration.statements { try tx(statement) }
                try migration.convert?(tx)
                try tx("insert into migration (number, name) values (\(migration.number), \(migration.name))")
                return true
            }
            if isOurs { applied.append(migration) }
        }
        return applied
    }

    /// The migrations the database still lacks, in order. Changes nothing.
    package func pending(_ db: any Database) async throws -> [Migration] {
        for (a, b) in zip(migrations, migrations.dropFirst()) where a.number >= b.number {
            throw MigrationError.disorder(b.number)
        }
        let applied = Set(try await db.read { tx in try Self.applied(tx) })
        if let unknown = applied.subtracting(migrations.map(\.number)).min() { throw MigrationError.unknown(unknown) }
        let pending = migrations.filter { !applied.contains($0.number) }
        if let latest = applied.max(), let skipped = pending.first(where: { $0.number < latest }) {
            throw MigrationError.skipped(skipped.number)
        }
        return pending
    }

    /// The numbers of the applied migrations, ascending; empty for a database that was never migrated.
    static func applied(_ tx: Transaction) throws -> [Int] {
        let table: SQL =
            switch tx.engine {
            case .sqlite: "select name from sqlite_schema where type = 'table' and name = 'migration'"
            case .postgres:
                "select cast(to_regclass('migration') as text) as name where to_regclass('migration') is not null"
            }
        guard try tx.first(table) != nil else { return [] }
        return try tx("select number from migration order by number").map { row in try row["number"] }
    }

    /// `if not exists` does not protect against a second program at the same moment on PostgreSQL: its catalogue
    /// answers with a unique violation, "duplicate table" or "duplicate object" (the table's row type). The table is there
    /// then.
    private func createTable(_ db: any Database) async throws {
        do {
            try await db.write { tx in
                try tx(
                    """
                    create table if not exists migration (
                        number \(.int) primary key, name \(.text) not null
                    ) \(.strict)
                    """
                )
                return
            }
        } catch SQLError.unique(_) {
        } catch SQLError.engine(let code, message: _) where ["42P07", "42710"].contains(code) {}
    }
}
