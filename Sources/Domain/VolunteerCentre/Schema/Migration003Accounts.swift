import SQL

extension Migration {
    /// People who log in: accounts, roles at a centre, sessions, links to set a password, attempts counted.
    static let accounts = Migration(
        3, "accounts",
        [
            """
            create table account (
                id \(.id), email \(.text) not null, email_key \(.text) not null unique, name \(.text) not null,
                password_hash \(.text), language \(.text) not null, created_at \(.int) not null
            ) \(.strict)
            """,
            """
            create table centre_role (
                centre_id \(.int) not null references centre (id), account_id \(.int) not null references account (id),
                role \(.text) not null check (role in ('desk', 'mediator', 'administrator')), created_at \(.int) not null,
                primary key (centre_id, account_id)
            ) \(.strict)
            """,
            "create index centre_role_account on centre_role (account_id)",
            """
            create table session (
                id \(.id), token_hash \(.text) not null unique, account_id \(.int) not null references account (id),
                centre_id \(.int) not null references centre (id), created_at \(.int) not null, seen_at \(.int) not null,
                expires_at \(.int) not null
            ) \(.strict)
            """,
            "create index session_account on session (account_id)",
            "create index session_expires on session (expires_at)",
            """
            create table credential_link (
                id \(.id), token_hash \(.text) not null unique, account_id \(.int) not null references account (id),
                centre_id \(.int) not null references centre (id), purpose \(.text) not null check (purpose in ('invitation', 'reset')),
                created_at \(.int) not null, expires_at \(.int) not null, used_at \(.int)
            ) \(.strict)
            """,
            "create index credential_link_account on credential_link (account_id)",
            // Behind the web toolkit's rate limits.
            """
            create table rate_limit (
                key_hash \(.text) primary key, count \(.int) not null, expires_at \(.int) not null
            ) \(.strict)
            """,
            "create index rate_limit_expires on rate_limit (expires_at)",
        ])
}
