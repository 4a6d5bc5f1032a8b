import Localisation
package import SQL
import Time

package enum AccountQueries {
    package static func find(_ id: ID<Account>, _ tx: Transaction) throws -> Account? {
        try tx.first("select * from account where id = \(id)").map(account)
    }

    package static func find(email: String, _ tx: Transaction) throws -> Account? {
        try tx.first("select * from account where email_key = \(EmailAddress.key(email))").map(account)
    }

    package static func passwordHash(email: String, _ tx: Transaction) throws -> (ID<Account>, String)? {
        guard
            let row = try tx.first(
                "select id, password_hash from account where email_key = \(EmailAddress.key(email)) and password_hash is not null"
            )
        else { return nil }
        return (try row["id"], try row["password_hash"])
    }

    /// The account of this address, made without a password when nobody has it yet.
    static func findOrCreate(email: String, name: String, language: Language, now: Instant, _ tx: Transaction) throws
        -> Account
    {
        try tx(
            """
            insert into account (email, email_key, name, password_hash, language, created_at)
            values (\(email), \(EmailAddress.key(email)), \(name), \(String?.none), \(language.rawValue), \(now))
            on conflict (email_key) do nothing
            """)
        guard let account = try find(email: email, tx) else { throw SQLError.conflict }
        return account
    }

    package static func staffRole(_ account: ID<Account>, in centre: ID<Centre>, _ tx: Transaction) throws -> StaffRole?
    {
        try tx.first("select role from centre_role where centre_id = \(centre) and account_id = \(account)")
            .map { try $0["role"] }
    }

    package struct Colleague: Sendable, Equatable {
        package let account: Account
        package let role: StaffRole
        /// Of which she hears; none in particular is all.
        package let municipalities: [String]
    }

    /// The people of a centre by name, at most 200.
    package static func staff(in centre: ID<Centre>, _ tx: Transaction) throws -> [Colleague] {
        var chosen: [ID<Account>: [String]] = [:]
        for row in try tx(
            "select account_id, name from centre_role_municipality where centre_id = \(centre) order by name limit 20000"
        ) {
            chosen[try row["account_id"], default: []].append(try row["name"])
        }
        return try tx(
            """
            select a.*, r.role from account a join centre_role r on r.account_id = a.id
            where r.centre_id = \(centre) order by a.name, a.id limit 200
            """
        ).map { row in
            let account = try account(row)
            return Colleague(account: account, role: try row["role"], municipalities: chosen[account.id] ?? [])
        }
    }

    /// Who hears of new registrations and vacancies of a municipality: administrators and mediators who have it, or who have
    /// none in particular; all of them when nobody has it. At most 50.
    package static func reviewers(in centre: ID<Centre>, municipality: String, _ tx: Transaction) throws -> [Account] {
        let rows = try tx(
            """
            select a.*, (select count(*) from centre_role_municipality m
                    where m.centre_id = r.centre_id and m.account_id = r.account_id) as chosen,
                (select count(*) from centre_role_municipality m
                    where m.centre_id = r.centre_id and m.account_id = r.account_id and m.name = \(municipality)) as here
            from account a join centre_role r on r.account_id = a.id
            where r.centre_id = \(centre) and r.role in ('administrator', 'mediator') order by a.id limit 50
            """)
        let concerned = try rows.filter { row in
            let (chosen, here): (Int, Int) = (try row["chosen"], try row["here"])
            return chosen == 0 || here > 0
        }
        return try (concerned.isEmpty ? rows : concerned).map(account)
    }

    private static func account(_ row: Row) throws -> Account {
        let hash: String? = try row["password_hash"]
        return Account(
            id: try row["id"], email: try row["email"], name: try row["name"], hasPassword: hash != nil,
            language: Language(rawValue: try row["language"]) ?? .nl)
    }
}
