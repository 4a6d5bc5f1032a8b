import SQL

/// Who is a new candidate, so that the figures count each person once: told by address and telephone number, as they were typed.
enum Candidacy {
    static func hasResponded(email: String, in work: UnitOfWork) throws -> Bool {
        try isTrue(byAddress(email, in: work), in: work)
    }

    /// Of somebody who responds without an account. Who left neither address nor number is nobody we know.
    static func isKnown(email: String, phone: String, in work: UnitOfWork) throws -> Bool {
        guard !email.isEmpty || !phone.isEmpty else { return false }
        let hasPhoned: SQL =
            "exists (select 1 from application where centre_id = \(work.centre.id) and phone = \(phone))"
        guard !email.isEmpty else { return try isTrue(hasPhoned, in: work) }
        let isRegistered: SQL = """
            exists (select 1 from account a join volunteer v on v.account_id = a.id
                where a.email_key = \(EmailAddress.key(email)) and v.centre_id = \(work.centre.id))
            """
        let known: SQL = "\(byAddress(email, in: work)) or \(isRegistered)"
        return try isTrue(phone.isEmpty ? known : "\(known) or \(hasPhoned)", in: work)
    }

    private static func byAddress(_ email: String, in work: UnitOfWork) -> SQL {
        """
        exists (select 1 from application where centre_id = \(work.centre.id)
            and email in (\(email), \(EmailAddress.key(email))))
        """
    }

    private static func isTrue(_ condition: SQL, in work: UnitOfWork) throws -> Bool {
        try work.tx.value("select \(condition) as known") ?? false
    }
}
