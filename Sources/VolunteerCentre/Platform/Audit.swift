package import SQL
package import Time

/// Who did what to which record, and when. Never what it said.
package enum Audit {
    package static func record(
        _ action: String, on subject: String, _ id: Int64, by actor: Actor, now: Instant, _ tx: Transaction
    ) throws {
        try tx(
            """
            insert into audit (centre_id, account_id, actor, action, subject, subject_id, at)
            values (\(actor.centre), \(actor.account), \(actor.word), \(action), \(subject), \(id), \(now))
            """)
    }
}
