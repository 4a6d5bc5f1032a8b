import Jobs
package import SQL
package import Time

/// That somebody asked for a new password: looked up by the worker, so that the form answers everybody in the same time.
package struct ResetRequest: Codable, Sendable {
    package static let job = "account.reset"

    package let email: String
    package let centre: Int64

    package init(email: String, centre: Int64) {
        self.email = email
        self.centre = centre
    }

    package func enqueue(key: String, now: Instant, _ tx: Transaction) throws {
        try JobQueue.enqueue(Self.job, key: key, centre: centre, payload: self, at: now, now: now, tx)
    }
}
