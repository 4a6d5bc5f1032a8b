import SQL

extension Migration {
    /// Whose organisations and municipalities are whose, and who stands in.
    static let consultants = Migration(
        20, "consultants",
        [
            "alter table organisation add column consultant_id \(.int) references account (id)",
            "create index organisation_consultant on organisation (consultant_id)",
            "alter table centre_role add column away_until \(.text)",
            "alter table centre_role add column replacement_id \(.int) references account (id)",
        ])
}
