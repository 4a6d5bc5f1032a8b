package import SQL
package import Time

/// An organisation opens what a candidate shows. It is logged, she sees it, and there is a limit to it.
package enum ViewCandidate {
    /// Different people in one day: enough to choose, too few to copy the pool.
    package static let perDay = 30

    package enum Outcome: Sendable, Equatable { case shown(Candidate), tooMany, notFound }

    package static func run(
        _ code: String, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard case .member(let organisation) = actor.role,
            let candidate = try visible(code, to: actor, centre: centre, now: now, tx)
        else { return .notFound }
        let id = candidate.volunteer
        let today = centre.today(now)
        let seen = try tx(
            """
            select distinct volunteer_id from profile_view where centre_id = \(centre.id)
                and organisation_id = \(organisation) and day = \(today) order by volunteer_id limit \(perDay + 1)
            """
        ).map { row -> ID<Volunteer> in try row["volunteer_id"] }
        guard seen.contains(id) || seen.count < perDay else { return .tooMany }
        let new = try tx.run(
            """
            insert into profile_view (centre_id, volunteer_id, organisation_id, account_id, day)
            values (\(centre.id), \(id), \(organisation), \(actor.account), \(today)) on conflict do nothing
            """)
        if new > 0 { try Audit.record("candidate.viewed", on: "volunteer", id.number, by: actor, now: now, tx) }
        return .shown(candidate)
    }

    /// In the pool, not on a pause, and not for ever closed to this organisation.
    static func visible(
        _ code: String, to actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Candidate? {
        guard case .member(let organisation) = actor.role, actor.centre == centre.id,
            try OrganisationQueries.published(organisation, in: centre.id, tx) != nil,
            let candidate = try Candidate.find(code: code, in: centre.id, tx),
            let volunteer = try VolunteerQueries.find(candidate.volunteer, in: centre.id, tx),
            volunteer.pausedUntil.map({ $0 < centre.today(now) }) ?? true
        else { return nil }
        let blocked = try tx.first(
            "select 1 as here from candidate_block where volunteer_id = \(volunteer.id) and organisation_id = \(organisation)"
        )
        return blocked == nil ? candidate : nil
    }
}
