package import SQL
package import Time

/// A signed-in browser. Idle and absolute limits: 2 hours and 24 hours for organisations, 30 minutes and 12 hours for staff
/// (reference: OWASP ASVS 5, 7.3). Of several organisations it is the one she chose, or works for longest: since it was
/// admitted, or since she said yes. Of several volunteers who share an address it is nobody until one is chosen.
package struct Session: Sendable, Equatable {
    package let id: Int64
    package let account: ID<Account>
    package let name: String
    package let staffRole: StaffRole?
    package let organisation: Membership?
    package let volunteer: ID<Volunteer>?
    /// Of how many organisations, and as how many volunteers, she may be here.
    package let choices: Choices
    /// She is of the centre, and `organisation` is the one she works for on its behalf.
    package let isOnBehalf: Bool

    package struct Choices: Sendable, Equatable {
        package let organisations: Int
        package let volunteers: Int

        package var isOpen: Bool { organisations > 1 || volunteers > 1 }
    }

    package static let absoluteLimit = Span.hours(24)
    package static let idleLimit = Span.hours(2)
    static let staffAbsoluteLimit = Span.hours(12)
    static let staffIdleLimit = Span.minutes(30)
    /// `seen_at` is written at most this often: not every page view is a write.
    static let seenEvery = Span.minutes(1)

    /// The row of a session, and its token for a cookie. `OpenSession` is how somebody comes in.
    static func insert(_ account: ID<Account>, as volunteer: ID<Volunteer>?, in work: UnitOfWork) throws -> Token {
        let token = Token(random: work.random)
        let staff = try AccountQueries.staffRole(account, in: work.centre.id, work.tx) != nil
        let expires = work.now.adding(staff ? staffAbsoluteLimit : absoluteLimit)
        try work.tx(
            """
            insert into session (token_hash, account_id, centre_id, volunteer_id, created_at, seen_at, expires_at)
            values (\(token.hash), \(account), \(work.centre.id), \(volunteer), \(work.now), \(work.now), \(expires))
            """)
        return token
    }

    /// The living session of a token in this centre: who it is and what she may be here, in one query.
    package static func find(token: String, in centre: ID<Centre>, now: Instant, _ tx: Transaction) throws -> (
        Session, stale: Bool
    )? {
        let row = try tx.first(
            """
            select s.id, s.account_id, s.seen_at, a.email, r.role as staff_role, r.name as staff_name, o.id as organisation_id,
                o.name as organisation_name, m.role as member_role, m.name as member_name,
                v.id as volunteer_id, v.name as volunteer_name, v.id = s.volunteer_id as is_chosen,
                f.id as acting_id, f.name as acting_name,
                (select count(*) from organisation_member n join organisation p on p.id = n.organisation_id
                    where n.account_id = s.account_id and n.centre_id = s.centre_id and p.state = 'approved') as organisations,
                (select count(*) from volunteer w where w.account_id = s.account_id and w.centre_id = s.centre_id
                    and w.merged_into is null) as volunteers
            from session s
            join account a on a.id = s.account_id
            left join centre_role r on r.centre_id = s.centre_id and r.account_id = s.account_id
            left join organisation_member m on m.account_id = s.account_id and m.centre_id = s.centre_id
            left join organisation o on o.id = m.organisation_id and o.centre_id = m.centre_id and o.state = 'approved'
            left join volunteer v on v.account_id = s.account_id and v.centre_id = s.centre_id and v.merged_into is null
            left join organisation f on f.id = s.acting_for and f.centre_id = s.centre_id and f.state = 'approved'
                and r.role in ('mediator', 'administrator')
            where s.token_hash = \(Token.hash(token)) and s.centre_id = \(centre) and s.expires_at > \(now)
            order by o.id is null, case when o.id = s.organisation_id then 0 else 1 end, m.created_at, m.id,
                case when v.id = s.volunteer_id then 0 else 1 end, v.id
            limit 1
            """)
        guard let row else { return nil }
        let seen: Instant = try row["seen_at"]
        let staffRole: StaffRole? = try row["staff_role"]
        guard seen.adding(staffRole == nil ? idleLimit : staffIdleLimit) > now else { return nil }
        let organisation: ID<Organisation>? = try row["organisation_id"]
        let acting: ID<Organisation>? = try row["acting_id"]
        let own = try organisation.map { id in
            Membership(organisation: id, name: try row["organisation_name"], role: try row["member_role"])
        }
        let membership = try acting.map { id in
            Membership(organisation: id, name: try row["acting_name"], role: .owner)
        }
        let choices = Choices(organisations: try row["organisations"], volunteers: try row["volunteers"])
        let (isChosen, volunteer): (Bool?, ID<Volunteer>?) = (try row["is_chosen"], try row["volunteer_id"])
        let isWorn = choices.volunteers == 1 || isChosen == true
        let names: [String?] = [
            try row["staff_name"], own == nil ? nil : try row["member_name"], isWorn ? try row["volunteer_name"] : nil,
        ]
        let session = Session(
            id: try row["id"], account: try row["account_id"],
            name: try names.compactMap { $0 }.first ?? row["email"], staffRole: staffRole,
            organisation: membership ?? own, volunteer: isWorn ? volunteer : nil, choices: choices,
            isOnBehalf: acting != nil)
        return (session, stale: seen.adding(seenEvery) < now)
    }

    package func touch(now: Instant, _ tx: Transaction) throws {
        try tx("update session set seen_at = \(now) where id = \(id) and seen_at < \(now)")
    }

    package struct Listed: Sendable, Equatable {
        package let id: Int64
        package let since: Instant
    }

    /// Where somebody is signed in at this centre, newest first, at most 50.
    package static func open(of account: ID<Account>, in centre: ID<Centre>, now: Instant, _ tx: Transaction) throws
        -> [Listed]
    {
        try tx(
            """
            select id, created_at from session
            where account_id = \(account) and centre_id = \(centre) and expires_at > \(now) order by id desc limit 50
            """
        ).map { Listed(id: try $0["id"], since: try $0["created_at"]) }
    }

    /// Ends all sessions of the account but this one, at every centre.
    package func closeOthers(in work: UnitOfWork) throws {
        try work.tx("delete from session where account_id = \(account) and id <> \(id)")
        try Audit.record("sessions.ended", on: "account", account.number, in: work)
    }

    package static func close(token: String, _ tx: Transaction) throws {
        try tx("delete from session where token_hash = \(Token.hash(token))")
    }

    static func closeAll(of account: ID<Account>, _ tx: Transaction) throws {
        try tx("delete from session where account_id = \(account)")
    }

    /// Ends the sessions of somebody who is nothing any more at this centre. Whoever is, is looked up at each request.
    static func closeWhenNobody(_ account: ID<Account>, in centre: ID<Centre>, _ tx: Transaction) throws {
        try tx(
            """
            delete from session where centre_id = \(centre) and account_id = \(account)
                and not exists (select 1 from centre_role where centre_id = \(centre) and account_id = \(account))
                and not exists (select 1 from organisation_member where centre_id = \(centre) and account_id = \(account))
                and not exists (select 1 from volunteer where centre_id = \(centre) and account_id = \(account)
                    and merged_into is null)
            """)
    }

    package static func purge(now: Instant, _ tx: Transaction) throws {
        try tx("delete from session where expires_at < \(now)")
    }
}
