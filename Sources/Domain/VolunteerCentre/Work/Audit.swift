package import SQL
package import Time

/// Who did what to which record, and when. Never what it said.
package enum Audit {
    package static func record(_ action: String, on subject: String, _ id: Int64, in work: UnitOfWork) throws {
        try work.tx(
            """
            insert into audit (centre_id, account_id, actor, action, subject, subject_id, at)
            values (\(work.centre.id), \(work.actor.account), \(work.actor.word), \(action), \(subject), \(id), \(work.now))
            """)
    }

    package struct Entry: Sendable, Equatable {
        package let actor: String
        package let name: String?
        package let action: String
        package let subject: String
        package let record: Int64
        package let at: Instant
    }

    /// Who did what at a centre, newest first; by a part of the person's name, of the action or of the subject when asked.
    /// - Parameter acts: the actions that a word stands for in the language of who asks.
    package static func list(
        in centre: ID<Centre>, matching words: [String], acts: (String) -> [String], page: Page, _ tx: Transaction
    ) throws -> Paged<Entry> {
        var filter: SQL = "u.centre_id = \(centre)"
        for word in words {
            let part = Folding.containing(word)
            filter += """
                 and (u.action like \(part) escape '\\' or u.subject like \(part) escape '\\' or lower(a.name) like \(part) escape '\\'
                    or cast(u.subject_id as text) = \(word)
                """
            let named = acts(word).map { act -> SQL in "\(act)" }
            filter += named.isEmpty ? ")" : " or u.action in (\(named.joined(separator: ", "))))"
        }
        let from: SQL = "from audit u left join account a on a.id = u.account_id where \(filter)"
        let rows = try tx(
            "select u.actor, a.name, u.action, u.subject, u.subject_id, u.at \(from) order by u.id desc \(page.limit)"
        ).map { row in
            Entry(
                actor: try row["actor"], name: try row["name"], action: try row["action"], subject: try row["subject"],
                record: try row["subject_id"], at: try row["at"])
        }
        return Paged(rows, page: page, total: try tx.first("select count(*) as n \(from)").map { try $0["n"] } ?? 0)
    }
}
