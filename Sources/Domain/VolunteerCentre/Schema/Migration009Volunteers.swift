import SQL

extension Migration {
    /// Volunteers, conversations, matches, looks at profiles.
    static let volunteers = Migration(
        9, "volunteers",
        [
            """
            create table volunteer (
                id \(.id), centre_id \(.int) not null references centre (id), account_id \(.int) not null references account (id),
                phone \(.text) not null, place \(.text) not null, about \(.text) not null, shares_phone \(.bool) not null,
                shares_place \(.bool) not null, shares_about \(.bool) not null, created_at \(.int) not null,
                unique (centre_id, id), unique (centre_id, account_id)
            ) \(.strict)
            """,
            "create index volunteer_account on volunteer (account_id)",
            "alter table credential_link add column makes_volunteer \(.bool) not null default false",
            "alter table credential_link add column return_path \(.text)",
            "alter table application add column volunteer_id \(.int) references volunteer (id)",
            "alter table application add column party \(.text) not null default 'single'",
            "alter table application add column party_size \(.int)",
            "alter table application add column channel \(.text) not null default 'web'",
            "alter table application add column name_key \(.text) not null default ''",
            // Good enough for what was there before: new rows are folded by the program.
            "update application set name_key = lower(name)",
            "create index application_volunteer on application (volunteer_id, created_at, id)",
            """
            create table application_message (
                id \(.id), centre_id \(.int) not null, application_id \(.int) not null,
                author \(.text) not null check (author in ('organisation', 'volunteer')), account_id \(.int), text \(.text) not null,
                at \(.int) not null,
                foreign key (centre_id, application_id) references application (centre_id, id)
            ) \(.strict)
            """,
            "create index application_message_application on application_message (application_id, id)",
            """
            create table match (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, vacancy_id \(.int) not null,
                application_id \(.int) not null, volunteer_id \(.int) not null, begins_on \(.text) not null, ends_on \(.text),
                state \(.text) not null check (state in ('active', 'ended', 'cancelled')), created_at \(.int) not null,
                unique (centre_id, id),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id),
                foreign key (centre_id, vacancy_id) references vacancy (centre_id, id),
                foreign key (centre_id, application_id) references application (centre_id, id),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
            ) \(.strict)
            """,
            "create index match_application on match (application_id, id)",
            "create index match_organisation on match (organisation_id, created_at, id)",
            "create index match_vacancy on match (vacancy_id, state)",
            "create index match_volunteer on match (volunteer_id, created_at, id)",
            "create index match_end on match (centre_id, state, ends_on)",
            """
            create table profile_view (
                id \(.id), centre_id \(.int) not null, volunteer_id \(.int) not null, organisation_id \(.int) not null,
                account_id \(.int), day \(.text) not null,
                unique (volunteer_id, organisation_id, account_id, day),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
            ) \(.strict)
            """,
            "alter table vacancy add column is_full \(.bool) not null default false",
        ])
}
