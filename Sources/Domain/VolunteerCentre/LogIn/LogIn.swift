package import SQL
package import Time

/// Opens a session for an e-mail address and password. The answer is the same for an unknown address and a wrong password.
package struct LogIn: Sendable {
    package enum Outcome: Sendable { case welcome(Token, Session), refused }

    let database: any Database
    let hasher: PasswordHasher
    let random: RandomBytes

    package init(database: any Database, hasher: PasswordHasher, random: @escaping RandomBytes) {
        self.database = database
        self.hasher = hasher
        self.random = random
    }

    /// Checking a password takes a third of a second of work, so it stands between two short transactions, not inside one.
    package func callAsFunction(email: String, password: String, centre: ID<Centre>, now: Instant) async throws
        -> Outcome
    {
        let known = try await database.read { tx in
            try AccountQueries.passwordHash(email: email, tx).map { Known(account: $0.0, hash: $0.1) }
        }
        guard try await hasher.verify(password, against: known?.hash), let account = known?.account else {
            return .refused
        }
        let random = random
        return try await database.write { tx in
            let token = try OpenSession.run(account, in: centre, random: random, now: now, tx)
            guard let (session, _) = try Session.find(token: token.text, in: centre, now: now, tx) else {
                return .refused
            }
            try Audit.record(
                "session.opened", on: "account", account.number,
                by: Actor(centre: centre, account: account, role: .visitor), now: now, tx)
            return .welcome(token, session)
        }
    }

    private struct Known: Sendable {
        let account: ID<Account>
        let hash: String
    }
}
