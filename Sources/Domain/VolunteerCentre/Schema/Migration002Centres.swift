import SQL

extension Migration {
    /// Centres and their municipalities.
    static let centres = Migration(
        2, "centres",
        [
            """
            create table centre (
                id \(.id), slug \(.text) not null unique, name \(.text) not null, host \(.text) unique,
                language \(.text) not null, country \(.text) not null, time_zone \(.text) not null,
                email \(.text) not null, phone \(.text) not null, address \(.text) not null, opening_hours \(.text) not null,
                intro \(.text) not null, brand \(.text) not null, accent \(.text) not null, logo \(.text),
                edits_return_to_queue \(.bool) not null, created_at \(.int) not null
            ) \(.strict)
            """,
            """
            create table centre_municipality (
                centre_id \(.int) not null references centre (id), name \(.text) not null, position \(.int) not null,
                primary key (centre_id, name)
            ) \(.strict)
            """,
        ])
}
