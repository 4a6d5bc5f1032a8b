import Jobs
package import SQL
package import Time

/// Mail that is owed or went out: a row per mail, written in the transaction that causes it.
package enum Outbox {
    /// The name of the job that sends a mail; its handler is `OutboxDelivery`'s.
    package static let job = "mail.deliver"
    /// The same for mail that somebody waits for at a screen: it goes past the others.
    package static let urgentJob = "mail.deliver.now"
    package static let jobs = [job, urgentJob]

    package static let schema: [SQL] = [
        """
        create table mail (
            id \(.id),
            centre_id \(.int),
            key \(.text) not null unique,
            message_id \(.text) not null unique,
            kind \(.text) not null,
            language \(.text) not null,
            to_name \(.text) not null,
            to_address \(.text) not null,
            from_name \(.text) not null,
            from_address \(.text) not null,
            reply_to \(.text),
            subject \(.text) not null,
            text \(.text) not null,
            html \(.text),
            secret \(.text),
            in_reply_to \(.text),
            unsubscribe \(.text),
            state \(.text) not null check (state in ('waiting', 'sent', 'failed')),
            created_at \(.int) not null,
            sent_at \(.int),
            attempts \(.int) not null,
            last_error \(.text)
        ) \(.strict)
        """,
        "create index mail_list on mail (centre_id, state, id)",
    ]

    /// Bodies held a mark where the secret goes, which a name could smuggle in; now they know its places (`MailBody`).
    package static let secretPlaces: [SQL] = [
        "alter table mail add column text_places \(.text) not null default ''",
        "alter table mail add column html_places \(.text) not null default ''",
        "alter table mail add column unsubscribe_secret \(.bool) not null default false",
    ]

    /// Writes the mail down together with the job that sends it. A key that was used before does nothing.
    ///
    /// The Message-ID is made here, so every attempt carries the same. Addresses are checked at delivery: a bad one
    /// makes a failed mail that people see, not a use case that does not work.
    /// - Parameter random: so many bytes of chance.
    /// - Returns: whether it is new.
    @discardableResult
    package static func enqueue(_ mail: NewMail, now: Instant, random: (Int) -> [UInt8], _ tx: Transaction) throws
        -> Bool
    {
        let domain = (try? MailAddress(mail.fromAddress))?.domain ?? "localhost"
        let messageID = MessageID(random: random(16), domain: domain)
        let row = try tx.first(
            """
            insert into mail (centre_id, key, message_id, kind, language, to_name, to_address, from_name,
                from_address, reply_to, subject, text, text_places, html, html_places, secret, in_reply_to, unsubscribe,
                unsubscribe_secret, premise, state, created_at, attempts)
            values (\(mail.centre), \(mail.key), \(messageID.text), \(mail.kind), \(mail.language), \(mail.toName),
                \(mail.toAddress), \(mail.fromName), \(mail.fromAddress), \(mail.replyTo), \(mail.subject),
                \(mail.text.words), \(mail.text.storedPlaces), \(mail.html?.words), \(mail.html?.storedPlaces ?? ""),
                \(mail.secret), \(mail.inReplyTo?.text), \(mail.unsubscribe?.address),
                \(mail.unsubscribe?.endsInSecret ?? false), \(mail.premise), 'waiting', \(now), 0)
            on conflict (key) do nothing returning id
            """)
        guard let row else { return false }
        let id: ID<OutboxMail> = try row["id"]
        try JobQueue.enqueue(
            mail.isUrgent ? urgentJob : job, key: jobKey(mail.key), centre: mail.centre, payload: DeliverMail(mail: id),
            now: now, tx)
        return true
    }

    /// Nothing leaves until somebody says so: of a restored database nobody knows whether it is the real one.
    package static func hold(now: Instant, _ tx: Transaction) throws {
        for name in jobs { try JobQueue.hold(name, now: now, tx) }
    }

    /// - Returns: whether mail was held.
    package static func release(_ tx: Transaction) throws -> Bool {
        try jobs.reduce(false) { held, name in try JobQueue.release(name, tx) || held }
    }

    /// What waits counts as sent: the made-up people of a demo are mailed nothing when a mail server is set later.
    package static func settle(now: Instant, _ tx: Transaction) throws {
        try tx("update mail set state = 'sent', sent_at = created_at where state = 'waiting'")
        try tx(
            """
            update job set state = 'done', finished_at = \(now) where state = 'waiting' and name in \(list: jobs)
            """)
    }

    /// A page of a centre's mail, newest first; nil is the installation's own mail. `state` nil is every state.
    /// - Parameter page: from 0.
    package static func list(
        centre: Int64?, state: MailState? = nil, page: Int = 0, pageSize: Int = 50, _ tx: Transaction
    ) throws -> [OutboxMail] {
        let inState: SQL = state.map { "and state = \($0)" } ?? .empty
        return try tx(
            """
            select \(OutboxMail.columns) from mail where \(of(centre)) \(inState)
            order by created_at desc, id desc limit \(pageSize) offset \(max(page, 0) * pageSize)
            """
        ).map(OutboxMail.init)
    }

    /// The newest mail of each kind, by kind: what people receive, with real words in it.
    package static func newestOfEachKind(centre: Int64?, _ tx: Transaction) throws -> [OutboxMail] {
        try tx(
            """
            select \(OutboxMail.columns) from mail
            where id in (select max(id) from mail where \(of(centre)) group by kind) order by kind limit 200
            """
        ).map(OutboxMail.init)
    }

    /// How many mails a centre has in each state.
    package static func counts(centre: Int64?, _ tx: Transaction) throws -> [MailState: Int] {
        var counts: [MailState: Int] = [:]
        for row in try tx("select state, count(*) as n from mail where \(of(centre)) group by state") {
            counts[try row["state"]] = try row["n"]
        }
        return counts
    }

    package static func find(_ id: ID<OutboxMail>, centre: Int64?, _ tx: Transaction) throws -> OutboxMail? {
        try tx.first("select \(OutboxMail.columns) from mail where id = \(id) and \(of(centre))").map(OutboxMail.init)
    }

    /// The token of a mail that is not out, for demonstrations without a mail server and for commands of the operator.
    package static func secret(of id: ID<OutboxMail>, centre: Int64?, _ tx: Transaction) throws -> String? {
        try tx.first("select secret from mail where id = \(id) and \(of(centre))")?["secret"]
    }

    /// Sends a failed mail again, with the same Message-ID. False when the centre has no such failed mail.
    @discardableResult
    package static func retry(_ id: ID<OutboxMail>, centre: Int64?, now: Instant, _ tx: Transaction) throws -> Bool {
        let row = try tx.first(
            "update mail set state = 'waiting', attempts = 0 where id = \(id) and \(of(centre)) and state = 'failed' returning key"
        )
        guard let key: String = try row?["key"] else { return false }
        if try !JobQueue.retry(key: jobKey(key), now: now, tx) {
            // The job may have been cleaned up meanwhile.
            try JobQueue.enqueue(job, key: jobKey(key), centre: centre, payload: DeliverMail(mail: id), now: now, tx)
        }
        return true
    }

    /// What mails of a kind that did not leave are about, and when each was made: what they ask cannot have been heard.
    package static func unheard(_ kind: String, centre: Int64?, _ tx: Transaction) throws -> [(
        premise: String, at: Instant
    )] {
        try tx(
            """
            select premise, created_at from mail where \(of(centre)) and state in ('waiting', 'needless') and kind = \(kind)
                and premise is not null order by id desc limit 5000
            """
        ).map { (try $0["premise"], try $0["created_at"]) }
    }

    /// How many mails of a centre were tried and not taken, for a reason that is not their receiver's.
    package static func stuck(centre: Int64?, _ tx: Transaction) throws -> Int {
        try tx.first("select count(*) as n from mail where \(of(centre)) and \(isStuck)")?["n"] ?? 0
    }

    /// Sends them all now. What their receiver's server refused stays as it is.
    /// - Returns: how many.
    package static func retryStuck(centre: Int64?, now: Instant, _ tx: Transaction) throws -> Int {
        try tx(
            """
            update job set state = 'waiting', run_at = \(now), attempts = 0
            where name in \(list: jobs) and state in ('waiting', 'dead')
                and key in (select 'mail:' || key from mail where \(of(centre)) and \(isStuck))
            """)
        return try tx.run("update mail set state = 'waiting', attempts = 0 where \(of(centre)) and \(isStuck)")
    }

    /// Of all centres: how many there are, and what the server said of the newest; nil when all goes well.
    package static func lastTrouble(_ tx: Transaction) throws -> (count: Int, words: String)? {
        let row = try tx.first(
            """
            select last_error, (select count(*) from mail where \(isStuck)) as n from mail where \(isStuck)
            order by id desc limit 1
            """)
        return try row.map { (try $0["n"], try $0["last_error"] ?? "") }
    }

    private static let isStuck: SQL = """
        (state = 'waiting' and attempts > 0 or state = 'failed' and attempts >= \(Worker.attempts))
        """

    /// Removes the secrets of mails that failed before `moment`, and the sent mails of the installation itself.
    package static func forgetSecrets(before moment: Instant, _ tx: Transaction) throws {
        try tx(
            "update mail set secret = null where state in ('failed', 'needless') and created_at < \(moment) and secret is not null"
        )
        try tx("delete from mail where centre_id is null and state = 'sent' and sent_at < \(moment)")
    }

    static func jobKey(_ key: String) -> String { "mail:" + key }

    private static func of(_ centre: Int64?) -> SQL {
        // Not "is not distinct from": this form uses the index on both engines.
        centre.map { "centre_id = \($0)" } ?? "centre_id is null"
    }
}

/// What the job knows; all else is in the row.
struct DeliverMail: Codable, Sendable {
    let mail: ID<OutboxMail>
}
