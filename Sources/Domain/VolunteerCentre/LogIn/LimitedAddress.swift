import Jobs
package import SQL
import Time

/// That an address was stopped: looked up by the worker, so that the form takes as long for an address that nobody has.
package struct LimitedAddress: Codable, Sendable {
    package static let job = "account.limited"

    package let email: String
    package let limit: String
    package let centre: Int64

    package init(_ email: String, _ limit: NoteLimit.Limit, at centre: ID<Centre>) {
        self.email = email
        self.limit = limit.rawValue
        self.centre = centre.number
    }

    /// Once a day for one address and limit, however often somebody tries.
    package func enqueue(in work: UnitOfWork) throws {
        let key = "limited:" + Token.hash("\(work.today) \(centre) \(limit) \(EmailAddress.key(email))")
        try JobQueue.enqueue(Self.job, key: key, centre: centre, payload: self, at: work.now, now: work.now, work.tx)
    }

    package func callAsFunction(in work: UnitOfWork) throws {
        guard let limit = NoteLimit.Limit(rawValue: limit) else { return }
        try NoteLimit.run(limit, of: email, in: work)
    }
}
