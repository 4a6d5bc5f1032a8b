import SQL

extension Migration {
    /// What somebody was before: addresses to which mails went that are hers, and the names of colleagues in the log.
    static let former = Migration(
        57, "former",
        [
            """
            create table former_address (
                id \(.id), account_id \(.int) not null references account (id), email \(.text) not null, at \(.int) not null
            ) \(.strict)
            """,
            "create index former_address_account on former_address (account_id)",
            """
            create table former_staff (
                centre_id \(.int) not null references centre (id), account_id \(.int) not null, name \(.text) not null,
                name_key \(.text) not null, primary key (centre_id, account_id)
            ) \(.strict)
            """,
        ])
}
