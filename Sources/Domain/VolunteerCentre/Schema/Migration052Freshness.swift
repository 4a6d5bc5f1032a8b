import SQL

extension Migration {
    /// When an organisation said that a vacancy is still right, when it was asked, and since when it stands at the end of the list.
    static let freshness = Migration(
        52, "freshness",
        [
            "alter table vacancy add column confirmed_at \(.int)",
            "alter table vacancy add column asked_at \(.int)",
            "alter table vacancy add column sunk_at \(.int)",
            "alter table centre add column unconfirmed_goes_offline \(.bool) not null default false",
        ])
}
