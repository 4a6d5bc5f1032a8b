import SQL

extension Migration {
    /// Two profiles of one person that became one, and which row of which table came along, so that it can be taken back; and
    /// pairs that somebody looked at and who are two people.
    static let doubles = Migration(
        55, "doubles",
        [
            "alter table volunteer add column merged_into \(.int) references volunteer (id)",
            "create index volunteer_merged on volunteer (merged_into)",
            """
            create table volunteer_merge (
                id \(.id), centre_id \(.int) not null references centre (id), from_id \(.int) not null unique references volunteer (id),
                into_id \(.int) not null references volunteer (id), before \(.text) not null, account_id \(.int), at \(.int) not null
            ) \(.strict)
            """,
            "create index volunteer_merge_into on volunteer_merge (into_id)",
            "create index volunteer_merge_at on volunteer_merge (centre_id, at)",
            """
            create table volunteer_merge_row (
                merge_id \(.int) not null references volunteer_merge (id), name \(.text) not null, row_key \(.text) not null,
                primary key (merge_id, name, row_key)
            ) \(.strict)
            """,
            """
            create table two_people (
                centre_id \(.int) not null references centre (id), first_id \(.int) not null references volunteer (id),
                second_id \(.int) not null references volunteer (id), account_id \(.int), at \(.int) not null,
                primary key (first_id, second_id)
            ) \(.strict)
            """,
            "create index two_people_second on two_people (second_id)",
        ])
}
