package import SQL
import Time

/// A new e-mail address of an account, until the button in the mail to it is pressed: an address belongs to who reads its mail.
package struct AddressChange: Sendable, Equatable {
    static let life = ActionLink.Purpose.changeAddress.life
    /// So many mails to new addresses may one account cause in a day.
    private static let perDay = 5

    package enum Asked: Sendable, Equatable { case sent, same, tooOften, notFound }

    package enum Outcome: Sendable, Equatable {
        case changed
        /// Somebody has an account with that address; two cannot be one by a button.
        case taken
        case notFound
    }

    let id: Int64
    package let account: ID<Account>
    package let email: String

    /// Mails the new address whether it is hers.
    package static func ask(_ email: String, of id: ID<Account>, in work: UnitOfWork) throws -> Asked {
        guard try work.claim("account", id), let account = try AccountQueries.find(id, in: work.centre.id, work.tx)
        else { return .notFound }
        guard account.email != email else { return .same }
        let since = work.now.subtracting(.days(1))
        let asked = try work.tx.first(
            "select count(*) as n from address_change where account_id = \(id) and created_at > \(since)")
        guard try (asked?["n"] ?? 0) < perDay else { return .tooOften }
        let change = try work.tx.insert(
            """
            insert into address_change (centre_id, account_id, email, email_key, created_at)
            values (\(work.centre.id), \(id), \(email), \(EmailAddress.key(email)), \(work.now)) returning id
            """)
        let token = try ActionLink.issue(.changeAddress, on: change, for: id, in: work)
        try work.tell((account.name, email), in: account.language, .addressAsked(change, old: account.email, token))
        try Audit.record("address.asked", on: "account", id.number, in: work)
        return .sent
    }

    /// What a link is about, while the account is there.
    package static func find(by link: ActionLink, in centre: ID<Centre>, _ tx: Transaction) throws -> AddressChange? {
        guard link.purpose == .changeAddress else { return nil }
        return try tx.first("select * from address_change where centre_id = \(centre) and id = \(link.subject)").map {
            AddressChange(id: try $0["id"], account: try $0["account_id"], email: try $0["email"])
        }
    }

    /// The button was pressed. Links in mails to the old address end, the old address is told, and what is running speaks of the
    /// new one.
    package static func confirm(_ token: String, in work: UnitOfWork) throws -> Outcome {
        guard
            case .usable(let link) = try ActionLink.standing(token: token, in: work.centre.id, now: work.now, work.tx),
            let change = try find(by: link, in: work.centre.id, work.tx),
            let account = try AccountQueries.find(change.account, in: work.centre.id, work.tx)
        else { return .notFound }
        let other = try work.tx.first(
            "select id from account where email_key = \(EmailAddress.key(change.email)) and id <> \(account.id)")
        guard other == nil else { return .taken }
        guard try link.use(in: work) else { return .notFound }
        try work.tx(
            """
            update account set email = \(change.email), email_key = \(EmailAddress.key(change.email))
            where id = \(account.id)
            """)
        try work.tx(
            """
            update application set email = \(change.email) where email = \(account.email)
                and volunteer_id in (select id from volunteer where account_id = \(account.id))
            """)
        try work.tx(
            "update credential_link set used_at = \(work.now) where account_id = \(account.id) and used_at is null")
        try work.tx("delete from address_change where account_id = \(account.id)")
        let hers = work.acting(as: .visitor, account.id)
        try Audit.record("address.changed", on: "account", account.id.number, in: hers)
        try work.tell(account, .addressChanged(change.id, account))
        return .changed
    }

    static func purge(now: Instant, _ tx: Transaction) throws {
        try tx("delete from address_change where created_at < \(now.subtracting(life))")
    }
}
