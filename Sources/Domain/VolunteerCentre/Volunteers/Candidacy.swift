import SQL

/// Who is a new candidate, so that the figures count each person once: told by address and telephone number, as they were typed.
enum Candidacy {
    static func hasResponded(email: String, in work: UnitOfWork) throws -> Bool {
        try work.tx.value("select \(byAddress(email, in: work)) as known") ?? false
    }

    /// SQL that tells whether we know somebody who responds without an account. Who left neither address nor number is nobody we know.
    static func isKnown(email: String, phone: String, in work: UnitOfWork) -> SQL {
        var ways: [SQL] = []
        if !email.isEmpty {
            ways.append(byAddress(email, in: work))
            ways.append(
                """
                exists (select 1 from account a join volunteer v on v.account_id = a.id
                    where a.email_key = \(EmailAddress.key(email)) and v.centre_id = \(work.centre.id))
                """)
        }
        if !phone.isEmpty {
            ways.append("exists (select 1 from application where centre_id = \(work.centre.id) and phone = \(phone))")
        }
        return ways.isEmpty ? "\(false)" : ways.joined(separator: " or ")
    }

    private static func byAddress(_ email: String, in work: UnitOfWork) -> SQL {
        """
        exists (select 1 from application where centre_id = \(work.centre.id)
            and \(EmailAddress.reaches(email, at: "email")))
        """
    }
}
