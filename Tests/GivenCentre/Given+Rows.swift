package import SQL

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

    package static let tables = [
        "account", "action_link", "application", "application_message", "audit", "candidate", "candidate_asked",
        "candidate_block", "candidate_found", "candidate_search",
        "centre", "centre_role",
        "centre_role_municipality", "change",
        "credential_link", "department", "fact", "favourite", "film", "finding_setting", "holiday",
        "invitation", "job", "mail",
        "match", "member_invitation", "neighbourhood", "organisation", "organisation_member", "organisation_merge",
        "organisation_version",
        "profile_view",
        "rate_limit",
        "pool_invitation", "retention_term", "saved_search", "saved_search_mailed", "session",
        "state_change",
        "text_version", "upload", "vacancy", "vacancy_tag",
        "vacancy_sharing", "vacancy_version", "volunteer", "volunteer_answer",
    ]

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
