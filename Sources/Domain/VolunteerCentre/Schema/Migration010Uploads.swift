import SQL

extension Migration {
    /// Pictures in two sizes, as rows: every web node has them and every backup holds them.
    static let uploads = Migration(
        10, "uploads",
        [
            """
            create table upload (
                id \(.id), centre_id \(.int) not null references centre (id), organisation_id \(.int), hash \(.text) not null,
                card \(.blob) not null, page \(.blob) not null, created_at \(.int) not null,
                unique (centre_id, organisation_id, hash)
            ) \(.strict)
            """,
            "alter table organisation add column logo_id \(.int) references upload (id)",
            "alter table vacancy add column picture_id \(.int) references upload (id)",
            "alter table vacancy add column picture_alt \(.text)",
        ])
}
