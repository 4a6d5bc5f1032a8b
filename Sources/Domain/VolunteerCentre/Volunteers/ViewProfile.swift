package import SQL

/// An organisation looks at the profile of somebody who responded to it. She can see that it did.
package enum ViewProfile {
    /// - Returns: the profile as far as she shares it; nil when there is none for this actor.
    package static func run(_ id: ID<Volunteer>, in work: UnitOfWork) throws -> Volunteer? {
        guard case .member(let organisation) = work.actor.role, try VolunteerPolicy.canSee(id, in: work),
            let volunteer = try VolunteerQueries.find(id, in: work.centre.id, work.tx)
        else { return nil }
        try record("profile.viewed", id, by: organisation, in: work)
        return volunteer.shared
    }

    /// Once a day for each who looks.
    static func record(_ act: String, _ id: ID<Volunteer>, by organisation: ID<Organisation>, in work: UnitOfWork)
        throws
    {
        let new = try work.tx.run(
            """
            insert into profile_view (centre_id, volunteer_id, organisation_id, account_id, day)
            values (\(work.centre.id), \(id), \(organisation), \(work.actor.account), \(work.today)) on conflict do nothing
            """)
        if new > 0 { try Audit.record(act, on: "volunteer", id.number, in: work) }
    }
}
