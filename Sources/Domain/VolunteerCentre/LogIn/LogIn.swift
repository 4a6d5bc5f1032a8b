import SQL
package import Time

/// Opens a session for an e-mail address and password. The answer is the same for an unknown address and a wrong password.
package struct LogIn: Sendable {
    package enum Outcome: Sendable {
        case welcome(Token, Session), refused
        /// All that she was here is one with another profile of hers, which has another address.
        case merged
    }

    let workroom: Workroom
    let hasher: PasswordHasher

    package init(in workroom: Workroom, hasher: PasswordHasher) {
        self.workroom = workroom
        self.hasher = hasher
    }

    /// Checking a password takes a third of a second of work, so it stands between two short transactions, not inside one.
    package func callAsFunction(email: String, password: String, at centre: Centre, now: Instant) async throws
        -> Outcome
    {
        let known = try await workroom.database.read { tx in
            try AccountQueries.passwordHash(email: email, tx)
        }
        guard try await hasher.verify(password, against: known?.hash), let account = known?.account else {
            return .refused
        }
        let actor = Actor(centre: centre, account: account, role: .visitor)
        return try await workroom.write(by: actor, at: now) { work in
            if try VolunteerMerge.isAllOf(account, in: centre.id, work.tx) { return .merged }
            let token = try OpenSession.run(account, in: work)
            guard let (session, _) = try Session.find(token: token.text, in: centre.id, now: now, work.tx) else {
                return .refused
            }
            try Audit.record("session.opened", on: "account", account.number, in: work)
            return .welcome(token, session)
        }
    }
}
