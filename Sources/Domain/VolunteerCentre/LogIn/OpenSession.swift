package import SQL

/// Somebody comes in: a session, and who is a volunteer here is no longer asked whether she is still there.
package enum OpenSession {
    /// - Returns: the token, for a cookie.
    package static func run(_ account: ID<Account>, in work: UnitOfWork) throws -> Token {
        let token = try Session.insert(account, in: work)
        try KeepVolunteer.seen(account, in: work.centre.id, now: work.now, work.tx)
        return token
    }
}
