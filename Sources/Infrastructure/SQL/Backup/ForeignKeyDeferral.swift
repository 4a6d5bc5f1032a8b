/// Lets rows come before the rows they point to, until the end of the transaction: tables may point at each other and
/// at themselves, so no order of tables is always right.
struct ForeignKeyDeferral {
    private struct Constraint {
        let table: String
        let name: String
        let wasDeferrable: Bool
    }

    private let tx: Transaction
    /// On PostgreSQL: those that were checked at once.
    private let constraints: [Constraint]

    init(_ tx: Transaction) throws {
        self.tx = tx
        guard tx.engine == .postgres else {
            constraints = []
            try tx("pragma defer_foreign_keys = on")
            return
        }
        let rows = try tx(
            """
            select c.relname as table_name, k.conname as name, k.condeferrable as was_deferrable
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where k.contype = 'f' and not k.condeferred and c.relnamespace = to_regnamespace(current_schema())
            """)
        constraints = try rows.map { row in
            Constraint(table: try row["table_name"], name: try row["name"], wasDeferrable: try row["was_deferrable"])
        }
        for constraint in constraints { try alter(constraint, "deferrable initially deferred") }
    }

    /// Checks everything now (SQLite: at the commit) and puts the constraints back as they were.
    func end() throws {
        guard tx.engine == .postgres else { return }
        try tx("set constraints all immediate")
        for constraint in constraints {
            try alter(constraint, constraint.wasDeferrable ? "deferrable initially immediate" : "not deferrable")
        }
    }

    private func alter(_ constraint: Constraint, _ timing: SQL) throws {
        try tx("alter table \(name: constraint.table) alter constraint \(name: constraint.name) \(timing)")
    }
}
