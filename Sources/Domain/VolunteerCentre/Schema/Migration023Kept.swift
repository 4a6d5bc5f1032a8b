import SQL

extension Migration {
    /// Vacancies and searches that volunteers keep.
    static let kept = Migration(
        23, "kept",
        [
            """
            create table favourite (
                centre_id \(.int) not null, volunteer_id \(.int) not null, vacancy_id \(.int) not null, created_at \(.int) not null,
                primary key (volunteer_id, vacancy_id),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id),
                foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
            ) \(.strict)
            """,
            "create index favourite_vacancy on favourite (vacancy_id)",
            """
            create table saved_search (
                id \(.id), centre_id \(.int) not null, volunteer_id \(.int) not null, question \(.text),
                frequency \(.text) not null check (frequency in ('never', 'daily', 'weekly')), created_at \(.int) not null,
                asked_at \(.int) not null, news_from \(.int) not null, unique (centre_id, id),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
            ) \(.strict)
            """,
            "create unique index saved_search_question on saved_search (volunteer_id, coalesce(question, ''))",
            "create index saved_search_due on saved_search (centre_id, frequency, id)",
            """
            create table saved_search_mailed (
                saved_search_id \(.int) not null references saved_search (id), vacancy_id \(.int) not null,
                primary key (saved_search_id, vacancy_id)
            ) \(.strict)
            """,
            // Until this day she is left in peace.
            "alter table volunteer add column paused_until \(.text)",
        ])
}
