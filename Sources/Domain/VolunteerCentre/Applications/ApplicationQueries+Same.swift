package import SQL

extension ApplicationQueries {
    /// Other responses to the same vacancy by the same account, address or telephone number, oldest first: somebody who adds something, a
    /// couple with one address, or a colleague who notes what came by the website too.
    package static func beside(_ application: Application, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [Application]
    {
        var same: [SQL] = []
        if let volunteer = application.volunteer { same.append("a.volunteer_id = \(volunteer)") }
        if !application.email.isEmpty {
            same.append(
                "lower(a.email) in (\(application.email.lowercased()), \(EmailAddress.key(application.email)))")
        }
        if let digits = TypedPhone.digits(application.phone) { same.append(TypedPhone.holds("a.phone", digits)) }
        guard !same.isEmpty else { return [] }
        return try tx(
            """
            select \(columns) from \(tables) where a.centre_id = \(centre) and a.vacancy_id = \(application.vacancy)
                and a.id <> \(application.id) and (\(same.joined(separator: " or "))) order by a.created_at, a.id limit 5
            """
        ).map(ApplicationQueries.application)
    }
}
