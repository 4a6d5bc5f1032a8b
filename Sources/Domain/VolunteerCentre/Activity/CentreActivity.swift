package import SQL
package import Time

/// What happened at a centre, newest first: organisations, vacancies, responses and matches, without the persons in them.
package enum CentreActivity {
    package enum Kind: String, Sendable, CaseIterable, SQLValue { case organisation, vacancy, application, match }

    package struct Entry: Sendable, Equatable {
        package let kind: Kind
        package let from: String?
        package let to: String
        package let organisation: ID<Organisation>?
        package let organisationName: String
        package let vacancy: ID<Vacancy>?
        package let vacancyTitle: String
        package let at: Instant
    }

    /// - Parameter kind: nil: all of them.
    package static func list(_ kind: Kind?, in centre: ID<Centre>, page: Page, _ tx: Transaction) throws -> Paged<Entry>
    {
        let kinds = kind.map { [$0] } ?? Kind.allCases
        let filter: SQL = "c.centre_id = \(centre) and c.subject in \(list: kinds.map(\.rawValue))"
        return try Paged(page, of: "state_change c where \(filter)", tx) { page in
            try tx(
                """
                select c.subject, c.from_state, c.to_state, c.at, v.id as vacancy_id, coalesce(v.title, '') as title,
                    o.id as organisation_id, coalesce(o.name, '') as organisation
                from state_change c
                left join application a on c.subject = 'application' and a.id = c.subject_id
                left join match m on c.subject = 'match' and m.id = c.subject_id
                left join vacancy v on v.id = case c.subject when 'vacancy' then c.subject_id when 'application' then a.vacancy_id
                    when 'match' then m.vacancy_id end
                left join organisation o on o.id = case c.subject when 'organisation' then c.subject_id else v.organisation_id end
                where \(filter) order by c.id desc \(page.limit)
                """
            ).map { row in
                Entry(
                    kind: try row["subject"], from: try row["from_state"], to: try row["to_state"],
                    organisation: try row["organisation_id"], organisationName: try row["organisation"],
                    vacancy: try row["vacancy_id"], vacancyTitle: try row["title"], at: try row["at"])
            }
        }
    }
}
