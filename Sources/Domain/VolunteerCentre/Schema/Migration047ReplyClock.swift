import SQL

extension Migration {
    /// When an organisation answered a response, when it was reminded, and since when the answer is overdue. What was answered before
    /// says so by its history. And a row for each thing that the program did by itself.
    static let replyClock = Migration(
        47, "reply_clock",
        [
            "alter table centre add column answer_days \(.int) not null default 14",
            "alter table application add column answered_at \(.int)",
            "alter table application add column reminded_at \(.int)",
            "alter table application add column overdue_at \(.int)",
            """
            update application set answered_at = (select min(c.at) from state_change c
                where c.centre_id = application.centre_id and c.subject = 'application' and c.subject_id = application.id
                    and c.from_state = 'new' and c.to_state in ('in_conversation', 'matched', 'declined'))
            where state <> 'new'
            """,
            """
            create index application_unanswered on application (centre_id, organisation_id, created_at)
            where state = 'new'
            """,
            "create index application_overdue on application (centre_id, overdue_at, id) where state = 'new'",
            """
            create table automatic_act (
                id \(.id), centre_id \(.int) not null references centre (id), rule \(.text) not null, version \(.int) not null,
                subject \(.text) not null, subject_id \(.int) not null, reason \(.text) not null, at \(.int) not null
            ) \(.strict)
            """,
            "create index automatic_act_subject on automatic_act (centre_id, subject, subject_id, id)",
        ])
}
