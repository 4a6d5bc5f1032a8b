/// Brings a database to the program's schema. Several programs may start at once: each step is applied by one of them.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration]) { self.migrations = migrations }

    /// - Returns: the migrations this call applied.
    /// - Throws: `MigrationError`, or the `SQLError` of a failing step; the steps before it stay.
    package func migrate(_ db: any Database) async throws -> [Migration] {
        try await createTables(db)
        let pending = try await pending(db)
        let names = Set(migrations.map(\.capability)).subtracting([""]).sorted()
        try await db.write { tx in
            for name in names { try tx("insert into capability (name) values (\(name)) on conflict do nothing") }
        }
        var applied: [Migration] = []
        for migration in pending {
            let isOurs = try await db.write { tx in
                // A table of years may take longer than a visitor's question may.
                // It also waits for the node that migrates, and for a backup that reads.
                if tx.engine == .postgres {
                    try tx("set local statement_timeout = 0")
                    try tx("set local lock_timeout = 0")
                }
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

    /// Whether anything of ours is in the database. Changes nothing.
    package func hasBegun(_ db: any Database) async throws -> Bool {
        try await !db.read { tx in try Self.applied(tx) }.isEmpty
    }

    /// The migrations the database still lacks, in order. Changes nothing.
    package func pending(_ db: any Database) async throws -> [Migration] {
        for (a, b) in zip(migrations, migrations.dropFirst()) where a.number >= b.number {
            throw MigrationError.disorder(b.number)
        }
        let (applied, known) = try await db.read { tx in (Set(try Self.applied(tx)), try Self.capabilities(tx)) }
        let ours = Set(migrations.map(\.capability))
        if let lacking = known.first(where: { !ours.contains($0) }) { throw MigrationError.capability(lacking) }
        if let unknown = applied.subtracting(migrations.map(\.number)).min() { throw MigrationError.unknown(unknown) }
        let pending = migrations.filter { !applied.contains($0.number) }
        // A capability that is new to the database brings all of its own, whatever their numbers.
        for step in pending where known.isEmpty || known.contains(step.capability) {
            let later = migrations.contains {
                $0.capability == step.capability && $0.number > step.number && applied.contains($0.number)
            }
            if later { throw MigrationError.skipped(step.number) }
        }
        return pending
    }

    /// The numbers of the applied migrations, ascending; empty for a database that was never migrated.
    static func applied(_ tx: Transaction) throws -> [Int] {
        guard try exists("migration", tx) else { return [] }
        return try tx("select number from migration order by number").map { row in try row["number"] }
    }

    /// The capabilities whose data the database may hold; none for a database of before there were any.
    static func capabilities(_ tx: Transaction) throws -> [String] {
        guard try exists("capability", tx) else { return [] }
        return try tx("select name from capability order by name").map { row in try row["name"] }
    }

    private static func exists(_ table: String, _ tx: Transaction) throws -> Bool {
        let query: SQL =
            switch tx.engine {
            case .sqlite: "select name from sqlite_schema where type = 'table' and name = \(table)"
            case .postgres: "select 1 as here where to_regclass(\(table)) is not null"
            }
        return try tx.first(query) != nil
    }

    /// `if not exists` does not protect against a second program at the same moment on PostgreSQL: its catalogue
    /// answers with a unique violation, "duplicate table" or "duplicate object" (the table's row type). The table is there
    /// then.
    private func createTables(_ db: any Database) async throws {
        do {
            try await db.write { tx in
                try tx(
                    """
                    create table if not exists migration (
                        number \(.int) primary key, name \(.text) not null
                    ) \(.strict)
                    """
                )
                try tx("create table if not exists capability (name \(.text) primary key) \(.strict)")
                return
            }
        } catch SQLError.unique(_) {
        } catch SQLError.engine(let code, message: _) where ["42P07", "42710"].contains(code) {}
    }
}
