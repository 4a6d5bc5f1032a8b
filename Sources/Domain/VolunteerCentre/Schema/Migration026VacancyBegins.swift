import SQL

extension Migration {
    /// From when on a vacancy needs people.
    static let vacancyBegins = Migration(26, "vacancy_begins", ["alter table vacancy add column begins_on \(.text)"])
}
