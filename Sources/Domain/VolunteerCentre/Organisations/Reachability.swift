package import SQL
package import Time

/// Whether an organisation hears anything at all.
package enum Reachability {
    /// An organisation of which every address refuses its mail: nobody there reads what the centre or a volunteer writes.
    package struct Unreachable: Sendable, Equatable {
        package let organisation: ID<Organisation>
        package let name: String
        package let phone: String
        /// When the last mail came back.
        package let since: Instant
    }

    /// So many stand on the page; more than that is a mail server that refuses everything.
    private static let most = 100

    /// In the words of the mail server.
    private static let doesNotExist: SQL = """
        f.state = 'failed' and (f.last_error like '5__ 5.1.1 %' or f.last_error like '5__ 5.1.2 %'
            or f.last_error like '5__ 5.1.3 %' or f.last_error like '5__ 5.1.10 %')
        """

    /// Whether an address does not exist any more.
    static func isDead(_ email: String, in centre: ID<Centre>, _ tx: Transaction) throws -> Bool {
        let last: Instant? = try tx.value(
            """
            select max(f.created_at) from mail f where f.centre_id = \(centre) and \(EmailAddress.reaches(email)) and \(doesNotExist)
            """)
        guard let last else { return false }
        return try tx.count(
            """
            mail where centre_id = \(centre) and \(EmailAddress.reaches(email)) and state = 'sent' and sent_at > \(last)
            """) == 0
    }

    /// Addresses that do not exist, in the words of their mail server (RFC 3463), and to which nothing was delivered since. A full mailbox, a
    /// refusal for another reason and an answer that somebody is away say nothing about an address.
    private static func dead(in centre: ID<Centre>) -> SQL {
        """
        select lower(f.to_address) as address, max(f.created_at) as at from mail f
        where f.centre_id = \(centre) and \(doesNotExist)
            and not exists (select 1 from mail s where s.centre_id = f.centre_id and lower(s.to_address) = lower(f.to_address)
                and s.state = 'sent' and s.sent_at > f.created_at)
        group by lower(f.to_address)
        """
    }

    /// The longest first.
    package static func unreachable(in centre: ID<Centre>, _ tx: Transaction) throws -> [Unreachable] {
        try tx(
            """
            with dead as (\(dead(in: centre)))
            select o.id, o.name, o.phone, max(d.at) as since, count(*) as refused,
                (select count(*) from organisation_member x where x.centre_id = o.centre_id and x.organisation_id = o.id) as members
            from dead d join account a on lower(a.email) = d.address
            join organisation_member m on m.account_id = a.id and m.centre_id = \(centre)
            join organisation o on o.id = m.organisation_id and o.state = 'approved'
            group by o.id, o.centre_id, o.name, o.phone order by since, o.id limit \(most)
            """
        ).compactMap { row in
            let (refused, members): (Int, Int) = (try row["refused"], try row["members"])
            guard refused == members else { return nil }
            return Unreachable(
                organisation: try row["id"], name: try row["name"], phone: try row["phone"], since: try row["since"])
        }
    }

    /// Only one person can log in, and nobody else was asked: what comes in while she is ill is read by nobody.
    package static func isAlone(
        _ organisation: ID<Organisation>, in centre: ID<Centre>, now: Instant, _ tx: Transaction
    ) throws -> Bool {
        try tx.first(
            """
            select (select count(*) from organisation_member where centre_id = \(centre) and organisation_id = \(organisation)) = 1
                and not exists (select 1 from member_invitation where centre_id = \(centre) and organisation_id = \(organisation)
                    and created_at > \(now.subtracting(MemberInvitation.life))) as alone
            """)?["alone"] ?? false
    }
}
