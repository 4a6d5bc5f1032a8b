import SQL

extension Migration {
    /// A new e-mail address that waits until its owner presses the button in a mail to it.
    static let addressChanges = Migration(
        39, "address_changes",
        [
            """
            create table address_change (
                id \(.id), centre_id \(.int) not null references centre (id), account_id \(.int) not null references account (id),
                email \(.text) not null, email_key \(.text) not null, created_at \(.int) not null
            ) \(.strict)
            """,
            "create index address_change_account on address_change (account_id)",
        ])
}
