package import SQL
import Time

package enum ApplicationQueries {
    package static func find(_ id: ID<Application>, in centre: ID<Centre>, _ tx: Transaction) throws -> Application? {
        try tx.first(
            """
            select a.*, v.title from application a join vacancy v on v.id = a.vacancy_id
            where a.centre_id = \(centre) and a.id = \(id)
            """
        ).map(application)
    }

    /// The responses to an organisation's vacancies, newest first; to one vacancy when asked.
    package static func list(
        of organisation: ID<Organisation>, vacancy: ID<Vacancy>? = nil, in centre: ID<Centre>, page: Page,
        _ tx: Transaction
    ) throws -> Paged<Application> {
        var filter: SQL = "a.centre_id = \(centre) and a.organisation_id = \(organisation)"
        if let vacancy { filter = filter + " and a.vacancy_id = \(vacancy)" }
        let rows = try tx(
            """
            select a.*, v.title from application a join vacancy v on v.id = a.vacancy_id where \(filter)
            order by a.created_at desc, a.id desc \(page.limit)
            """
        ).map(application)
        let total = try tx.first("select count(*) as n from application a where \(filter)")
        return Paged(rows, page: page, total: try total?["n"] ?? 0)
    }

    private static func application(_ row: Row) throws -> Application {
        Application(
            id: try row["id"], organisation: try row["organisation_id"], vacancy: try row["vacancy_id"],
            vacancyTitle: try row["title"], kind: try row["kind"], name: try row["name"], email: try row["email"],
            phone: try row["phone"], message: try row["message"], state: try row["state"],
            createdAt: try row["created_at"])
    }
}
