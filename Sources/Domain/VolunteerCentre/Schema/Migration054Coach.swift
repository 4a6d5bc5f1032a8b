import SQL

extension Migration {
    /// What the vacancy coach of a centre does not look at, by the names of its rules.
    static let coach = Migration(54, "coach", ["alter table centre add column coach_off \(.text) not null default ''"])
}
