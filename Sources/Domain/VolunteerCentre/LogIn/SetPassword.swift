package import SQL
package import Time

/// Sets a password by a mailed link, closes every other session of the account and opens a new one.
package struct SetPassword: Sendable {
    package enum Outcome: Sendable {
        case welcome(Token, CredentialLink), refused(PasswordRule.Refusal), link(CredentialLink.Standing)
    }

    let database: any Database
    let hasher: PasswordHasher
    let random: RandomBytes

    package init(database: any Database, hasher: PasswordHasher, random: @escaping RandomBytes) {
        self.database = database
        self.hasher = hasher
        self.random = random
    }

    package func callAsFunction(token: String, password: String, centre: Centre, now: Instant) async throws -> Outcome {
        let standing = try await database.read { tx in
            try CredentialLink.standing(token: token, in: centre.id, now: now, tx)
        }
        guard case .usable(let link) = standing else { return .link(standing) }
        if let refusal = PasswordRule.refusal(password, context: [centre.name, link.email, link.name]) {
            return .refused(refusal)
        }
        let hash = try await hasher.hash(password)
        let random = random
        return try await database.write { tx in
            // Used only once, also when two browsers press the button in the same second.
            let taken = try tx.run(
                "update credential_link set used_at = \(now) where id = \(link.id) and used_at is null")
            guard taken == 1 else { return .link(.used) }
            try tx("update account set password_hash = \(hash) where id = \(link.account)")
            // Older links of the same person, in mails lying about, end with it.
            try tx(
                "update credential_link set used_at = \(now), answers = null where account_id = \(link.account) and used_at is null"
            )
            try Session.closeAll(of: link.account, tx)
            let actor = Actor(centre: centre.id, account: link.account, role: .visitor)
            try Audit.record("password.set", on: "account", link.account.number, by: actor, now: now, tx)
            if link.makesVolunteer {
                let volunteer = try BecomeVolunteer.run(link.account, centre: centre.id, now: now, tx)
                try KeepAnswers.arrived(by: link, of: volunteer, centre: centre.id, now: now, tx)
            }
            return .welcome(try OpenSession.run(link.account, in: centre.id, random: random, now: now, tx), link)
        }
    }
}
