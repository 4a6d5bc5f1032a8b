import SQL

extension Migration {
    /// When an organisation or the centre is away.
    static let holidays = Migration(
        18, "holidays",
        [
            """
            create table holiday (
                id \(.id), centre_id \(.int) not null references centre (id), organisation_id \(.int),
                begins_on \(.text) not null, ends_on \(.text) not null, created_at \(.int) not null,
                foreign key (centre_id, organisation_id) references organisation (centre_id, id)
            ) \(.strict)
            """,
            "create index holiday_days on holiday (centre_id, organisation_id, ends_on)",
        ])
}
