import SQL

extension Migration {
    /// A message is made once. Those of before have no key, and differ all the same.
    static let messageKeys = Migration(
        34, "message_keys",
        [
            "alter table application_message add column submission_key \(.text)",
            "create unique index application_message_key on application_message (application_id, submission_key)",
        ])
}
