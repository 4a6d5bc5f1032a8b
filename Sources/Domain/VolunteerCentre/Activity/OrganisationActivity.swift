package import SQL
package import Time

/// What happened around an organisation lately: the list *Nieuw* of its dashboard.
package enum OrganisationActivity {
    package enum Event: Sendable, Equatable {
        case vacancy(ID<Vacancy>, title: String, Vacancy.State)
        case application(ID<Application>, Application.Kind, vacancyTitle: String, name: String)
        case match(ID<Application>, vacancyTitle: String, name: String)
    }

    package struct Entry: Sendable, Equatable {
        package let event: Event
        package let at: Instant
    }

    package static let span = Span.days(7)

    /// The last seven days, newest first, at most 100.
    package static func recent(
        of organisation: ID<Organisation>, in centre: ID<Centre>, now: Instant, _ tx: Transaction
    ) throws -> [Entry] {
        let since = now.subtracting(span)
        let vacancies = try tx(
            """
            select id, title, state, created_at from vacancy
            where centre_id = \(centre) and organisation_id = \(organisation) and created_at > \(since)
            order by created_at desc, id desc limit 100
            """
        ).map { row in
            Entry(event: .vacancy(try row["id"], title: try row["title"], try row["state"]), at: try row["created_at"])
        }
        let applications = try tx(
            """
            select a.id, a.kind, a.name, v.title, a.created_at from application a join vacancy v on v.id = a.vacancy_id
            where a.centre_id = \(centre) and a.organisation_id = \(organisation) and a.created_at > \(since)
            order by a.created_at desc, a.id desc limit 100
            """
        ).map { row in
            Entry(
                event: .application(
                    try row["id"], try row["kind"], vacancyTitle: try row["title"], name: try row["name"]),
                at: try row["created_at"])
        }
        let matches = try tx(
            """
            select m.application_id, a.name, v.title, m.created_at from match m join vacancy v on v.id = m.vacancy_id
            join application a on a.id = m.application_id
            where m.centre_id = \(centre) and m.organisation_id = \(organisation) and m.created_at > \(since)
                and m.state <> 'cancelled'
            order by m.created_at desc, m.id desc limit 100
            """
        ).map { row in
            Entry(
                event: .match(try row["application_id"], vacancyTitle: try row["title"], name: try row["name"]),
                at: try row["created_at"])
        }
        return Array((vacancies + applications + matches).sorted { $0.at > $1.at }.prefix(100))
    }
}
