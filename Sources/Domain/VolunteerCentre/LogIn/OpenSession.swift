package import SQL
package import Time

/// Somebody comes in: a session, and who is a volunteer here is no longer asked whether she is still there.
package enum OpenSession {
    /// - Returns: the token, for a cookie.
    package static func run(
        _ account: ID<Account>, in centre: ID<Centre>, random: RandomBytes, now: Instant, _ tx: Transaction
    ) throws -> Token {
        let token = try Session.insert(account, in: centre, random: random, now: now, tx)
        try KeepVolunteer.seen(account, in: centre, now: now, tx)
        return token
    }
}
