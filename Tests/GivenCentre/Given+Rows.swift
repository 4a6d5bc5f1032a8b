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
