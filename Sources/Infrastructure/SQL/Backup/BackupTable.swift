/// A table as the engine's own catalogue describes it.
struct BackupTable {
    let name: String
    var columns: [BackupTableLine.Column]
    /// The columns of the primary key, in its order.
    let key: [String]
    /// The column whose numbers the engine gives out.
    let identity: String?

    /// All tables of the database but the engine's own, by name. - Throws: `otherTable` for a type that is none of
    /// `Kind`.
    static func all(_ tx: Transaction) throws -> [BackupTable] {
        let tables: SQL =
            switch tx.engine {
            case .sqlite: "select name from sqlite_schema where type = 'table' and substr(name, 1, 7) <> 'sqlite_'"
            case .postgres:
                """
                select relname as name from pg_class
                where relkind = 'r' and relnamespace = to_regnamespace(current_schema())
                """
            }
        let names: [String] = try tx(tables).map { row in try row["name"] }
        return try names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { try BackupTable($0, tx) }
    }

    private init(_ name: String, _ tx: Transaction) throws {
        let rows = try tx(tx.engine == .sqlite ? Self.sqliteColumns(name) : Self.postgresColumns(name))
        var columns: [BackupTableLine.Column] = []
        var key: [(place: Int, column: String)] = []
        var identity: String?
        for row in rows {
            let column: String = try row["name"]
            guard let kind = Self.kinds[try row["type"]] else { throw BackupError.otherTable(name) }
            columns.append(BackupTableLine.Column(name: column, kind: kind))
            if let place: Int = try row["key_place"], place > 0 { key.append((place, column)) }
            if try row["is_identity"] { identity = column }
        }
        self.name = name
        self.columns = columns
        self.key = key.sorted { $0.place < $1.place }.map(\.column)
        self.identity = identity
    }

    /// The tokens' spellings on both engines. On SQLite `INT` is a boolean and `INTEGER` a number: see the token.
    private static let kinds: [String: Kind] = [
        "INT": .bool, "INTEGER": .int, "REAL": .real, "TEXT": .text, "BLOB": .blob,
        "bool": .bool, "int8": .int, "int4": .int, "float8": .real, "text": .text, "bytea": .blob,
    ]

    private static func sqliteColumns(_ table: String) -> SQL {
        """
        select info.name, upper(info.type) as type, info.pk as key_place,
            info.pk = 1 and instr(lower(tables.sql), ' autoincrement') > 0 as is_identity
        from pragma_table_xinfo(\(table)) info
        join sqlite_schema tables on tables.name = \(table) and tables.type = 'table'
        where info.hidden = 0 order by info.cid
        """
    }

    private static func postgresColumns(_ table: String) -> SQL {
        """
        select a.attname as name, t.typname as type, a.attidentity <> '' as is_identity,
            array_position(cast(i.indkey as smallint[]), a.attnum) + 1 as key_place
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_type t on t.oid = a.atttypid
        left join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relname = \(table) and c.relnamespace = to_regnamespace(current_schema())
            and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum
        """
    }

    /// All rows in an order that does not depend on the engine.
    var rows: SQL {
        let order: [SQL] = (key.isEmpty ? columns.map(\.name) : key).map { "\(name: $0) nulls first" }
        return "select \(names) from \(name: name) order by \(order.joined(separator: ", "))"
    }

    func isEmpty(_ tx: Transaction) throws -> Bool {
        try tx.first("select 1 as one from \(name: name) limit 1") == nil
    }

    func insert(_ rows: [[Value]]) -> SQL {
        let lines = rows.map { row -> SQL in
            "(\(row.map { "\(raw: $0)" as SQL }.joined(separator: ", ")))"
        }
        return "insert into \(name: name) (\(names)) values \(lines.joined(separator: ", "))"
    }

    private var names: SQL { columns.map { "\(name: $0.name)" as SQL }.joined(separator: ", ") }

    /// The highest number given out, also when its row is gone; nil for tables without numbers.
    func lastNumber(_ tx: Transaction) throws -> Int64? {
        guard let identity else { return nil }
        let counter: SQL =
            switch tx.engine {
            case .sqlite: "select seq as n from sqlite_sequence where name = \(name)"
            case .postgres: "select pg_sequence_last_value(cast(\(sequence(identity)) as regclass)) as n"
            }
        let given: Int64? = try tx.first(counter)?["n"]
        // A row with a number of its own does not move the counter on PostgreSQL.
        let highest: Int64? = try tx.first("select max(\(name: identity)) as n from \(name: name)")?["n"]
        return max(given ?? 0, highest ?? 0)
    }

    /// From here on the engine gives out higher numbers. On PostgreSQL this is not undone by a roll-back.
    func setLastNumber(_ number: Int64, _ tx: Transaction) throws {
        guard let identity, number > 0 else { return }
        switch tx.engine {
        case .sqlite:
            if try tx.run("update sqlite_sequence set seq = \(number) where name = \(name)") == 0 {
                try tx("insert into sqlite_sequence (name, seq) values (\(name), \(number))")
            }
        case .postgres: try tx("select setval(cast(\(sequence(identity)) as regclass), \(number))")
        }
    }

    private func sequence(_ column: String) -> SQL { "pg_get_serial_sequence(quote_ident(\(name)), \(column))" }
}
