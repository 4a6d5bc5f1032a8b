import SQL

extension Migration {
    /// Mails and pages in the centre's own words, with their history.
    static let texts = Migration(
        13, "texts",
        [
            // Without a body: back to the standard text, or, of a page that the centre added, taken away.
            """
            create table text_version (
                id \(.id), centre_id \(.int) not null references centre (id), kind \(.text) not null check (kind in ('mail', 'page')),
                name \(.text) not null, language \(.text) not null, title \(.text) not null, body \(.text), button \(.text) not null,
                account_id \(.int) references account (id), at \(.int) not null
            ) \(.strict)
            """,
            "create index text_version_newest on text_version (centre_id, kind, name, language, id)",
        ])
}
