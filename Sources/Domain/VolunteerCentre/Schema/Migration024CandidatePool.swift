import SQL

extension Migration {
    /// Who chose to be found, and who was asked.
    static let candidatePool = Migration(
        24, "candidate_pool",
        [
            """
            create table candidate (
                volunteer_id \(.int) primary key, centre_id \(.int) not null, code \(.text) not null unique, alias \(.text) not null,
                introduction \(.text) not null, joined_at \(.int) not null, asked \(.int) not null default 0,
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
            ) \(.strict)
            """,
            "create index candidate_centre on candidate (centre_id, volunteer_id)",
            """
            create table candidate_block (
                centre_id \(.int) not null, volunteer_id \(.int) not null, organisation_id \(.int) not null,
                primary key (volunteer_id, organisation_id),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id)
            ) \(.strict)
            """,
            "create index candidate_block_organisation on candidate_block (organisation_id)",
            // Who was asked by whom and when: it counts on when the vacancy, and the invitation with it, is deleted.
            """
            create table candidate_asked (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, volunteer_id \(.int) not null, at \(.int) not null,
                foreign key (centre_id, organisation_id) references organisation (centre_id, id),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
            ) \(.strict)
            """,
            "create index candidate_asked_volunteer on candidate_asked (volunteer_id, at)",
            "create index candidate_asked_organisation on candidate_asked (organisation_id, at)",
            """
            create table pool_invitation (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, vacancy_id \(.int) not null,
                volunteer_id \(.int) not null, alias \(.text) not null, text \(.text) not null,
                state \(.text) not null check (state in ('open', 'accepted', 'not_now', 'never')), created_at \(.int) not null,
                unique (vacancy_id, volunteer_id),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id),
                foreign key (centre_id, vacancy_id) references vacancy (centre_id, id),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
            ) \(.strict)
            """,
            "create index pool_invitation_volunteer on pool_invitation (volunteer_id, created_at, id)",
            "create index pool_invitation_organisation on pool_invitation (organisation_id, created_at, id)",
        ])
}
