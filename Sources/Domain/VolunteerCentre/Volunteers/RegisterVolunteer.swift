import Jobs
package import Localisation
package import SQL
package import Time

/// Somebody asks for an account of her own. Looked up by the worker, so that the form answers everybody in the same time.
package struct RegisterVolunteer: Codable, Sendable {
    package static let job = "volunteer.register"

    package let name: String
    package let email: String
    package let language: String
    package let centre: Int64
    /// Where she was going: the vacancy she wanted to respond to.
    package let next: String?
    /// What she answered in the questionnaire, when she came from there.
    package let answers: Answers?

    package init(
        name: String, email: String, language: Language, centre: ID<Centre>, next: String?, answers: Answers? = nil
    ) {
        self.name = name
        self.email = email
        self.language = language.rawValue
        self.centre = centre.number
        self.next = next
        self.answers = answers
    }

    /// - Parameter key: made with the form; with another name or address it is another registration.
    package func enqueue(key: String, now: Instant, _ tx: Transaction) throws {
        let key = Token.hash([key, name, EmailAddress.key(email)].joined(separator: "\n"))
        try JobQueue.enqueue(Self.job, key: "\(Self.job):\(key)", centre: centre, payload: self, at: now, now: now, tx)
    }

    /// The link in the mail proves whose address it is; only then is there a profile. At most one unused link in three minutes
    /// for each name: two people of one address both get theirs.
    func callAsFunction(in work: UnitOfWork) throws {
        let preferred = Language(rawValue: language) ?? work.centre.language
        let account = try AccountQueries.findOrCreate(
            email: email, name: name, language: preferred, in: work)
        try work.claim("account", account.id)
        let waiting = try work.tx.first(
            """
            select 1 as here from credential_link where account_id = \(account.id) and centre_id = \(work.centre.id)
                and used_at is null and makes_volunteer and name = \(name) and created_at > \(work.now.subtracting(.minutes(3))) limit 1
            """)
        guard waiting == nil else { return }
        let token = try CredentialLink.issue(.invitation, for: account, makesVolunteer: true, next: next, in: work)
        // Who has a password keeps her answers by logging in with them; the mail to her has no link that could carry them.
        if let answers, !account.hasPassword { try KeepAnswers.wait(answers, with: token, work.tx) }
        if account.hasPassword {
            try work.tell(account, .volunteerKnown(account, next: next, key: token.hash))
        } else {
            try work.tell(account, .volunteerRegistered(account, token: token))
        }
        try Audit.record(
            "volunteer.asked", on: "account", account.id.number, in: work.acting(as: .visitor))
    }
}
