package import SQL
package import Time

package enum VacancyQueries {
    package static func find(_ id: ID<Vacancy>, in centre: ID<Centre>, _ tx: Transaction) throws -> Vacancy? {
        guard
            let row = try tx.first(
                """
                select v.*, u.hash as picture_hash, d.name as department_name from vacancy v
                left join upload u on u.id = v.picture_id left join department d on d.id = v.department_id
                where v.centre_id = \(centre) and v.id = \(id)
                """)
        else { return nil }
        let tags = try tx(
            "select list, slug from vacancy_tag where centre_id = \(centre) and vacancy_id = \(id) order by list, slug limit 200"
        )
        return try vacancy(row, tags: tags, pending: try pending(row, tx))
    }

    /// The same of a page of them, in three queries.
    package static func all(_ ids: [ID<Vacancy>], in centre: ID<Centre>, _ tx: Transaction) throws
        -> [ID<Vacancy>: Vacancy]
    {
        guard !ids.isEmpty else { return [:] }
        let tags = Dictionary(
            grouping: try tx(
                """
                select vacancy_id, list, slug from vacancy_tag where centre_id = \(centre) and vacancy_id in \(list: ids)
                order by vacancy_id, list, slug limit \(200 * ids.count)
                """)
        ) { row -> Int64? in try? row["vacancy_id"] }
        let pending = Dictionary(
            grouping: try tx(
                """
                select v.id, w.content, p.hash from vacancy v
                join vacancy_version w on w.vacancy_id = v.id and w.version = v.pending_version
                left join upload p on p.id = v.pending_picture_id
                where v.centre_id = \(centre) and v.id in \(list: ids) order by v.id limit \(ids.count)
                """)
        ) { row -> Int64? in try? row["id"] }
        let rows = try tx(
            """
            select v.*, u.hash as picture_hash, d.name as department_name from vacancy v
            left join upload u on u.id = v.picture_id left join department d on d.id = v.department_id
            where v.centre_id = \(centre) and v.id in \(list: ids) order by v.id limit \(ids.count)
            """)
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                let id: ID<Vacancy> = try row["id"]
                return (
                    id, try vacancy(row, tags: tags[id.number] ?? [], pending: pending[id.number]?.first)
                )
            })
    }

    /// A text that waits beside the approved one; few vacancies have one, and every page about one asks for the vacancy.
    private static func pending(_ row: Row, _ tx: Transaction) throws -> Row? {
        let (id, version): (ID<Vacancy>, Int?) = (try row["id"], try row["pending_version"])
        guard let version else { return nil }
        return try tx.first(
            """
            select w.content, p.hash from vacancy_version w
            left join upload p on p.id = \(try row["pending_picture_id"] as ID<Upload>?)
            where w.vacancy_id = \(id) and w.version = \(version)
            """)
    }

    /// For who may see it.
    package static func seen(_ id: ID<Vacancy>, in work: UnitOfWork) throws -> Vacancy? {
        try find(id, in: work.centre.id, work.tx).flatMap { VacancyPolicy.canSee($0, work.actor) ? $0 : nil }
    }

    /// For who works for its organisation.
    static func own(_ id: ID<Vacancy>, in work: UnitOfWork) throws -> Vacancy? {
        try find(id, in: work.centre.id, work.tx).flatMap { VacancyPolicy.isOwn($0, work.actor) ? $0 : nil }
    }

    /// For who may do this with it now.
    package static func find(_ id: ID<Vacancy>, for act: VacancyAct, in work: UnitOfWork) throws -> Vacancy? {
        try find(id, in: work.centre.id, work.tx).flatMap {
            VacancyPolicy.acts($0, work.actor).contains(act) ? $0 : nil
        }
    }

    /// What an organisation made with this form, for who may see it.
    package static func made(
        with seal: String, of organisation: ID<Organisation>, in work: UnitOfWork
    ) throws -> Vacancy? {
        let key = VacancyRows.key(seal, organisation)
        return try work.tx.value(
            "select id from vacancy where centre_id = \(work.centre.id) and submission_key = \(key)"
        ).flatMap { try seen($0, in: work) }
    }

    /// What visitors may see: published, not past its date, of an approved organisation.
    static func visible(in centre: ID<Centre>, today: CalendarDate) -> SQL {
        "\(visible(in: centre)) and (v.publish_until is null or v.publish_until >= \(today))"
    }

    /// The same whatever the day: for the index, which knows the last day of each.
    static func visible(in centre: ID<Centre>) -> SQL {
        "v.centre_id = \(centre) and v.state = 'published' and not v.is_full and o.state = 'approved'"
    }

    /// What the centre put *in de kijker*, the newest choice first.
    package static func featured(in centre: ID<Centre>, today: CalendarDate, _ tx: Transaction) throws -> [VacancyCard]
    {
        try tx(
            """
            select \(cardColumns) \(cardTables) where \(visible(in: centre, today: today)) and v.featured_at is not null
            order by v.featured_at desc, v.id desc limit \(FeatureVacancy.shown)
            """
        ).map(VacancyCard.init)
    }

    static let cardTables: SQL = """
        from vacancy v join organisation o on o.id = v.organisation_id left join upload u on u.id = v.picture_id
            left join department d on d.id = v.department_id
        """

    static let cardColumns: SQL = """
        v.id, v.centre_id, v.title, o.name as organisation, v.place, v.other_places, v.hours, v.interest, v.from_home, v.published_at, v.picture_id,
            u.hash as picture_hash, d.name as department, v.language_level
        """

    /// The numbers and titles of everything visible, newest first: for search engines.
    package static func addresses(in centre: ID<Centre>, today: CalendarDate, _ tx: Transaction) throws -> [(
        id: ID<Vacancy>, title: String, changedAt: Instant
    )] {
        try tx(
            """
            select v.id, v.title, v.updated_at from vacancy v join organisation o on o.id = v.organisation_id
            where \(visible(in: centre, today: today)) order by v.published_at desc nulls last, v.id desc limit 20000
            """
        ).map { (try $0["id"], try $0["title"], try $0["updated_at"]) }
    }

    package struct Listed: Sendable, Equatable {
        package let id: ID<Vacancy>
        package let title: String
        package let organisation: String
        package let state: Vacancy.State
        package let returned: Bool
        /// What becomes of a changed text while the approved one is online.
        package let pending: Vacancy.Pending.Stage?
        package let publishUntil: CalendarDate?
        package let queuedAt: Instant?
        package let updatedAt: Instant
        package let applications: Int
        /// Who looks after it; empty: everybody.
        package let contactPerson: String
        /// All places are taken: online, and nobody can respond.
        package let isFull: Bool

        /// Nobody read it yet: one opens it to go on writing.
        package var isDraft: Bool { state == .draft }
        /// The last day on the website; of what lies in the archive that says nothing any more.
        package var shownUntil: CalendarDate? { state == .archived ? nil : publishUntil }

        package init(
            id: ID<Vacancy>, title: String, organisation: String, state: Vacancy.State, returned: Bool,
            pending: Vacancy.Pending.Stage? = nil,
            publishUntil: CalendarDate?, queuedAt: Instant?, updatedAt: Instant, applications: Int,
            contactPerson: String = "", isFull: Bool = false
        ) {
            self.id = id
            self.title = title
            self.organisation = organisation
            self.state = state
            self.returned = returned
            self.pending = pending
            self.publishUntil = publishUntil
            self.queuedAt = queuedAt
            self.updatedAt = updatedAt
            self.applications = applications
            self.contactPerson = contactPerson
            self.isFull = isFull
        }
    }

    package enum Key: String, Sendable {
        case title = "titel"
        case organisation = "organisatie"
        case state = "staat"
        case until = "tot"
        case applications = "reacties"
        case changed = "gewijzigd"
        case queued = "ingestuurd"

        fileprivate var column: SQL {
            switch self {
            case .title: "v.search_text"
            case .organisation: "o.name_key"
            case .state: "v.state"
            case .until: "v.publish_until"
            case .applications: "applications"
            case .changed: "v.updated_at"
            case .queued: "coalesce(v.pending_at, v.queued_at)"
            }
        }
    }

    /// Vacancies in all states: of one organisation, or of the whole centre; by state when asked.
    package static func list(
        in centre: ID<Centre>, organisation: ID<Organisation>? = nil, department: ID<Department>? = nil,
        contactPerson: ID<Account>? = nil, state: Vacancy.State? = nil, words: [String] = [],
        order: ListOrder<Key> = .init(.changed, descends: true),
        page: Page, _ tx: Transaction
    ) throws -> Paged<Listed> {
        var filter: SQL = "v.centre_id = \(centre)"
        if let organisation { filter += " and v.organisation_id = \(organisation)" }
        if let department { filter += " and v.department_id = \(department)" }
        if let contactPerson { filter += " and v.contact_person_id = \(contactPerson)" }
        if let state {
            filter +=
                state == .queued ? " and (v.state = 'queued' or v.pending_at is not null)" : " and v.state = \(state)"
        }
        for word in words { filter += " and v.search_text like \(Folding.containing(word)) escape '\\'" }
        return try Paged(page, of: "vacancy v where \(filter)", tx) { page in
            try tx(
                """
                select v.id, v.title, o.name as organisation, v.state, v.is_full, v.comment is not null as returned, v.publish_until,
                    coalesce(v.pending_at, v.queued_at) as queued_at, v.updated_at,
                    v.pending_at as pending_since, v.pending_version is not null as has_pending, (select count(*) from application a where a.vacancy_id = v.id) as applications,
                    (select h.name from organisation_member h where h.organisation_id = v.organisation_id and h.account_id = v.contact_person_id) as contact
                from vacancy v join organisation o on o.id = v.organisation_id where \(filter)
                order by \(order.key.column) \(order.direction), v.id \(order.direction) \(page.limit)
                """
            ).map { row in
                let state: Vacancy.State = try row["state"]
                return Listed(
                    id: try row["id"], title: try row["title"], organisation: try row["organisation"], state: state,
                    returned: try row["returned"] && state == .draft,
                    pending: try row["has_pending"]
                        ? .init(since: row["pending_since"], hasComment: row["returned"]) : nil,
                    publishUntil: try row["publish_until"],
                    queuedAt: try row["queued_at"], updatedAt: try row["updated_at"],
                    applications: try row["applications"], contactPerson: try row["contact"] ?? "",
                    isFull: try row["is_full"])
            }
        }
    }

    /// What an organisation has to look at.
    package struct ToLookAt: Sendable {
        package typealias Titled = (id: ID<Vacancy>, title: String)

        /// What the centre returned with a question, the newest first, at most ten.
        package let returned: [Titled]
        /// Of how many that are online it was asked whether they are still right.
        package let asked: Int
        /// What somebody began and did not send in, the newest three.
        package let drafts: [Titled]
    }

    package static func toLookAt(of organisation: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> ToLookAt
    {
        let rows = try tx(
            """
            select id, title, case when comment is not null then 'returned' when state = 'draft' then 'draft' else 'asked' end as what
            from vacancy where centre_id = \(centre) and organisation_id = \(organisation)
                and (state = 'draft'
                    or comment is not null and pending_version is not null and state in ('published', 'offline')
                    or state = 'published' and asked_at > published_at and asked_at > coalesce(confirmed_at, 0))
            order by case when comment is not null then 0 when state = 'draft' then 2 else 1 end, updated_at desc, id desc
            limit 110
            """)
        func those(_ what: String) throws -> [ToLookAt.Titled] {
            try rows.filter { row in try row["what"] == what }.map { (try $0["id"], try $0["title"]) }
        }
        return ToLookAt(
            returned: Array(try those("returned").prefix(10)), asked: try those("asked").count,
            drafts: Array(try those("draft").prefix(3)))
    }

    private static func vacancy(_ row: Row, tags: [Row], pending: Row?) throws -> Vacancy {
        Vacancy(
            id: try row["id"], organisation: try row["organisation_id"], content: try Vacancy.Content(row, tags: tags),
            pending: try pending.map { try Vacancy.Pending(row, $0) }, state: try row["state"],
            comment: try row["comment"], version: try row["version"], createdAt: try row["created_at"],
            queuedAt: try row["queued_at"], publishedAt: try row["published_at"],
            approvedVersion: try row["approved_version"], isFull: try row["is_full"],
            contactPerson: try row["contact_person_id"],
            isFeatured: try row["featured_at"] as Instant? != nil, archiving: try archiving(row),
            freshness: try Freshness(row))
    }

    private static func archiving(_ row: Row) throws -> Vacancy.Archiving? {
        let (state, from): (Vacancy.State, Vacancy.State?) = (try row["state"], try row["archived_from"])
        guard state == .archived, let from else { return nil }
        return Vacancy.Archiving(from: from, at: try row["archived_at"])
    }
}
