package import SQL
package import Time

/// What happened around an organisation lately: the list *Nieuw* of its dashboard.
package enum OrganisationActivity {
    package enum Event: Sendable, Equatable {
        case vacancy(ID<Vacancy>, title: String, Vacancy.State)
        case application(Application)
        case match(ID<Application>, vacancyTitle: String, name: String)
    }

    package struct Entry: Sendable, Equatable {
        package let event: Event
        package let at: Instant
    }

    /// Somebody who waits for a word of the organisation.
    package struct Waiting: Sendable, Equatable {
        package let application: ID<Application>
        package let name: String
        package let vacancyTitle: String
        /// She wrote in a conversation; else nobody answered her yet.
        package let wrote: Bool
        package let since: Instant
        /// For when she was promised a first answer.
        package let promised: CalendarDate?
        /// Who looks after it; nil: everybody.
        package let contactPerson: String?
    }

    /// Whatever its age, who waits longest first, at most twenty.
    package static func waiting(
        of organisation: ID<Organisation>, in centre: Centre, _ tx: Transaction
    ) throws -> [Waiting] {
        let clock = try ReplyClock.of(organisation, in: centre, tx)
        return try tx(
            """
            select a.id, a.name, v.title, m.id is not null as wrote, coalesce(m.at, a.created_at) as since, a.created_at, a.answer_days,
                a.state = 'new' and a.channel = 'web' as is_clocked,
                (select h.name from organisation_member h where h.organisation_id = v.organisation_id and h.account_id = v.contact_person_id) as contact
            from application a join vacancy v on v.id = a.vacancy_id
            left join application_message m on m.id =
                (select max(n.id) from application_message n where n.centre_id = a.centre_id and n.application_id = a.id and n.taken_back_at is null)
            where a.centre_id = \(centre.id) and a.organisation_id = \(organisation) and a.state in ('new', 'in_conversation', 'matched')
                and (m.author = 'volunteer' or m.id is null and a.state = 'new') order by since, a.id limit 20
            """
        ).map { row in
            let (isClocked, sent): (Bool, Instant) = (try row["is_clocked"], try row["created_at"])
            return Waiting(
                application: try row["id"], name: try row["name"], vacancyTitle: try row["title"],
                wrote: try row["wrote"], since: try row["since"],
                promised: isClocked
                    ? clock.answerBy(CalendarDate(sent, in: centre.zone), within: try row["answer_days"]) : nil,
                contactPerson: try row["contact"])
        }
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
            select \(ApplicationQueries.columns) from \(ApplicationQueries.tables)
            where a.centre_id = \(centre) and a.organisation_id = \(organisation) and a.created_at > \(since)
            order by a.created_at desc, a.id desc limit 100
            """
        ).map { row in Entry(event: .application(try ApplicationQueries.application(row)), at: try row["created_at"]) }
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
