import SQL

extension Finder {
    /// So many are looked at for those of other organisations.
    private static let weighed = 24

    /// What is like the vacancy that somebody responded to, at other organisations, without what she responded to before.
    package func elsewhere(
        than application: Application, _ vacancy: Vacancy, in work: UnitOfWork, count: Int
    ) throws -> [VacancyCard] {
        let responded = try application.volunteer.map {
            try ApplicationQueries.respondedTo(by: $0, in: work.centre.id, work.tx)
        }
        let cards = others(
            than: vacancy, without: responded ?? [], in: work.centre, now: work.now, count: Self.weighed)
        return Array(cards.filter { $0.organisation != application.organisationName }.prefix(count))
    }
}
