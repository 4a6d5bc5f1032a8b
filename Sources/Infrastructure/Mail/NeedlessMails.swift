import Jobs
package import SQL
package import Time

/// Mail that waited for its server until what it says was settled without it: a reminder of what was answered meanwhile.
package enum NeedlessMails {
    package static let premise: [SQL] = ["alter table mail add column premise \(.text)"]

    /// So long what it says may become true again: an answer is taken back, an archived vacancy comes back.
    private static let life = Span.days(14)

    /// Puts back in line what is needed again.
    package static func revive(
        now: Instant, isOwed: (OutboxMail, Instant, Transaction) throws -> Bool, _ tx: Transaction
    ) throws {
        let mails = try tx(
            """
            select \(OutboxMail.columns) from mail where state = 'needless' and created_at > \(now.subtracting(life))
            order by id limit 1000
            """
        ).map(OutboxMail.init)
        for mail in mails where try isOwed(mail, now, tx) {
            try tx("update mail set state = 'waiting', attempts = 0 where id = \(mail.id)")
            let key = Outbox.jobKey(mail.key)
            if try !JobQueue.retry(key: key, now: now, tx) {
                try JobQueue.enqueue(
                    Outbox.job, key: key, centre: mail.centre, payload: DeliverMail(mail: mail.id), now: now, tx)
            }
        }
    }

    /// The state that says so. SQLite cannot change a constraint: the table is made again, without its indexes.
    package static func allow(_ tx: Transaction) throws {
        guard tx.engine == .sqlite else {
            try tx("alter table mail drop constraint mail_state_check")
            try tx(
                """
                alter table mail add constraint mail_state_check
                check (state in ('waiting', 'sent', 'failed', 'needless'))
                """)
            return
        }
        let columns: SQL = """
            id, centre_id, key, message_id, kind, language, to_name, to_address, from_name, from_address, reply_to, subject,
                text, html, secret, in_reply_to, unsubscribe, state, created_at, sent_at, attempts, last_error,
                text_places, html_places, unsubscribe_secret, premise
            """
        try tx("alter table mail rename to mail_before")
        try tx(
            """
            create table mail (
                id \(.id), centre_id \(.int), key \(.text) not null unique, message_id \(.text) not null unique,
                kind \(.text) not null, language \(.text) not null, to_name \(.text) not null, to_address \(.text) not null,
                from_name \(.text) not null, from_address \(.text) not null, reply_to \(.text), subject \(.text) not null,
                text \(.text) not null, html \(.text), secret \(.text), in_reply_to \(.text), unsubscribe \(.text),
                state \(.text) not null check (state in ('waiting', 'sent', 'failed', 'needless')),
                created_at \(.int) not null, sent_at \(.int), attempts \(.int) not null, last_error \(.text),
                text_places \(.text) not null default '', html_places \(.text) not null default '',
                unsubscribe_secret \(.bool) not null default false, premise \(.text)
            ) \(.strict)
            """)
        // The number of a mail that was erased does not come back, here neither.
        try tx(
            "insert into sqlite_sequence (name, seq) select 'mail', seq from sqlite_sequence where name = 'mail_before'"
        )
        try tx("insert into mail (\(columns)) select \(columns) from mail_before")
        try tx("drop table mail_before")
    }
}
