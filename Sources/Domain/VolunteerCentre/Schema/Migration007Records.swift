import SQL

extension Migration {
    /// What happened: steps of states, the log, facts without persons.
    static let records = Migration(
        7, "records",
        [
            """
            create table state_change (
                id \(.id), centre_id \(.int) not null references centre (id), subject \(.text) not null, subject_id \(.int) not null,
                from_state \(.text), to_state \(.text) not null, account_id \(.int), reason \(.text), at \(.int) not null
            ) \(.strict)
            """,
            "create index state_change_subject on state_change (centre_id, subject, subject_id, id)",
            """
            create table audit (
                id \(.id), centre_id \(.int) references centre (id), account_id \(.int), actor \(.text) not null, action \(.text) not null,
                subject \(.text) not null, subject_id \(.int) not null, at \(.int) not null
            ) \(.strict)
            """,
            "create index audit_centre on audit (centre_id, id)",
            """
            create table fact (
                id \(.id), centre_id \(.int) not null references centre (id), kind \(.text) not null, date \(.text) not null,
                municipality \(.text) not null, interest \(.text) not null, channel \(.text) not null
            ) \(.strict)
            """,
            "create index fact_kind on fact (centre_id, kind, date)",
        ])
}
