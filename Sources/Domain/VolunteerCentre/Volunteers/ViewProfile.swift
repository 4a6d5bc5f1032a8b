package import SQL
package import Time

/// An organisation looks at the profile of somebody who responded to it. She can see that it did.
package enum ViewProfile {
    /// - Returns: the profile as far as she shares it; nil when there is none for this actor.
    package static func run(_ id: ID<Volunteer>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction)
        throws
        -> Volunteer?
    {
        guard case .member(let organisation) = actor.role, try VolunteerPolicy.canSee(id, actor, tx),
            let volunteer = try VolunteerQueries.find(id, in: centre.id, tx)
        else { return nil }
        let seen = try tx.run(
            """
            insert into profile_view (centre_id, volunteer_id, organisation_id, account_id, day)
            values (\(centre.id), \(id), \(organisation), \(actor.account), \(centre.today(now))) on conflict do nothing
            """)
        if seen > 0 { try Audit.record("profile.viewed", on: "volunteer", id.number, by: actor, now: now, tx) }
        return volunteer.shared
    }
}
