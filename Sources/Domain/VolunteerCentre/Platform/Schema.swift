import Jobs
import Mail
package import SQL

/// Every change of the database's shape, in order. A released migration is never edited; the next one changes it.
package enum Schema {
    package static let migrations: [Migration] = [
        Migration(1, "infrastructure", infrastructure),
        Migration(2, "centres", centres),
        Migration(3, "accounts", accounts),
        Migration(4, "organisations", organisations),
        Migration(5, "vacancies", vacancies),
        Migration(6, "applications", applications),
        Migration(7, "records", records),
        Migration(8, "vacancy_life", VacancyLifeTables.migration),
        Migration(9, "volunteers", VolunteerTables.migration),
        Migration(10, "uploads", Upload.migration),
        Migration(11, "invitations", Invitation.migration),
        Migration(12, "admission", AdmissionTables.migration),
        Migration(13, "texts", TextTables.migration),
        Migration(14, "retention", RetentionTables.migration),
        Migration(15, "organisation_versions", OrganisationVersion.migration),
        Migration(16, "departments", Department.migration),
        Migration(17, "organisation_merges", MergeOrganisations.migration),
        Migration(18, "holidays", Holiday.migration),
        Migration(19, "films", Film.migration),
        Migration(20, "consultants", Consultant.migration),
        Migration(21, "centre_activity", CentreActivity.migration),
        Migration(22, "volunteer_answers", Answers.migration),
        Migration(23, "kept", Favourite.migration + SavedSearch.migration),
        Migration(24, "candidate_pool", Candidate.migration + PoolInvitation.migration),
        Migration(25, "finding_settings", FindingSettings.migration),
        Migration(26, "vacancy_begins", ["alter table vacancy add column begins_on \(.text)"]),
        Migration(27, "vacancy_places", Neighbourhood.migration),
        Migration(28, "vacancy_sharing", Neighbour.migration),
        Migration(29, "mail_secret_places", Outbox.secretPlaces, convert: MarkedMails.convert),
        Migration(30, "upload_cleaning", CleanUploads.migration),
        Migration(31, "member_invitations", MemberInvitation.migration),
        Migration(32, "candidates_found", FindCandidates.migration),
    ]

    private static let infrastructure: [SQL] =
        ChangeFeed.schema + JobQueue.schema + Schedule.schema + Outbox.schema + [
            "create table installation_setting (name \(.text) primary key, value \(.text) not null) \(.strict)"
        ]

    private static let centres: [SQL] = [
        """
        create table centre (
            id \(.id), slug \(.text) not null unique, name \(.text) not null, host \(.text) unique,
            language \(.text) not null, country \(.text) not null, time_zone \(.text) not null,
            email \(.text) not null, phone \(.text) not null, address \(.text) not null, opening_hours \(.text) not null,
            intro \(.text) not null, brand \(.text) not null, accent \(.text) not null, logo \(.text),
            edits_return_to_queue \(.bool) not null, created_at \(.int) not null
        ) \(.strict)
        """,
        """
        create table centre_municipality (
            centre_id \(.int) not null references centre (id), name \(.text) not null, position \(.int) not null,
            primary key (centre_id, name)
        ) \(.strict)
        """,
    ]

    private static let accounts: [SQL] = [
        """
        create table account (
            id \(.id), email \(.text) not null, email_key \(.text) not null unique, name \(.text) not null,
            password_hash \(.text), language \(.text) not null, created_at \(.int) not null
        ) \(.strict)
        """,
        """
        create table centre_role (
            centre_id \(.int) not null references centre (id), account_id \(.int) not null references account (id),
            role \(.text) not null check (role in ('desk', 'mediator', 'administrator')), created_at \(.int) not null,
            primary key (centre_id, account_id)
        ) \(.strict)
        """,
        "create index centre_role_account on centre_role (account_id)",
        """
        create table session (
            id \(.id), token_hash \(.text) not null unique, account_id \(.int) not null references account (id),
            centre_id \(.int) not null references centre (id), created_at \(.int) not null, seen_at \(.int) not null,
            expires_at \(.int) not null
        ) \(.strict)
        """,
        "create index session_account on session (account_id)",
        "create index session_expires on session (expires_at)",
        """
        create table credential_link (
            id \(.id), token_hash \(.text) not null unique, account_id \(.int) not null references account (id),
            centre_id \(.int) not null references centre (id), purpose \(.text) not null check (purpose in ('invitation', 'reset')),
            created_at \(.int) not null, expires_at \(.int) not null, used_at \(.int)
        ) \(.strict)
        """,
        "create index credential_link_account on credential_link (account_id)",
        RateLimitTable.table, RateLimitTable.index,
    ]

    private static let organisations: [SQL] = [
        """
        create table organisation (
            id \(.id), centre_id \(.int) not null references centre (id), name \(.text) not null, name_key \(.text) not null,
            legal_form \(.text) not null, short_description \(.text) not null, website \(.text) not null,
            email \(.text) not null, phone \(.text) not null, street \(.text) not null, house_number \(.text) not null,
            postcode \(.text) not null, place \(.text) not null, municipality \(.text) not null,
            newsletter \(.bool) not null, terms_version \(.text) not null, terms_accepted_at \(.int) not null,
            logo \(.text), state \(.text) not null check (state in ('registered', 'approved', 'rejected', 'suspended')),
            submission_key \(.text) not null, created_at \(.int) not null,
            unique (centre_id, id), unique (centre_id, submission_key)
        ) \(.strict)
        """,
        "create index organisation_state on organisation (centre_id, state, name_key, id)",
        """
        create table organisation_member (
            id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, account_id \(.int) not null references account (id),
            role \(.text) not null check (role in ('owner', 'editor')), position \(.text) not null, phone \(.text) not null,
            created_at \(.int) not null,
            unique (organisation_id, account_id),
            foreign key (centre_id, organisation_id) references organisation (centre_id, id)
        ) \(.strict)
        """,
        "create index organisation_member_account on organisation_member (account_id)",
    ]

    private static let vacancies: [SQL] = [
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
    ]

    private static let applications: [SQL] = [
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
    ]

    private static let records: [SQL] = [
        """
        create table state_change (
            id \(.id), centre_id \(.int) not null references centre (id), subject \(.text) not null, subject_id \(.int) not null,
            from_state \(.text), to_state \(.text) not null, account_id \(.int), reason \(.text), at \(.int) not null
        ) \(.strict)
        """,
        "create index state_change_subject on state_change (centre_id, subject, subject_id, id)",
        """
        create table audit (
            id \(.id), centre_id \(.int) references centre (id), account_id \(.int), actor \(.text) not null, action \(.text) not null,
            subject \(.text) not null, subject_id \(.int) not null, at \(.int) not null
        ) \(.strict)
        """,
        "create index audit_centre on audit (centre_id, id)",
        """
        create table fact (
            id \(.id), centre_id \(.int) not null references centre (id), kind \(.text) not null, date \(.text) not null,
            municipality \(.text) not null, interest \(.text) not null, channel \(.text) not null
        ) \(.strict)
        """,
        "create index fact_kind on fact (centre_id, kind, date)",
    ]
}
