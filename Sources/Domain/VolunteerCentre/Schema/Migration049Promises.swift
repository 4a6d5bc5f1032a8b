import SQL

extension Migration {
    /// A promise stands as it was made: another setting counts for who responds from then on. And a link in a mail proves one address:
    /// the one it was sent to.
    static let promises = Migration(
        49, "promises",
        [
            "alter table application add column answer_days \(.int) not null default 14",
            "alter table action_link add column sent_to \(.text)",
            // She said yes by a link, at an address with somebody else's password, and never logged in.
            "alter table volunteer add column links_only \(.bool) not null default false",
        ])
}
