package import Localisation
package import SQL
package import Time

package enum ApplicationQueries {
    static let columns: SQL = "a.*, v.title, o.name as organisation_name"
    static let tables: SQL =
        "application a join vacancy v on v.id = a.vacancy_id join organisation o on o.id = a.organisation_id"

    package static func find(_ id: ID<Application>, in centre: ID<Centre>, _ tx: Transaction) throws -> Application? {
        try tx.first("select \(columns) from \(tables) where a.centre_id = \(centre) and a.id = \(id)").map(application)
    }

    /// For who may see it.
    package static func seen(_ id: ID<Application>, in work: UnitOfWork) throws -> Application? {
        try find(id, in: work.centre.id, work.tx).flatMap { ApplicationPolicy.canSee($0, work.actor) ? $0 : nil }
    }

    /// For who may do this with it now.
    static func find(_ id: ID<Application>, for act: ApplicationAct, in work: UnitOfWork) throws -> Application? {
        try find(id, in: work.centre.id, work.tx).flatMap {
            ApplicationPolicy.acts($0, work.actor).contains(act) ? $0 : nil
        }
    }

    package enum Key: String, Sendable {
        case name = "naam"
        case vacancy = "vacature"
        case state = "staat"
        case when = "wanneer"

        fileprivate var column: SQL {
            switch self {
            case .name: "a.name_key"
            case .vacancy: "v.search_text"
            case .state: "a.state"
            case .when: "a.created_at"
            }
        }
    }

    /// Which responses: of one organisation or of one volunteer.
    package struct Search: Sendable {
        package var organisation: ID<Organisation>?
        package var volunteer: ID<Volunteer>?
        package var vacancy: ID<Vacancy>?
        package var kind: Application.Kind?
        /// Only who still waits for an answer.
        package var isOpen = false
        /// Of a name, an address or a telephone number, as typed.
        package var words = ""
        package var order = ListOrder(Key.when, descends: true)

        package init(
            organisation: ID<Organisation>? = nil, volunteer: ID<Volunteer>? = nil, vacancy: ID<Vacancy>? = nil,
            kind: Application.Kind? = nil, isOpen: Bool = false, words: String = "",
            order: ListOrder<Key> = .init(.when, descends: true)
        ) {
            self.organisation = organisation
            self.volunteer = volunteer
            self.vacancy = vacancy
            self.kind = kind
            self.isOpen = isOpen
            self.words = words
            self.order = order
        }

        fileprivate var filter: SQL {
            var filter: SQL = .empty
            if let organisation { filter += " and a.organisation_id = \(organisation)" }
            if let volunteer { filter += " and a.volunteer_id = \(volunteer)" }
            if let vacancy { filter += " and a.vacancy_id = \(vacancy)" }
            if let kind { filter += " and a.kind = \(kind)" }
            if isOpen { filter += " and \(ApplicationQueries.waits("a"))" }
            if let digits = TypedPhone.digits(words) {
                filter += " and \(TypedPhone.holds("a.phone", digits))"
            } else {
                // Names and addresses, as they are copied from a mail: `<els@pan.example>`.
                let typed = words.lowercased().replacing("mailto:", with: "").split { " <>,;\t".contains($0) }
                for word in typed.prefix(8) {
                    let named = Folding.words(String(word)).map { name -> SQL in
                        "a.name_key like \(Folding.containing(name)) escape '\\'"
                    }
                    filter += """
                         and (\(named.joined(separator: " and "))
                            or lower(a.email) like \(Folding.containing(String(word))) escape '\\')
                        """
                }
            }
            return filter
        }

        fileprivate var ordering: SQL {
            "\(order.key.column) \(order.direction), a.created_at desc, a.id desc"
        }
    }

    package static func list(_ search: Search, in centre: ID<Centre>, page: Page, _ tx: Transaction) throws -> Paged<
        Application
    > {
        let filter: SQL = "a.centre_id = \(centre) \(search.filter)"
        return try Paged(page, of: "application a where \(filter)", tx) { page in
            try tx("select \(columns) from \(tables) where \(filter) order by \(search.ordering) \(page.limit)")
                .map(application)
        }
    }

    /// SQL for who waits for an answer: whoever takes part without an account waits for nothing.
    package static func waits(_ table: SQL) -> SQL {
        """
        \(table).state in ('new', 'in_conversation') and coalesce(\(table).follow_up, '') <> 'takes_part'
        """
    }

    /// The response that this volunteer has running at this vacancy, or one whose no can still be taken back.
    package static func open(
        of volunteer: ID<Volunteer>, to vacancy: ID<Vacancy>, in centre: ID<Centre>, _ tx: Transaction
    )
        throws -> ID<Application>?
    {
        try tx.value(
            """
            select id from application where centre_id = \(centre) and volunteer_id = \(volunteer) and vacancy_id = \(vacancy)
                and (state in ('new', 'in_conversation', 'matched') or state = 'declined' and closing_due is not null) order by id limit 1
            """)
    }

    /// The newest 200 vacancies to which she responded, whatever came of it: nobody is told to respond a second time.
    package static func respondedTo(by volunteer: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> Set<ID<Vacancy>>
    {
        Set(
            try tx.values(
                """
                select vacancy_id, max(id) as newest from application
                where centre_id = \(centre) and volunteer_id = \(volunteer)
                group by vacancy_id order by newest desc limit 200
                """))
    }

    package struct Message: Sendable, Equatable {
        package enum Author: String, Sendable, SQLValue { case organisation, volunteer }

        /// Nil: what somebody wrote when she responded.
        package let id: Int64?
        package let author: Author
        /// Who of an organisation wrote it, or the volunteer.
        package let account: ID<Account>?
        /// Empty when it was taken back.
        package let text: String
        package let at: Instant
        package let isTakenBack: Bool

        package init(
            id: Int64? = nil, author: Author, account: ID<Account>? = nil, text: String, at: Instant,
            isTakenBack: Bool = false
        ) {
            self.id = id
            self.author = author
            self.account = account
            self.text = text
            self.at = at
            self.isTakenBack = isTakenBack
        }

        /// Whether this person can take it back now.
        package func canBeTakenBack(by actor: Actor, at now: Instant) -> Bool {
            let side: Author = if case .volunteer = actor.role { .volunteer } else { .organisation }
            return id != nil && author == side && account == actor.account && !isTakenBack
                && UndoTime.isOpen(since: at, now: now)
        }
    }

    /// What was said about a response after it came in, oldest first, at most the newest 200.
    package static func messages(of id: ID<Application>, in centre: ID<Centre>, _ tx: Transaction) throws -> [Message] {
        try tx(
            """
            select id, author, account_id, text, at, taken_back_at from application_message
            where centre_id = \(centre) and application_id = \(id) order by id desc limit 200
            """
        ).map {
            Message(
                id: try $0["id"], author: try $0["author"], account: try $0["account_id"], text: try $0["text"],
                at: try $0["at"], isTakenBack: try $0["taken_back_at"] as Instant? != nil)
        }.reversed()
    }

    /// How many messages of the other side somebody could have read.
    package static func received(
        _ id: ID<Application>, from author: Message.Author = .volunteer, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> Int {
        try tx.count(
            "application_message where centre_id = \(centre) and application_id = \(id) and author = \(author)")
    }

    /// The same of many, those without any left out.
    package static func received(
        _ ids: [ID<Application>], in centre: ID<Centre>, _ tx: Transaction
    ) throws -> [ID<Application>: Int] {
        let rows = try tx(
            """
            select application_id, count(*) as n from application_message
            where centre_id = \(centre) and application_id in \(list: ids) and author = 'volunteer'
            group by application_id order by application_id limit \(ids.count)
            """)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["application_id"], try $0["n"]) })
    }

    /// Responses through us that nobody of these organisations answered and that are not overdue yet, the oldest first.
    /// - Returns: with whether their organisation was reminded of them, and whether it is admitted.
    static func unanswered(
        at organisations: [ID<Organisation>], before: Instant, most: Int, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> [(Application, isReminded: Bool, isAdmitted: Bool)] {
        try tx(
            """
            select \(columns), a.reminded_at is not null as is_reminded, o.state = 'approved' as is_admitted from \(tables)
            where a.centre_id = \(centre) and a.state = 'new' and a.organisation_id in \(list: organisations)
                and a.channel = 'web' and a.overdue_at is null and a.created_at < \(before)
            order by a.created_at, a.id limit \(most)
            """
        ).map { (try application($0), try $0["is_reminded"], try $0["is_admitted"]) }
    }

    /// What nobody of an organisation answered, the longest first.
    static func waiting(at organisation: ID<Organisation>, most: Int, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [Application]
    {
        try tx(
            """
            select \(columns) from \(tables) where a.centre_id = \(centre) and a.organisation_id = \(organisation)
                and a.state = 'new' and a.channel = 'web' order by a.created_at, a.id limit \(most)
            """
        ).map(application)
    }

    /// What was not answered in time and still waits, the longest first: the centre's list.
    package static func overdue(in centre: ID<Centre>, page: Page, _ tx: Transaction) throws -> Paged<Application> {
        let filter: SQL = "a.centre_id = \(centre) and a.state = 'new' and a.overdue_at is not null"
        return try Paged(page, of: "application a where \(filter)", tx) { page in
            try tx("select \(columns) from \(tables) where \(filter) order by a.overdue_at, a.id \(page.limit)")
                .map(application)
        }
    }

    /// In which language it was sent.
    package static func language(
        of id: ID<Application>, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> Language? {
        try tx.value("select language from application where centre_id = \(centre) and id = \(id)")
            .flatMap(Language.init(rawValue:))
    }

    static func application(_ row: Row) throws -> Application {
        Application(
            id: try row["id"], organisation: try row["organisation_id"],
            organisationName: try row["organisation_name"], vacancy: try row["vacancy_id"],
            vacancyTitle: try row["title"], volunteer: try row["volunteer_id"], kind: try row["kind"],
            channel: try row["channel"], name: try row["name"], email: try row["email"], phone: try row["phone"],
            message: try row["message"], party: try row["party"], partySize: try row["party_size"],
            state: try row["state"], followUp: try row["follow_up"], createdAt: try row["created_at"],
            answerDays: try row["answer_days"], remindedAt: try row["reminded_at"], overdueAt: try row["overdue_at"],
            closing: try closing(row), handedBackAt: try row["handed_back_at"], helpedAt: try row["helped_at"])
    }
    private static func closing(_ row: Row) throws -> Closing? {
        let (from, due): (Application.State?, Instant?) = (try row["closing_from"], try row["closing_due"])
        return from.flatMap { from in due.map { Closing(from: from, due: $0) } }
    }
}
