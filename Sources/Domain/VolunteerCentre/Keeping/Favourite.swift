package import SQL
package import Time

/// A vacancy that a volunteer keeps to look at again.
package struct Favourite: Sendable, Equatable {
    package let card: VacancyCard
    /// Somebody can still respond to it.
    package let isOpen: Bool

    /// More than this nobody looks at again.
    package static let most = 200

    static func all(of volunteer: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> [ID<Vacancy>] {
        try tx.values(
            """
            select vacancy_id from favourite where centre_id = \(centre) and volunteer_id = \(volunteer)
            order by vacancy_id limit \(most)
            """)
    }

    package static func contains(_ vacancy: ID<Vacancy>, of volunteer: ID<Volunteer>, _ tx: Transaction) throws -> Bool
    {
        try tx.first("select 1 as here from favourite where volunteer_id = \(volunteer) and vacancy_id = \(vacancy)")
            != nil
    }

    /// The newest first; what is closed stays until she takes it away, as it was approved.
    package static func list(
        of volunteer: ID<Volunteer>, in centre: Centre, today: CalendarDate, page: Page, _ tx: Transaction
    ) throws -> Paged<Favourite> {
        let own: SQL = "f.centre_id = \(centre.id) and f.volunteer_id = \(volunteer)"
        return try Paged(page, of: "favourite f where \(own)", tx) { page in
            try tx(
                """
                select \(VacancyQueries.cardColumns), \(VacancyQueries.visible(in: centre.id, today: today)) as is_open,
                    \(VacancyVersion.approvedWhenClosed) as approved
                \(VacancyQueries.cardTables) join favourite f on f.vacancy_id = v.id
                where \(own) and v.published_at is not null order by f.created_at desc, v.id desc \(page.limit)
                """
            ).map { row in
                let (card, approved): (VacancyCard, String?) = (try VacancyCard(row), try row["approved"])
                let seen = try approved.map { try KeptJSON.decode($0, over: Vacancy.Content()) }
                return Favourite(card: seen.map(card.saying) ?? card, isOpen: try row["is_open"])
            }
        }
    }
}

/// A volunteer keeps a vacancy, or lets it go.
package enum KeepVacancy {
    package enum Outcome: Sendable, Equatable { case kept, tooMany, notFound }

    /// Of what can be kept; nil for the rest.
    package static func title(of id: ID<Vacancy>, in work: UnitOfWork) throws -> String? {
        try work.tx.value(
            """
            select v.title from vacancy v join organisation o on o.id = v.organisation_id
            where \(VacancyQueries.visible(in: work.centre.id, today: work.today)) and v.id = \(id)
            """)
    }

    /// What visitors may see can be kept; twice is once.
    package static func keep(_ id: ID<Vacancy>, in work: UnitOfWork) throws -> Outcome {
        guard case .volunteer(let volunteer) = work.actor.role, try work.claim("volunteer", volunteer) else {
            return .notFound
        }
        guard try title(of: id, in: work) != nil else { return .notFound }
        guard try work.tx.count("favourite where volunteer_id = \(volunteer)") < Favourite.most else { return .tooMany }
        let new = try work.tx.run(
            """
            insert into favourite (centre_id, volunteer_id, vacancy_id, created_at)
            values (\(work.centre.id), \(volunteer), \(id), \(work.now)) on conflict do nothing
            """)
        if new > 0 { try Audit.record("vacancy.kept", on: "vacancy", id.number, in: work) }
        return .kept
    }

    package static func letGo(_ id: ID<Vacancy>, in work: UnitOfWork) throws -> Bool {
        guard case .volunteer(let volunteer) = work.actor.role else { return false }
        let gone = try work.tx.run("delete from favourite where volunteer_id = \(volunteer) and vacancy_id = \(id)")
        if gone > 0 { try Audit.record("vacancy.let_go", on: "vacancy", id.number, in: work) }
        return gone > 0
    }
}
