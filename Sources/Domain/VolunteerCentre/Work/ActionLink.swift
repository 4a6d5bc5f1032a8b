package import SQL
package import Time

/// A link in a mail that does one thing for who received it, without logging in. Opening it shows a page with the answer
/// chosen and one button, since programs that read mail open links too; only the button acts.
package struct ActionLink: Sendable, Equatable {
    package enum Purpose: String, Sendable, SQLValue {
        case reactivateVacancy = "reactivate_vacancy"
        case claimApplication = "claim_application"
        case keepVolunteer = "keep_volunteer"
        case stopSearch = "stop_search"
        /// All mails about what a volunteer searches.
        case stopSearches = "stop_searches"
        case joinOrganisation = "join_organisation"
        case changeAddress = "change_address"
        case answerApplications = "answer_applications"
        case confirmVacancies = "confirm_vacancies"

        /// How long people may take to come back to an old mail.
        package var life: Span {
            switch self {
            case .reactivateVacancy, .claimApplication, .keepVolunteer, .stopSearch, .stopSearches: .days(180)
            // As the handbook's invitation.
            case .joinOrganisation: .days(14)
            case .changeAddress: .days(2)
            // Twice the longest term, and until the question is asked again.
            case .answerApplications, .confirmVacancies: .days(60)
            }
        }
    }

    package enum Standing: Sendable, Equatable { case usable(ActionLink), used(ActionLink), gone }

    package let id: Int64
    package let purpose: Purpose
    package let subject: Int64
    package let account: ID<Account>?
    /// The key of the address it was mailed to; nil where nothing hangs on it.
    package let sentTo: String?
    package let at: Instant

    /// - Parameter address: to which it is mailed, where it proves nothing once its owner has another one.
    package static func issue(
        _ purpose: Purpose, on subject: Int64, for account: ID<Account>?, to address: String? = nil,
        in work: UnitOfWork
    ) throws -> Token {
        let token = Token(random: work.random)
        try work.tx(
            """
            insert into action_link (token_hash, centre_id, purpose, subject_id, account_id, sent_to, created_at, expires_at)
            values (\(token.hash), \(work.centre.id), \(purpose), \(subject), \(account), \(address.map(EmailAddress.key)), \(work.now),
                \(work.now.adding(purpose.life)))
            """)
        return token
    }

    /// Too old, of another centre and never made are all the same to who holds it.
    package static func standing(token: String, in centre: ID<Centre>, now: Instant, _ tx: Transaction) throws
        -> Standing
    {
        let row = try tx.first(
            """
            select * from action_link
            where token_hash = \(Token.hash(token)) and centre_id = \(centre) and expires_at > \(now)
            """)
        guard let row else { return .gone }
        let link = ActionLink(
            id: try row["id"], purpose: try row["purpose"], subject: try row["subject_id"],
            account: try row["account_id"], sentTo: try row["sent_to"], at: try row["created_at"])
        let used: Instant? = try row["used_at"]
        return used == nil ? .usable(link) : .used(link)
    }

    /// One whose button can still be pressed.
    static func usable(_ token: String, in work: UnitOfWork) throws -> ActionLink? {
        let standing = try standing(token: token, in: work.centre.id, now: work.now, work.tx)
        return if case .usable(let link) = standing { link } else { nil }
    }

    /// - Parameter account: whose it turned out to be, where the mail went to an address only.
    /// - Returns: false when another press of the button was first.
    func use(by account: ID<Account>? = nil, in work: UnitOfWork) throws -> Bool {
        try work.tx.run(
            """
            update action_link set used_at = \(work.now), account_id = \(account ?? self.account)
            where centre_id = \(work.centre.id) and id = \(id) and used_at is null
            """) == 1
    }
}
