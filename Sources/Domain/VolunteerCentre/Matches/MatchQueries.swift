package import SQL

package enum MatchQueries {
    private static let columns: SQL = "m.*, v.title, o.name as organisation_name, p.name as volunteer_name"
    private static let tables: SQL =
        """
        match m join vacancy v on v.id = m.vacancy_id join organisation o on o.id = m.organisation_id
            join application p on p.id = m.application_id
        """

    package static func find(_ id: ID<Match>, in centre: ID<Centre>, _ tx: Transaction) throws -> Match? {
        try tx.first("select \(columns) from \(tables) where m.centre_id = \(centre) and m.id = \(id)").map(match)
    }

    /// For who may see it.
    package static func seen(_ id: ID<Match>, in work: UnitOfWork) throws -> Match? {
        try find(id, in: work.centre.id, work.tx).flatMap { MatchPolicy.canSee($0, work.actor) ? $0 : nil }
    }

    /// The newest match of a response: one that was a mistake may be followed by another.
    package static func find(of application: ID<Application>, in centre: ID<Centre>, _ tx: Transaction) throws -> Match?
    {
        try tx.first(
            """
            select \(columns) from \(tables) where m.centre_id = \(centre) and m.application_id = \(application)
            order by m.id desc limit 1
            """
        ).map(match)
    }

    package enum Key: String, Sendable {
        case name = "naam"
        case vacancy = "vacature"
        case begins = "begin"
        case state = "staat"
        case when = "wanneer"

        fileprivate var column: SQL {
            switch self {
            case .name: "p.name_key"
            case .vacancy: "v.search_text"
            case .begins: "m.begins_on"
            case .state: "m.state"
            case .when: "m.created_at"
            }
        }
    }

    /// Which matches: of one organisation or of one volunteer.
    package struct Search: Sendable {
        package var organisation: ID<Organisation>?
        package var volunteer: ID<Volunteer>?
        package var vacancy: ID<Vacancy>?
        package var words: [String] = []
        package var order = ListOrder(Key.when, descends: true)

        package init(
            organisation: ID<Organisation>? = nil, volunteer: ID<Volunteer>? = nil, vacancy: ID<Vacancy>? = nil,
            words: [String] = [], order: ListOrder<Key> = .init(.when, descends: true)
        ) {
            self.organisation = organisation
            self.volunteer = volunteer
            self.vacancy = vacancy
            self.words = words
            self.order = order
        }

        fileprivate var filter: SQL {
            var filter: SQL = .empty
            if let organisation { filter += " and m.organisation_id = \(organisation)" }
            if let volunteer { filter += " and m.volunteer_id = \(volunteer)" }
            if let vacancy { filter += " and m.vacancy_id = \(vacancy)" }
            for word in words { filter += " and p.name_key like \(Folding.containing(word)) escape '\\'" }
            return filter
        }

        fileprivate var ordering: SQL {
            "\(order.key.column) \(order.direction), m.created_at desc, m.id desc"
        }
    }

    package static func list(_ search: Search, in centre: ID<Centre>, page: Page, _ tx: Transaction) throws -> Paged<
        Match
    > {
        let filter: SQL = "m.centre_id = \(centre) \(search.filter)"
        return try Paged(page, of: "\(tables) where \(filter)", tx) { page in
            try tx("select \(columns) from \(tables) where \(filter) order by \(search.ordering) \(page.limit)")
                .map(match)
        }
    }

    private static func match(_ row: Row) throws -> Match {
        Match(
            id: try row["id"], organisation: try row["organisation_id"],
            organisationName: try row["organisation_name"], vacancy: try row["vacancy_id"],
            vacancyTitle: try row["title"], application: try row["application_id"],
            volunteer: try row["volunteer_id"], volunteerName: try row["volunteer_name"],
            beginsOn: try row["begins_on"], endsOn: try row["ends_on"], state: try row["state"],
            createdAt: try row["created_at"])
    }
}
