import SQL

extension Migration {
    /// A changed text of a vacancy that is online waits beside the approved one: under which version it is kept, since when the
    /// centre has to look at it (not any more once it was returned), and the picture that nobody may throw away meanwhile.
    static let pendingTexts = Migration(
        36, "pending_texts",
        [
            "alter table vacancy add column pending_version \(.int)",
            "alter table vacancy add column pending_at \(.int)",
            "alter table vacancy add column pending_picture_id \(.int) references upload (id)",
            "create index vacancy_pending on vacancy (centre_id, pending_at)",
        ])
}
