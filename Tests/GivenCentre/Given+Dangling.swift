import Composition
import SQL
import VolunteerCentre

extension Given {
    /// Columns that still name a record which is gone, and links in mails that would lead to one: none after any erasing.
    package func dangling() async throws -> [String] {
        let tables = Capabilities.all.tables
        return try await database.read { tx in
            var found: [String] = []
            for table in tables {
                for reference in table.references {
                    if case .stays = reference.erasing { continue }
                    let row = try tx.first(
                        """
                        select count(*) as n from \(name: table.name) where \(name: reference.column) is not null
                            and \(name: reference.column) not in (select id from \(name: reference.table))
                        """)
                    if try row?["n"] != 0 { found.append("\(table.name).\(reference.column)") }
                }
                if let subject = table.subject {
                    let row = try tx.first(
                        """
                        select count(*) as n from state_change where subject = \(subject)
                            and subject_id not in (select id from \(name: table.name))
                        """)
                    if try row?["n"] != 0 { found.append("history of \(table.name)") }
                }
                for purpose in table.links {
                    let row = try tx.first(
                        """
                        select count(*) as n from action_link where purpose = \(purpose)
                            and subject_id not in (select id from \(name: table.name))
                        """)
                    if try row?["n"] != 0 { found.append("links to \(table.name)") }
                }
            }
            return found
        }
    }
}
