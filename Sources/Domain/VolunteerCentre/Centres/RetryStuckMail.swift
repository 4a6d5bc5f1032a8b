import Mail
import SQL

/// An administrator sends all mail again that could not leave, once the mail server works.
package enum RetryStuckMail {
    package static func run(in work: UnitOfWork) throws {
        guard work.actor.isAdministrator,
            try Outbox.retryStuck(centre: work.centre.id.number, now: work.now, work.tx) > 0
        else { return }
        try Audit.record("mail.all_retried", on: "centre", work.centre.id.number, in: work)
    }
}
