import Composition
package import SQL
import VolunteerCentre

extension Given {
    package func rows(_ sql: SQL) async throws -> [Row] { try await database.read { tx in try tx(sql) } }

    package func count(_ table: String, where condition: SQL = "1 = 1") async throws -> Int {
        let row = try await database.read { tx in
            try tx.first("select count(*) as n from \(name: table) where \(condition)")
        }
        return try row?["n"] ?? 0
    }

    /// How many rows every table has: for tests that nothing was written at all.
    package func counts() async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in Self.tables { counts[table] = try await count(table) }
        return counts
    }

    /// What every table says, as one mark each: for tests that nothing was changed at all. The engines do the work, since it is
    /// asked for a thousand times: SQLite counts every row that its one writer ever touched, PostgreSQL hashes the rows.
    package func contents() async throws -> [String: String] {
        let tables = Self.tables
        return try await database.write { tx in
            switch tx.engine {
            case .sqlite:
                let touched: Int = try tx.first("select total_changes() as n")?["n"] ?? 0
                return ["every table": "\(touched)"]
            case .postgres:
                let parts = tables.map { table -> SQL in
                    """
                    select \(table) as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark
                    from \(name: table) t
                    """
                }
                let rows = try tx(parts.joined(separator: " union all "))
                return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["name"], try $0["mark"]) })
            }
        }
    }

    /// Every table but the lists of the migrator, from the catalogue.
    package static let tables = Capabilities.all.tables.map(\.name).filter {
        !["migration", "capability"].contains($0)
    }

    /// The texts of one column, in order of id.
    package func texts(_ column: String, of table: String, where condition: SQL = "1 = 1") async throws -> [String] {
        try await database.read { tx in
            try tx("select \(name: column) as text from \(name: table) where \(condition) order by id").map {
                let text: String? = try $0["text"]
                return text ?? ""
            }
        }
    }
}
