import SQL
import VolunteerCentre

extension Migration {
    /// Films of a centre.
    static let films = Migration(
        19, "films",
        [
            """
            create table film (
                id \(.id), centre_id \(.int) not null references centre (id),
                place \(.text) not null check (place in ('registration', 'questions')), title \(.text) not null,
                address \(.text), hash \(.text), media_type \(.text), size \(.int), captions \(.text), created_at \(.int) not null
            ) \(.strict)
            """,
            "create index film_place on film (centre_id, place, id)",
            // In parts, so that a player that jumps to the middle makes us read no more than it asked.
            """
            create table film_part (
                film_id \(.int) not null references film (id), number \(.int) not null, bytes \(.blob) not null,
                primary key (film_id, number)
            ) \(.strict)
            """,
        ])
}
