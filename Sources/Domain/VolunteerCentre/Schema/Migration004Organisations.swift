import SQL

extension Migration {
    /// Organisations and who works for them.
    static let organisations = Migration(
        4, "organisations",
        [
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
        ])
}
