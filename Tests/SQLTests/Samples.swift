import SQL

/// The schema of these tests.
enum Samples {
    static let migrations = [
        Migration(
            1, "shop",
            [
                """
                create table owner (
                    id \(.id), name \(.text) not null unique check (length(name) <= 5000),
                    parent_id \(.int) references owner (id)
                ) \(.strict)
                """,
                """
                create table thing (
                    id \(.id), owner_id \(.int) not null references owner (id),
                    n \(.int) not null default 0 check (n >= 0),
                    open \(.bool) not null default false, weight \(.real),
                    note \(.text), picture \(.blob), until \(.text)
                ) \(.strict)
                """,
                "create table counter (name \(.text) primary key, n \(.int) not null) \(.strict)",
            ]),
        Migration(2, "changes", ChangeFeed.schema),
    ]
}

struct Owner: Sendable {}

/// Something to throw that no engine throws.
struct Deliberate: Error {}
