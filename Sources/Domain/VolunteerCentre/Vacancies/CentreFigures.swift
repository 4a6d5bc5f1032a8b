package import SQL
package import Time

/// The figures of the home page.
package struct CentreFigures: Sendable, Equatable {
    package let vacancies: Int
    package let organisations: Int
    package let applications: Int

    package static func of(_ centre: Centre, today: CalendarDate, _ tx: Transaction) throws -> CentreFigures {
        let row = try tx.first(
            """
            select
                (select count(*) from vacancy v join organisation o on o.id = v.organisation_id
                    where \(VacancyQueries.visible(in: centre.id, today: today))) as vacancies,
                (select count(*) from organisation where centre_id = \(centre.id) and state = 'approved') as organisations,
                (select count(*) from fact where centre_id = \(centre.id) and kind = 'application'
                    and date >= \(today.adding(months: -12))) as applications
            """)
        guard let row else { return CentreFigures(vacancies: 0, organisations: 0, applications: 0) }
        return CentreFigures(
            vacancies: try row["vacancies"], organisations: try row["organisations"],
            applications: try row["applications"])
    }
}
