import SQL

extension Migration {
    /// What a vacancy needs between being typed and being archived: earlier versions, links that act, the centre's choices.
    static let vacancyLife = Migration(
        8, "vacancy_life",
        [
            """
            create table vacancy_version (
                centre_id \(.int) not null, vacancy_id \(.int) not null, version \(.int) not null, content \(.text) not null,
                account_id \(.int), at \(.int) not null,
                primary key (vacancy_id, version),
                foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
            ) \(.strict)
            """,
            "alter table vacancy add column approved_version \(.int)",
            "alter table centre add column reactivation_returns_to_queue \(.bool) not null default false",
            """
            create table action_link (
                id \(.id), token_hash \(.text) not null unique, centre_id \(.int) not null references centre (id),
                purpose \(.text) not null, subject_id \(.int) not null, account_id \(.int), created_at \(.int) not null,
                expires_at \(.int) not null, used_at \(.int)
            ) \(.strict)
            """,
            "create index action_link_subject on action_link (centre_id, purpose, subject_id)",
            // People look for the newest mail; its number follows the order of writing, not of the clock.
            "drop index mail_list",
            "create index mail_list on mail (centre_id, state, created_at, id)",
            "create index mail_all on mail (centre_id, created_at, id)",
        ])
}
