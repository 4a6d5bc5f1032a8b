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
        /// What it is called now; nil for what has no name or is gone.
        package let title: String?
        package let at: Instant
    }

    /// What a typed word may stand for in the language of who asks: the names that the program gives them.
    package struct Meant: Sendable {
        package let actions: [String]
        package let subjects: [String]
        package let actors: [String]

        package init(actions: [String], subjects: [String], actors: [String]) {
            (self.actions, self.subjects, self.actors) = (actions, subjects, actors)
        }
    }

    /// Who did what at a centre, newest first; by parts of the words that its reader sees when asked.
    package static func list(
        in centre: ID<Centre>, matching words: [String], meant: (String) -> Meant, page: Page, _ tx: Transaction
    ) throws -> Paged<Entry> {
        var filter: SQL = "u.centre_id = \(centre)"
        for word in words {
            let (part, meant) = (Folding.containing(word), meant(word))
            filter += """
                 and (\(Hat.isCalled("u.account_id", in: centre, part)) or o.name_key like \(part) escape '\\'
                    or v.search_text like \(part) escape '\\' or cast(u.subject_id as text) = \(word)
                    or u.action in \(list: meant.actions) or u.subject in \(list: meant.subjects)
                    or u.account_id is null and u.actor in \(list: meant.actors))
                """
        }
        let rows: SQL = """
            audit u left join vacancy v on u.subject = 'vacancy' and v.centre_id = u.centre_id and v.id = u.subject_id
                left join organisation o on u.subject = 'organisation' and o.centre_id = u.centre_id and o.id = u.subject_id
            where \(filter)
            """
        return try Paged(page, of: rows, tx) { page in
            try tx(
                """
                select u.actor, \(Hat.name(of: "u.account_id", in: centre)) as name, u.action, u.subject, u.subject_id, coalesce(v.title, o.name,
                        case when u.subject = 'account' then \(Hat.name(of: "u.subject_id", in: centre)) end) as title, u.at
                from \(rows)
                order by u.id desc \(page.limit)
                """
            ).map { row in
                Entry(
                    actor: try row["actor"], name: try row["name"], action: try row["action"],
                    subject: try row["subject"], record: try row["subject_id"], title: try row["title"],
                    at: try row["at"])
            }
        }
    }
}
