import SQL

extension Migration {
    /// Responses.
    static let applications = Migration(
        6, "applications",
        [
            """
            create table application (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, vacancy_id \(.int) not null,
                kind \(.text) not null check (kind in ('guest', 'account')), name \(.text) not null, email \(.text) not null,
                phone \(.text) not null, message \(.text) not null, language \(.text) not null,
                state \(.text) not null check (state in ('new', 'in_conversation', 'matched', 'declined', 'withdrawn')),
                submission_key \(.text) not null, created_at \(.int) not null,
                unique (centre_id, id), unique (centre_id, submission_key),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id),
                foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
            ) \(.strict)
            """,
            "create index application_organisation on application (organisation_id, created_at, id)",
            "create index application_vacancy on application (vacancy_id, created_at, id)",
        ])
}
