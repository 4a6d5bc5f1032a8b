package import SQL
import Time

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

    /// When who just responded without account did so before, to the same vacancy and from the same address, and that one is open.
    /// By the address: a vacancy that everybody wants has hundreds of responses a day, one person has few.
    static func earlier(than id: ID<Application>, to vacancy: ID<Vacancy>, from email: String, in work: UnitOfWork)
        throws
        -> Instant?
    {
        try work.tx.value(
            """
            select max(created_at) from application where centre_id = \(work.centre.id)
                and \(EmailAddress.reaches(email, at: "email")) and vacancy_id + 0 = \(vacancy) and id <> \(id)
                and state in ('new', 'in_conversation')
            """)
    }
}
