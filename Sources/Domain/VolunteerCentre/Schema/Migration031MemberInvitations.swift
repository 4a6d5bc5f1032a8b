import SQL

extension Migration {
    /// Who is asked to work for an organisation and has not said yes.
    static let memberInvitations = Migration(
        31, "member_invitations",
        [
            """
            create table member_invitation (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, email \(.text) not null,
                email_key \(.text) not null, name \(.text) not null, role \(.text) not null check (role in ('owner', 'editor')),
                account_id \(.int) references account (id), created_at \(.int) not null,
                unique (organisation_id, email_key),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id)
            ) \(.strict)
            """
        ])
}
