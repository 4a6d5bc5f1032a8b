import SQL

extension Migration {
    /// What was archived or written a moment ago can be taken back.
    static let undo = Migration(
        51, "undo",
        [
            "alter table vacancy add column archived_from \(.text)",
            "alter table vacancy add column archived_at \(.int)",
            "alter table vacancy add column archived_pending_at \(.int)",
            "alter table application_message add column taken_back_at \(.int)",
        ])
}
