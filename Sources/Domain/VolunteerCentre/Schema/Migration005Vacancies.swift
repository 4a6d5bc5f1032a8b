import SQL

extension Migration {
    /// Vacancies and what they are tagged with.
    static let vacancies = Migration(
        5, "vacancies",
        [
            """
            create table vacancy (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, title \(.text) not null,
                description \(.text) not null, offer \(.text) not null, hours \(.text) not null, engagement \(.text) not null,
                postcode \(.text) not null, place \(.text) not null, municipality \(.text) not null, from_home \(.bool) not null,
                language_level \(.text) not null, minimum_age \(.int), positions \(.int), interest \(.text) not null,
                publish_until \(.text), state \(.text) not null
                    check (state in ('draft', 'queued', 'published', 'offline', 'archived', 'rejected')),
                comment \(.text), search_text \(.text) not null, submission_key \(.text) not null, version \(.int) not null,
                created_at \(.int) not null, updated_at \(.int) not null, queued_at \(.int), published_at \(.int),
                unique (centre_id, id), unique (centre_id, submission_key),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id)
            ) \(.strict)
            """,
            "create index vacancy_published on vacancy (centre_id, state, published_at, id)",
            "create index vacancy_organisation on vacancy (organisation_id, updated_at, id)",
            """
            create table vacancy_tag (
                centre_id \(.int) not null, vacancy_id \(.int) not null, list \(.text) not null, slug \(.text) not null,
                primary key (vacancy_id, list, slug),
                foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
            ) \(.strict)
            """,
            "create index vacancy_tag_slug on vacancy_tag (centre_id, list, slug, vacancy_id)",
        ])
}
