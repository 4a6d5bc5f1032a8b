package import SQL
package import Time

/// A link in a mail with which somebody sets a password. Opening it shows a page; only the button uses it.
package struct CredentialLink: Sendable, Equatable {
    package enum Purpose: String, Sendable, SQLValue {
        case invitation, reset

        /// The handbook's invitation lives 14 days, a reset 60 minutes.
        package var life: Span {
            switch self {
            case .invitation: .days(14)
            case .reset: .minutes(60)
            }
        }
    }

    package enum Standing: Sendable, Equatable {
        case usable(CredentialLink), used, unknown
        /// Of this address.
        case expired(String)
    }

    package let id: Int64
    package let account: ID<Account>
    package let email: String
    package let name: String
    package let purpose: Purpose
    /// Whether who sets her password by it becomes a volunteer of this centre.
    package let makesVolunteer: Bool
    /// Where she was going.
    package let next: String?

    /// The mail that led here was about a response, not about an account.
    var isOfResponse: Bool { next?.hasPrefix("/mijn/reacties/") ?? false }

    /// Makes a link and answers its token. The account's name goes with it: who uses the link is called so.
    package static func issue(
        _ purpose: Purpose, for account: Account, makesVolunteer: Bool = false, next: String? = nil,
        in work: UnitOfWork
    ) throws -> Token {
        let token = Token(random: work.random)
        try work.tx(
            """
            insert into credential_link (token_hash, account_id, name, centre_id, purpose, makes_volunteer, return_path, created_at, expires_at)
            values (\(token.hash), \(account.id), \(account.name), \(work.centre.id), \(purpose), \(makesVolunteer), \(next), \(work.now), \(work.now.adding(purpose.life)))
            """)
        return token
    }

    package static func standing(token: String, in centre: ID<Centre>, now: Instant, _ tx: Transaction) throws
        -> Standing
    {
        let row = try tx.first(
            """
            select l.*, a.email from credential_link l join account a on a.id = l.account_id
            where l.token_hash = \(Token.hash(token)) and l.centre_id = \(centre)
            """)
        guard let row else { return .unknown }
        let used: Instant? = try row["used_at"]
        if used != nil { return .used }
        let expires: Instant = try row["expires_at"]
        guard expires > now else { return .expired(try row["email"]) }
        return .usable(
            CredentialLink(
                id: try row["id"], account: try row["account_id"], email: try row["email"], name: try row["name"],
                purpose: try row["purpose"], makesVolunteer: try row["makes_volunteer"], next: try row["return_path"]))
    }
}
