import SQL

extension Migration {
    /// How long each centre keeps what, and since when volunteers have not been seen.
    static let retention = Migration(
        14, "retention",
        [
            """
            create table retention_term (
                centre_id \(.int) not null references centre (id), rule \(.text) not null, days \(.int) not null,
                primary key (centre_id, rule)
            ) \(.strict)
            """,
            "alter table volunteer add column seen_at \(.int) not null default 0",
            "alter table volunteer add column asked_at \(.int)",
            "alter table volunteer add column asked_again_at \(.int)",
            // The best that is known of before; nobody is erased without having been asked twice.
            """
            update volunteer set seen_at = coalesce((select max(s.seen_at) from session s
                where s.account_id = volunteer.account_id and s.centre_id = volunteer.centre_id), created_at)
            """,
            "create index volunteer_seen on volunteer (centre_id, seen_at, id)",
            "create index mail_receiver on mail (centre_id, to_address)",
        ])
}
