package import Localisation
package import SQL
package import Time

package enum AccountQueries {
    package static func find(_ id: ID<Account>, in centre: ID<Centre>, _ tx: Transaction) throws -> Account? {
        try find("a.id = \(id)", in: centre, tx)
    }

    package static func find(email: String, in centre: ID<Centre>, _ tx: Transaction) throws -> Account? {
        try find("a.email_key = \(EmailAddress.key(email))", in: centre, tx)
    }

    /// Whether who works at a centre may know that this address is somebody's: of another centre she learns nothing.
    static func isKnown(_ email: String, in centre: ID<Centre>, _ tx: Transaction) throws -> Bool {
        guard let account = try find(email: email, in: centre, tx) else { return false }
        let tables: [SQL] = ["centre_role", "organisation_member", "volunteer"]
        return try tables.contains { table in
            try tx.first(
                "select 1 as here from \(table) h where h.centre_id = \(centre) and h.account_id = \(account.id) limit 1"
            )
                != nil
        }
    }

    private static func find(_ condition: SQL, in centre: ID<Centre>, _ tx: Transaction) throws -> Account? {
        try tx.first("select a.*, \(Hat.name(of: "a.id", in: centre)) as name from account a where \(condition)").map(
            account)
    }

    package static func passwordHash(email: String, _ tx: Transaction) throws -> (account: ID<Account>, hash: String)? {
        try tx.first(
            "select id, password_hash from account where email_key = \(EmailAddress.key(email)) and password_hash is not null"
        ).map { (try $0["id"], try $0["password_hash"]) }
    }

    package static func passwordHash(_ id: ID<Account>, _ tx: Transaction) throws -> String? {
        try tx.value("select password_hash from account where id = \(id)")
    }

    /// The account of this address, made without a password when nobody has it yet.
    /// - Parameter name: as she is called in what follows; whatever else uses the address keeps its own names.
    package static func findOrCreate(email: String, name: String, language: Language, in work: UnitOfWork) throws
        -> Account
    {
        try work.tx(
            """
            insert into account (email, email_key, password_hash, language, created_at)
            values (\(email), \(EmailAddress.key(email)), \(String?.none), \(language.rawValue), \(work.now))
            on conflict (email_key) do nothing
            """)
        guard let account = try find(email: email, in: work.centre.id, work.tx) else { throw SQLError.conflict }
        return account.called(name)
    }

    package static func staffRole(_ account: ID<Account>, in centre: ID<Centre>, _ tx: Transaction) throws -> StaffRole?
    {
        try tx.value("select role from centre_role where centre_id = \(centre) and account_id = \(account)")
    }

    package struct Colleague: Sendable, Equatable {
        package let account: Account
        package let role: StaffRole
        /// Of which she hears; none in particular is all.
        package let municipalities: [String]
        package let awayUntil: CalendarDate?
        package let replacement: ID<Account>?
    }

    /// The people of a centre by name, at most 200.
    package static func staff(in centre: ID<Centre>, _ tx: Transaction) throws -> [Colleague] {
        let chosen: [ID<Account>: [String]] = try tx.lists(
            "select account_id, name from centre_role_municipality where centre_id = \(centre) order by name limit 20000"
        )
        return try tx(
            """
            select a.*, r.name, r.role, r.away_until, r.replacement_id from account a join centre_role r on r.account_id = a.id
            where r.centre_id = \(centre) order by r.name_key, a.id limit 200
            """
        ).map { row in
            let account = try account(row)
            return Colleague(
                account: account, role: try row["role"], municipalities: chosen[account.id] ?? [],
                awayUntil: try row["away_until"], replacement: try row["replacement_id"])
        }
    }

    /// Who hears of a registration or vacancy: the consultant of the organisation; otherwise administrators and mediators
    /// who have the municipality, or who have none in particular; all of them when nobody has it. For who is away, whoever
    /// stands in. At most 50.
    package static func reviewers(of organisation: ID<Organisation>?, municipality: String, in work: UnitOfWork) throws
        -> [Account]
    {
        let today = work.today
        if let organisation,
            let consultant = try Consultant.of(organisation, in: work.centre.id, today: today, work.tx),
            let account = try find(consultant.account, in: work.centre.id, work.tx)
        {
            return [account]
        }
        let rows = try work.tx(
            """
            select a.*, r.name, (select count(*) from centre_role_municipality m
                    where m.centre_id = r.centre_id and m.account_id = r.account_id) as chosen,
                (select count(*) from centre_role_municipality m
                    where m.centre_id = r.centre_id and m.account_id = r.account_id and m.name = \(municipality)) as here,
                case when r.away_until >= \(today) and exists (select 1 from centre_role c where c.centre_id = r.centre_id
                    and c.account_id = r.replacement_id and c.role in ('mediator', 'administrator'))
                    then r.replacement_id end as stands_in
            from account a join centre_role r on r.account_id = a.id
            where r.centre_id = \(work.centre.id) and r.role in ('administrator', 'mediator') order by a.id limit 50
            """)
        let concerned = try rows.filter { row in
            let (chosen, here): (Int, Int) = (try row["chosen"], try row["here"])
            return chosen == 0 || here > 0
        }
        var told: [Account] = []
        for row in concerned.isEmpty ? rows : concerned {
            let other: ID<Account>? = try row["stands_in"]
            let account = try other.flatMap { try find($0, in: work.centre.id, work.tx) } ?? account(row)
            if !told.contains(where: { $0.id == account.id }) { told.append(account) }
        }
        return told
    }

    private static func account(_ row: Row) throws -> Account {
        let hash: String? = try row["password_hash"]
        return Account(
            id: try row["id"], email: try row["email"], name: try row["name"], hasPassword: hash != nil,
            language: Language(rawValue: try row["language"]) ?? .nl)
    }
}

extension UnitOfWork {
    /// Mails who at the centre decides about what an organisation sent: see `AccountQueries.reviewers`.
    func tellReviewers(
        of organisation: ID<Organisation>?, municipality: String, _ draft: (Account) throws -> MailDraft
    ) throws {
        for reviewer in try AccountQueries.reviewers(of: organisation, municipality: municipality, in: self) {
            try tell(reviewer, try draft(reviewer))
        }
    }
}
