import SQL

/// The table behind the web toolkit's rate limits; it stands here because the domain owns every migration.
enum RateLimitTable {
    static let table: SQL = """
        create table rate_limit (
            key_hash \(.text) primary key, count \(.int) not null, expires_at \(.int) not null
        ) \(.strict)
        """
    static let index: SQL = "create index rate_limit_expires on rate_limit (expires_at)"
}
