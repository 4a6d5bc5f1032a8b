import SQL

extension Migration {
    /// Answers by plain mail: each is taken once, and what was no answer is kept aside.
    static let relay = Migration(
        56, "relay",
        [
            """
            create table relayed_mail (
                id \(.id), centre_id \(.int) not null, application_id \(.int) not null, account_id \(.int) not null references account (id),
                author \(.text) not null check (author in ('organisation', 'volunteer')), message_key \(.text) not null,
                outcome \(.text) not null check (outcome in ('answer', 'automatic', 'empty', 'other_address', 'closed', 'too_many')),
                text \(.text) not null, at \(.int) not null,
                unique (application_id, account_id, message_key),
                foreign key (centre_id, application_id) references application (centre_id, id)
            ) \(.strict)
            """,
            "create index relayed_mail_account on relayed_mail (account_id, at)",
        ])
}
