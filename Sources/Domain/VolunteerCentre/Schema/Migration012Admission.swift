import SQL

extension Migration {
    /// The centre's criteria for organisations, and of which municipalities its people hear.
    static let admission = Migration(
        12, "admission",
        [
            "alter table centre add column criteria \(.text) not null default ''",
            "alter table organisation add column criteria_met \(.text)",
            """
            create table centre_role_municipality (
                centre_id \(.int) not null, account_id \(.int) not null, name \(.text) not null,
                primary key (centre_id, account_id, name),
                foreign key (centre_id, account_id) references centre_role (centre_id, account_id)
            ) \(.strict)
            """,
        ])
}
