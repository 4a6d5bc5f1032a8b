import SQL

extension Migration {
    /// What organisations asked of the pool, and whom they were shown.
    static let candidatesFound = Migration(
        32, "candidates_found",
        [
            """
            create table candidate_search (
                centre_id \(.int) not null, organisation_id \(.int) not null, account_id \(.int), day \(.text) not null,
                question \(.text) not null,
                primary key (organisation_id, day, question),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id)
            ) \(.strict)
            """,
            """
            create table candidate_found (
                centre_id \(.int) not null, volunteer_id \(.int) not null, organisation_id \(.int) not null, day \(.text) not null,
                primary key (organisation_id, day, volunteer_id),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id)
            ) \(.strict)
            """,
            "create index candidate_found_volunteer on candidate_found (volunteer_id, day)",
        ])
}
