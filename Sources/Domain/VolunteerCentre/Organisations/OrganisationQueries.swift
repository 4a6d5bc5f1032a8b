import Localisation
package import SQL
package import Time

package enum OrganisationQueries {
    package static func find(_ id: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws -> Organisation? {
        try tx.first(
            """
            select o.*, u.hash as logo_hash from organisation o left join upload u on u.id = o.logo_id
            where o.centre_id = \(centre) and o.id = \(id)
            """
        ).map(organisation)
    }

    /// An organisation as everybody may see it: approved ones only.
    package static func published(_ id: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> Organisation?
    {
        try find(id, in: centre, tx).flatMap { $0.isAdmitted ? $0 : nil }
    }

    /// Those of these for which somebody may work on their behalf.
    package static func actable(among ids: [ID<Organisation>], in work: UnitOfWork) throws -> Set<ID<Organisation>> {
        guard OrganisationPolicy.canReview(work.actor) else { return [] }
        return Set(
            try work.tx.values(
                """
                select id from organisation where centre_id = \(work.centre.id) and state = 'approved' and id in \(list: ids)
                order by id limit \(ids.count)
                """))
    }

    /// For who may do this with it now.
    package static func find(_ id: ID<Organisation>, for act: OrganisationAct, in work: UnitOfWork) throws
        -> Organisation?
    {
        try find(id, in: work.centre.id, work.tx).flatMap {
            OrganisationPolicy.acts($0, work.actor).contains(act) ? $0 : nil
        }
    }

    /// For who decides about organisations at the centre.
    static func reviewed(_ id: ID<Organisation>, in work: UnitOfWork) throws -> Organisation? {
        guard OrganisationPolicy.canReview(work.actor) else { return nil }
        return try find(id, in: work.centre.id, work.tx)
    }

    package struct Waiting: Sendable, Equatable {
        package let id: ID<Organisation>
        package let name: String
        package let municipality: String
        package let since: Instant
    }

    /// The queue of registrations, oldest first.
    package static func waiting(in centre: ID<Centre>, page: Page, _ tx: Transaction) throws -> Paged<Waiting> {
        let rows: SQL = "organisation where centre_id = \(centre) and state = 'registered'"
        return try Paged(page, of: rows, tx) { page in
            try tx("select id, name, municipality, created_at from \(rows) order by created_at, id \(page.limit)")
                .map { row in
                    Waiting(
                        id: try row["id"], name: try row["name"], municipality: try row["municipality"],
                        since: try row["created_at"])
                }
        }
    }

    package struct Listed: Sendable, Equatable {
        package let id: ID<Organisation>
        package let name: String
        package let place: String
        package let state: Organisation.State
        package let vacancies: Int

        /// Of an organisation `o`.
        package static let columns: SQL = """
            o.id, o.name, o.place, o.state,
                (select count(*) from vacancy v where v.organisation_id = o.id and v.state = 'published') as vacancies
            """

        package init(_ row: Row) throws {
            id = try row["id"]
            name = try row["name"]
            place = try row["place"]
            state = try row["state"]
            vacancies = try row["vacancies"]
        }
    }

    package enum Key: String, Sendable {
        case name = "naam"
        case place = "plaats"
        case state = "staat"
        case vacancies = "vacatures"

        fileprivate var column: SQL {
            switch self {
            case .name: "o.name_key"
            case .place: "o.place"
            case .state: "o.state"
            case .vacancies: "vacancies"
            }
        }
    }

    /// All organisations of a centre.
    package static func list(
        in centre: ID<Centre>, matching words: [String], order: ListOrder<Key> = .init(.name), page: Page,
        _ tx: Transaction
    ) throws -> Paged<Listed> {
        let filter = words.reduce(SQL.empty) { $0 + " and o.name_key like \(Folding.containing($1)) escape '\\'" }
        return try Paged(page, of: "organisation o where o.centre_id = \(centre) \(filter)", tx) { page in
            try tx(
                """
                select \(Listed.columns) from organisation o where o.centre_id = \(centre) \(filter)
                order by \(order.key.column) \(order.direction), o.name_key, o.id \(page.limit)
                """
            ).map(Listed.init)
        }
    }

    package struct Member: Sendable, Equatable {
        package let account: Account
        package let role: Membership.Role
        package let position: String
        package let phone: String
        /// Nil: she works for all of it.
        package let department: ID<Department>?
        package let since: Instant
    }

    /// The people of an organisation, at most fifty; mail for the organisation goes to each of them.
    package static func members(of id: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws -> [Member] {
        try tx(
            """
            select \(memberColumns) from organisation_member m join account a on a.id = m.account_id
            where m.centre_id = \(centre) and m.organisation_id = \(id) order by m.id limit 50
            """
        ).map(Member.init)
    }

    /// Who gets mail about a vacancy: the person who looks after it. Without one its department's people and those of the whole
    /// organisation; all of them when that would be nobody.
    /// - Parameter standIns: besides, who would get it without that person: what waited too long waits for nobody's holiday.
    static func receivers(
        about vacancy: ID<Vacancy>, standIns: Bool = false, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> [Member] {
        var (department, contact): (ID<Department>?, ID<Account>?)
        let all = try tx(
            """
            select \(memberColumns), v.department_id as about, v.contact_person_id as contact from vacancy v
            join organisation_member m on m.centre_id = v.centre_id and m.organisation_id = v.organisation_id
            join account a on a.id = m.account_id
            where v.centre_id = \(centre) and v.id = \(vacancy) order by m.id limit 50
            """
        ).map { row in
            (department, contact) = (try row["about"], try row["contact"])
            return try Member(row)
        }
        let looksAfter = try all.filter {
            try $0.account.id == contact && !Reachability.isDead($0.account.email, in: centre, tx)
        }
        guard standIns || looksAfter.isEmpty else { return looksAfter }
        let some = all.filter {
            $0.department == nil || department == nil || $0.department == department || $0.account.id == contact
        }
        return some.isEmpty ? all : some
    }

    private static let memberColumns: SQL = """
        a.id, m.role, m.created_at, m.position, m.phone, m.department_id, a.email, m.name, a.language,
        a.password_hash is not null as has_password
        """

    /// The organisation for which somebody works.
    static func own(in work: UnitOfWork) throws -> Organisation? {
        guard case .member(let id) = work.actor.role else { return nil }
        return try published(id, in: work.centre.id, work.tx)
    }

    /// The organisation of an owner, or of who works on its behalf.
    static func owned(in work: UnitOfWork) throws -> Organisation? {
        guard case .member(let id) = work.actor.role, let account = work.actor.account,
            try work.actor.isOnBehalf || role(of: account, in: id, centre: work.centre.id, work.tx) == .owner
        else { return nil }
        return try own(in: work)
    }

    /// SQL for the rows of somebody at an organisation, in the tables that name both.
    package static func member(_ account: ID<Account>, of id: ID<Organisation>, in centre: ID<Centre>) -> SQL {
        "centre_id = \(centre) and organisation_id = \(id) and account_id = \(account)"
    }

    package static func role(
        of account: ID<Account>, in id: ID<Organisation>, centre: ID<Centre>, _ tx: Transaction
    ) throws -> Membership.Role? {
        try tx.value("select role from organisation_member where \(member(account, of: id, in: centre))")
    }

    package static func isMember(
        _ account: ID<Account>, of id: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> Bool {
        try role(of: account, in: id, centre: centre, tx) != nil
    }

    private static func organisation(_ row: Row) throws -> Organisation {
        let (logo, hash): (ID<Upload>?, String?) = (try row["logo_id"], try row["logo_hash"])
        return Organisation(
            id: try row["id"], name: try row["name"], legalForm: try row["legal_form"],
            shortDescription: try row["short_description"], website: try row["website"], email: try row["email"],
            phone: try row["phone"], street: try row["street"], houseNumber: try row["house_number"],
            postcode: try row["postcode"], place: try row["place"], municipality: try row["municipality"],
            newsletter: try row["newsletter"], logo: try row["logo"],
            logoUpload: logo.flatMap { id in hash.map { Upload(id: id, hash: $0) } }, state: try row["state"],
            criteriaMet: (try row["criteria_met"] as String? ?? "").split(separator: "\n").map(String.init),
            createdAt: try row["created_at"])
    }
}

extension OrganisationQueries.Member {
    fileprivate init(_ row: Row) throws {
        account = Account(
            id: try row["id"], email: try row["email"], name: try row["name"], hasPassword: try row["has_password"],
            language: .init(rawValue: try row["language"]) ?? .nl)
        (role, position, phone) = (try row["role"], try row["position"], try row["phone"])
        (department, since) = (try row["department_id"], try row["created_at"])
    }
}
