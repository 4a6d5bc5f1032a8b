package import Mail
package import SQL

/// An administrator sends a mail that failed once more.
package enum RetryMail {
    /// Nothing happens with a mail that is sent or waits.
    package static func run(_ id: ID<OutboxMail>, in work: UnitOfWork) throws {
        guard work.actor.isAdministrator, try Outbox.retry(id, centre: work.centre.id.number, now: work.now, work.tx)
        else { return }
        try Audit.record("mail.retried", on: "mail", id.number, in: work)
    }
}
