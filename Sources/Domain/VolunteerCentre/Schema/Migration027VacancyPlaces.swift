import SQL

extension Migration {
    /// Several places, languages, groups and neighbourhoods of a vacancy.
    static let vacancyPlaces = Migration(
        27, "vacancy_places",
        [
            """
            create table neighbourhood (
                id \(.id), centre_id \(.int) not null references centre (id), name \(.text) not null, shape \(.text) not null,
                unique (centre_id, name)
            ) \(.strict)
            """,
            "alter table vacancy add column other_places \(.text) not null default ''",
            "alter table vacancy add column neighbourhood \(.text) not null default ''",
            "alter table vacancy add column group_size \(.int)",
        ])
}
