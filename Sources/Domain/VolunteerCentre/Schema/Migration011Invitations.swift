import SQL

extension Migration {
    /// Volunteers of last time, asked again.
    static let invitations = Migration(
        11, "invitations",
        [
            """
            create table invitation (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, vacancy_id \(.int) not null,
                volunteer_id \(.int) not null, text \(.text) not null, state \(.text) not null
                    check (state in ('open', 'accepted', 'declined')), day \(.text) not null, created_at \(.int) not null,
                unique (vacancy_id, volunteer_id, day),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id),
                foreign key (centre_id, vacancy_id) references vacancy (centre_id, id),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
            ) \(.strict)
            """,
            "create index invitation_volunteer on invitation (volunteer_id, created_at, id)",
        ])
}
