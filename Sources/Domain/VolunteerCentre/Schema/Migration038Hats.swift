import SQL

extension Migration {
    /// The name stands on the hat (decision 6): what somebody is called as a volunteer, at an organisation and at a centre is
    /// three things, and several volunteers may share an address. A session knows which hat it wears.
    static let hats = Migration(
        38, "hats",
        [
            "alter table centre_role add column name \(.text) not null default ''",
            "alter table centre_role add column name_key \(.text) not null default ''",
            "update centre_role set name = \(name), name_key = \(key)",
            "alter table organisation_member add column name \(.text) not null default ''",
            "alter table organisation_member add column name_key \(.text) not null default ''",
            "update organisation_member set name = \(name), name_key = \(key)",
            "alter table volunteer add column name \(.text) not null default ''",
            "alter table volunteer add column name_key \(.text) not null default ''",
            "update volunteer set name = \(name), name_key = \(key)",
            "alter table credential_link add column name \(.text) not null default ''",
            "update credential_link set name = \(name)",
            "alter table account drop column name",
            "alter table account drop column name_key",
            // Numbers alone: a hat that is gone is not worn, and nothing has to be told of it.
            "alter table session add column organisation_id \(.int)",
            "alter table session add column volunteer_id \(.int)",
        ], convert: share)

    private static let name: SQL = "(select a.name from account a where a.id = account_id)"
    private static let key: SQL = "(select a.name_key from account a where a.id = account_id)"

    /// One account, several volunteers. SQLite cannot take a constraint away: the table is made again, and what points to its
    /// rows is checked at the end.
    private static func share(_ tx: Transaction) throws {
        guard tx.engine == .sqlite else {
            try tx("alter table volunteer drop constraint volunteer_centre_id_account_id_key")
            return
        }
        let columns: SQL = """
            id, centre_id, account_id, phone, place, about, shares_phone, shares_place, shares_about, created_at, seen_at,
                asked_at, asked_again_at, paused_until, name, name_key
            """
        try tx("pragma defer_foreign_keys = on")
        try tx("create table volunteer_kept as select \(columns) from volunteer")
        try tx("drop table volunteer")
        try tx(
            """
            create table volunteer (
                id \(.id), centre_id \(.int) not null references centre (id), account_id \(.int) not null references account (id),
                phone \(.text) not null, place \(.text) not null, about \(.text) not null, shares_phone \(.bool) not null,
                shares_place \(.bool) not null, shares_about \(.bool) not null, created_at \(.int) not null,
                seen_at \(.int) not null default 0, asked_at \(.int), asked_again_at \(.int), paused_until \(.text),
                name \(.text) not null default '', name_key \(.text) not null default '', unique (centre_id, id)
            ) \(.strict)
            """)
        try tx("insert into volunteer (\(columns)) select \(columns) from volunteer_kept")
        try tx("drop table volunteer_kept")
        try tx("create index volunteer_account on volunteer (account_id)")
        try tx("create index volunteer_seen on volunteer (centre_id, seen_at, id)")
    }
}
