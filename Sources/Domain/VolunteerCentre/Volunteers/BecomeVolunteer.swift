package import SQL

/// Gives an account a profile at a centre: after the link in the mail, or by one who is signed in already.
package enum BecomeVolunteer {
    @discardableResult
    package static func run(_ account: ID<Account>, in work: UnitOfWork) throws -> ID<Volunteer> {
        let made = try work.tx.first(
            """
            insert into volunteer (centre_id, account_id, phone, place, about, shares_phone, shares_place, shares_about, created_at, seen_at)
            values (\(work.centre.id), \(account), '', '', '', \(false), \(true), \(true), \(work.now), \(work.now))
            on conflict (centre_id, account_id) do nothing returning id
            """)
        if let made {
            let id: ID<Volunteer> = try made["id"]
            let hers = work.acting(as: .volunteer(id), account)
            try Audit.record("volunteer.registered", on: "volunteer", id.number, in: hers)
            return id
        }
        guard let volunteer = try VolunteerQueries.find(of: account, in: work.centre.id, work.tx) else {
            throw SQLError.conflict
        }
        return volunteer.id
    }
}
