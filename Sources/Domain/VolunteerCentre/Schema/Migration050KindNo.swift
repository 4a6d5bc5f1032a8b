import SQL

extension Migration {
    /// Why a response was closed, as one of a list; that it was closed and nobody was told yet; and who is handed back to the centre.
    static let kindNo = Migration(
        50, "kind_no",
        [
            "alter table state_change add column cause \(.text)",
            "alter table application add column closing_from \(.text)",
            "alter table application add column closing_due \(.int)",
            "alter table application add column handed_back_at \(.int)",
            "alter table application add column helped_at \(.int)",
            "create index application_closing on application (centre_id, vacancy_id) where closing_due is not null",
            """
            create index application_handed_back on application (centre_id, handed_back_at, id)
            where handed_back_at is not null and helped_at is null
            """,
        ])
}
