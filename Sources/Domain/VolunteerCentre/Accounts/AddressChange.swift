package import SQL
import Time

/// A new e-mail address of an account, until the button in the mail to it is pressed: an address belongs to who reads its mail.
package struct AddressChange: Sendable, Equatable {
    static let life = ActionLink.Purpose.changeAddress.life
    /// So many mails to new addresses may one account cause in a day.
    private static let perDay = 5

    /// `taken` is told to who works at the centre alone, of who is known there. Of anybody else the new mailbox hears it.
    package enum Asked: Sendable, Equatable { case sent, same, taken, tooOften, notFound }

    package enum Outcome: Sendable, Equatable {
        case changed
        /// She shared an account and has one of her own now. The link sets its password; nil when it has one.
        case moved(String?)
        /// Somebody has an account with that address; two cannot be one by a button.
        case taken
        case notFound
    }

    let id: Int64
    package let account: ID<Account>
    package let email: String
    /// Somebody else asked for it: reading the new mailbox is not enough to have the account.
    package let asksPassword: Bool
    private let volunteer: ID<Volunteer>?

    /// Mails the new address whether it is hers. Her password has been asked before, or is asked behind the link.
    /// - Parameter volunteer: which of several who share the account: she moves out with the new address, nothing of the others changes.
    package static func ask(
        _ email: String, of id: ID<Account>, as volunteer: ID<Volunteer>? = nil, byOther: Bool = false,
        in work: UnitOfWork
    ) throws -> Asked {
        guard try work.claim("account", id), let account = try AccountQueries.find(id, in: work.centre.id, work.tx)
        else { return .notFound }
        guard account.email != email else { return .same }
        if byOther, try AccountQueries.isKnown(email, in: work.centre.id, work.tx) { return .taken }
        let since = work.now.subtracting(.days(1))
        guard try work.tx.count("address_change where account_id = \(id) and created_at > \(since)") < perDay,
            try work.mayMail(email, .addressAsked)
        else { return .tooOften }
        let change = try work.tx.insert(
            """
            insert into address_change (centre_id, account_id, email, email_key, asks_password, volunteer_id, created_at)
            values (\(work.centre.id), \(id), \(email), \(EmailAddress.key(email)), \(byOther), \(volunteer),
                \(work.now)) returning id
            """)
        let token = try ActionLink.issue(.changeAddress, on: change, for: id, in: work)
        try work.tell((account.name, email), in: account.language, .addressAsked(change, token))
        try Audit.record("address.asked", on: "account", id.number, in: work)
        return .sent
    }

    /// What a link is about, while the account is there.
    package static func find(by link: ActionLink, in centre: ID<Centre>, _ tx: Transaction) throws -> AddressChange? {
        guard link.purpose == .changeAddress else { return nil }
        return try tx.first("select * from address_change where centre_id = \(centre) and id = \(link.subject)").map {
            AddressChange(
                id: try $0["id"], account: try $0["account_id"], email: try $0["email"],
                asksPassword: try $0["asks_password"], volunteer: try $0["volunteer_id"])
        }
    }

    /// The button was pressed. Links in mails to the old address end, the old address is told, and what is running speaks of the
    /// new one.
    /// - Parameter isKnown: whether she gave the password of the account.
    package static func confirm(_ token: String, isKnown: Bool = false, in work: UnitOfWork) throws -> Outcome {
        guard let link = try ActionLink.usable(token, in: work),
            let change = try find(by: link, in: work.centre.id, work.tx), isKnown || !change.asksPassword,
            let account = try AccountQueries.find(change.account, in: work.centre.id, work.tx)
        else { return .notFound }
        if let volunteer = change.volunteer { return try change.moveOut(volunteer, of: account, link, in: work) }
        let other = try work.tx.first(
            "select id from account where email_key = \(EmailAddress.key(change.email)) and id <> \(account.id)")
        guard other == nil else { return .taken }
        guard try link.use(in: work) else { return .notFound }
        try Self.remember(account.email, of: account.id, in: work)
        try work.tx(
            """
            update account set email = \(change.email), email_key = \(EmailAddress.key(change.email))
            where id = \(account.id)
            """)
        try work.tx(
            """
            update application set email = \(change.email) where email = \(account.email)
                and volunteer_id in (select id from volunteer where account_id = \(account.id) and merged_into is null)
            """)
        try work.tx(
            "update credential_link set used_at = \(work.now) where account_id = \(account.id) and used_at is null")
        try end(of: account.id, in: work)
        let hers = work.acting(as: .visitor, account.id)
        try Audit.record("address.changed", on: "account", account.id.number, in: hers)
        try work.tell(account, .addressChanged(change.id, account))
        return .changed
    }

    /// Addresses that were asked wait no longer; that they were asked still counts.
    static func end(of account: ID<Account>, in work: UnitOfWork) throws {
        try work.tx(
            """
            update action_link set used_at = \(work.now) where account_id = \(account) and used_at is null
                and purpose = \(ActionLink.Purpose.changeAddress)
            """)
    }

    /// The mails that went there stay hers: they go when she goes.
    private static func remember(_ email: String, of account: ID<Account>, in work: UnitOfWork) throws {
        try work.tx(
            "insert into former_address (account_id, email, at) values (\(account), \(email), \(work.now))")
    }

    /// Where mails to this account went before.
    package static func former(of account: ID<Account>, _ tx: Transaction) throws -> [String] {
        try tx.values("select email from former_address where account_id = \(account) order by id limit 100")
    }

    /// One of several who share an account gets one of her own, or joins the one that the new address has.
    private func moveOut(_ volunteer: ID<Volunteer>, of old: Account, _ link: ActionLink, in work: UnitOfWork) throws
        -> Outcome
    {
        let found: String? = try work.tx.value(
            """
            select name from volunteer where centre_id = \(work.centre.id) and id = \(volunteer) and account_id = \(old.id)
                and merged_into is null
            """)
        guard let name = found, try link.use(in: work) else { return .notFound }
        let own = try AccountQueries.findOrCreate(email: email, name: name, language: old.language, in: work)
        try Self.remember(old.email, of: own.id, in: work)
        try work.tx("update volunteer set account_id = \(own.id) where id = \(volunteer)")
        try work.tx(
            "update application set email = \(email) where volunteer_id = \(volunteer) and email = \(old.email)")
        try work.tx("delete from session where account_id = \(old.id) and volunteer_id = \(volunteer)")
        let hers = work.acting(as: .volunteer(volunteer), own.id)
        try Audit.record("address.changed", on: "account", own.id.number, in: hers)
        try work.tell(old.called(name), .addressChanged(id, old))
        guard !own.hasPassword else { return .moved(nil) }
        return .moved(
            try CredentialLink.issue(.invitation, for: own, makesVolunteer: true, next: "/mijn", in: work).text)
    }

    static func purge(now: Instant, _ tx: Transaction) throws {
        try tx("delete from address_change where created_at < \(now.subtracting(life))")
    }
}
