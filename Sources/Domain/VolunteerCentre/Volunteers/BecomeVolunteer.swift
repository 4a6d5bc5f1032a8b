package import SQL
package import Time

/// Gives an account a profile at a centre: after the link in the mail, or by one who is signed in already.
package enum BecomeVolunteer {
    @discardableResult
    package static func run(_ account: ID<Account>, centre: ID<Centre>, now: Instant, _ tx: Transaction) throws
        -> ID<Volunteer>
    {
        let made = try tx.first(
            """
            insert into volunteer (centre_id, account_id, phone, place, about, shares_phone, shares_place, shares_about, created_at, seen_at)
            values (\(centre), \(account), '', '', '', \(false), \(true), \(true), \(now), \(now))
            on conflict (centre_id, account_id) do nothing returning id
            """)
        if let made {
            let id: ID<Volunteer> = try made["id"]
            let actor = Actor(centre: centre, account: account, role: .volunteer(id))
            try Audit.record("volunteer.registered", on: "volunteer", id.number, by: actor, now: now, tx)
            return id
        }
        guard let volunteer = try VolunteerQueries.find(of: account, in: centre, tx) else { throw SQLError.conflict }
        return volunteer.id
    }
}
