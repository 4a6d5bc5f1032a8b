package import SQL
import Time

extension ApplicationQueries {
    /// Those at a vacancy that got a no of which nobody told them yet.
    package static func closing(at vacancy: ID<Vacancy>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [Application]
    {
        try closing("a.vacancy_id = \(vacancy) and a.state = 'declined'", in: centre, tx)
    }

    /// At most a thousand: more are not closed in ten minutes.
    static func closing(_ which: SQL, in centre: ID<Centre>, _ tx: Transaction) throws -> [Application] {
        try tx(
            """
            select \(columns) from \(tables)
            where a.centre_id = \(centre) and a.closing_due is not null and \(which) order by a.id limit 1000
            """
        ).map(application)
    }

    /// Who looks on after a no, the longest first: who found something since, or was told no once more, stands here no longer for this.
    package static func handedBack(in work: UnitOfWork, page: Page) throws -> Paged<Application> {
        let filter = handedBack(in: work)
        return try Paged(page, of: "application a where \(filter)", work.tx) { page in
            try work.tx(
                "select \(columns) from \(tables) where \(filter) order by a.handed_back_at, a.id \(page.limit)"
            ).map(application)
        }
    }

    static func handedBack(_ id: ID<Application>, in work: UnitOfWork) throws -> Application? {
        try work.tx.first("select \(columns) from \(tables) where \(handedBack(in: work)) and a.id = \(id)")
            .map(application)
    }

    /// Why these were closed.
    package static func causes(of ids: [ID<Application>], in centre: ID<Centre>, _ tx: Transaction) throws
        -> [ID<Application>: String]
    {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx(
            """
            select c.subject_id, c.cause from state_change c
            where c.centre_id = \(centre) and c.subject = 'application' and c.subject_id in \(list: ids)
                and c.to_state in ('declined', 'withdrawn') and c.from_state <> c.to_state order by c.id limit 1000
            """)
        let last: [ID<Application>: String?] = try rows.reduce(into: [:]) {
            $0.updateValue(try $1["cause"], forKey: try $1["subject_id"])
        }
        return last.compactMapValues(\.self)
    }

    private static func handedBack(in work: UnitOfWork) -> SQL {
        """
        a.centre_id = \(work.centre.id) and a.handed_back_at > \(work.now.subtracting(.days(HandBack.days))) and a.helped_at is null
            and a.closing_due is null
            and not exists (select 1 from application n where n.centre_id = a.centre_id and n.id <> a.id
                and (n.volunteer_id = a.volunteer_id or a.volunteer_id is null and a.email <> '' and lower(n.email) = lower(a.email)
                    and n.name_key = a.name_key)
                and (n.handed_back_at > a.handed_back_at
                    or n.created_at > a.handed_back_at and n.state in ('new', 'in_conversation', 'matched')
                    or exists (select 1 from match m where m.centre_id = n.centre_id and m.application_id = n.id
                        and m.state = 'active' and m.created_at > a.handed_back_at)))
        """
    }
}
