import SQL

/// Who is a new candidate, so that the figures count each person once: told by address and telephone number, as they were typed.
enum Candidacy {
    static func hasResponded(email: String, phone: String, in work: UnitOfWork) throws -> Bool {
        if !email.isEmpty {
            let found = try work.tx.first(
                """
                select 1 as here from application where centre_id = \(work.centre.id)
                    and email in \(list: [email, EmailAddress.key(email)]) limit 1
                """)
            if found != nil { return true }
        }
        guard !phone.isEmpty else { return false }
        return try work.tx.first(
            "select 1 as here from application where centre_id = \(work.centre.id) and phone = \(phone) limit 1") != nil
    }

    /// Of somebody who responds without an account.
    static func isKnown(email: String, phone: String, in work: UnitOfWork) throws -> Bool {
        if try hasResponded(email: email, phone: phone, in: work) { return true }
        guard !email.isEmpty, let account = try AccountQueries.find(email: email, in: work.centre.id, work.tx) else {
            return false
        }
        return try !VolunteerQueries.of(account.id, in: work.centre.id, work.tx).isEmpty
    }
}
