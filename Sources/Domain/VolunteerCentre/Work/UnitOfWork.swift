import Localisation
package import SQL
package import Time

/// What a use case works in: one transaction, who acts at which centre, the moment, chance, and mail.
///
/// It is made inside the closure that the engine may run again (see `Workroom`), so nothing of a failed attempt is left.
package struct UnitOfWork {
    package let tx: Transaction
    package let actor: Actor
    package let now: Instant
    let mails: Mails

    /// The actor's, so that the two cannot disagree.
    package var centre: Centre { actor.centre }
    package var random: RandomBytes { mails.random }
    package var today: CalendarDate { centre.today(now) }

    package init(_ tx: Transaction, by actor: Actor, at now: Instant, mails: Mails) {
        self.tx = tx
        self.actor = actor
        self.now = now
        self.mails = mails
    }

    /// The same work in somebody else's name, at the same centre: who proved by a link who she is.
    package func acting(as role: Actor.Role, _ account: ID<Account>? = nil) -> UnitOfWork {
        UnitOfWork(tx, by: Actor(centre: centre, account: account, role: role), at: now, mails: mails)
    }

    /// The same work at another moment: for a demo that has a past.
    package func at(_ moment: Instant) -> UnitOfWork { UnitOfWork(tx, by: actor, at: moment, mails: mails) }

    /// Mails somebody with an account, in her language. Like everything of the unit it happens only when the unit does.
    package func tell(_ account: Account, _ draft: MailDraft) throws {
        try tell((account.name, account.email), account.id, in: account.language, draft)
    }

    /// Mails an address, in the language that its owner prefers.
    func tell(
        _ person: (name: String, email: String), _ account: ID<Account>? = nil, in preferred: Language,
        _ draft: MailDraft
    ) throws {
        if draft.kind.isToStranger, try !mayMail(person.email, draft.kind) {
            return try NoteLimit.run(.mails, of: person.email, in: self)
        }
        try mails.write(
            draft, to: person, account: account?.number, in: preferred, centre: centre, now: now, tx)
    }

    /// So many first mails a day go to an address that strangers type.
    static let strangersMails = 10
    /// So many of each kind that leads to an account, whatever else was sent: others' mails must not keep her from one.
    static let mailsToAnAccount = 3

    /// Whether a mail that a stranger causes may still go to this address: nobody's mailbox is filled through our forms, however the
    /// address is spelled.
    func mayMail(_ email: String, _ kind: MailKind) throws -> Bool {
        let leadsToAnAccount = MailKind.ofRegistering.contains(kind)
        let isKind: SQL = leadsToAnAccount ? "and kind = \(kind.rawValue)" : ""
        // By the address, which few mails go to; the moment, joined with nought, does not lead to all mails of a day.
        return try tx.count(
            """
            mail where centre_id = \(centre.id)
                and \(EmailAddress.reaches(email)) and to_name = '' \(isKind)
                and created_at + 0 > \(now.subtracting(.days(1)))
            """) < (leadsToAnAccount ? Self.mailsToAnAccount : Self.strangersMails)
    }

    /// Takes a record for this work, before something of it is counted or looked for and then written: who takes it at the same
    /// moment begins anew after us, and sees what we did. A lock alone would not do: who waited for it would count what was there
    /// before.
    /// - Returns: whether there is such a record.
    @discardableResult package func claim<Record>(_ table: String, _ id: ID<Record>) throws -> Bool {
        try tx.run("update \(name: table) set id = id where id = \(id)") == 1
    }

    /// Of one form that is sent twice at one moment the second begins anew, and finds what the first made. It is forgotten like a limit.
    func claimForm(_ form: String) throws {
        try tx(
            """
            insert into rate_limit (key_hash, count, expires_at)
            values (\(Token.hash("sent " + form)), 1, \(now.adding(.hours(1))))
            on conflict (key_hash) do update set count = rate_limit.count + 1
            """)
    }

    /// Keeps the index up to date: what was written about this record is read again after the commit.
    package func changed<Record>(_ kind: String, _ id: ID<Record>) throws {
        try ChangeFeed.append(kind: kind, record: id, centre: centre.id, now: now, tx)
    }
}
