import SQL

/// An organisation opens what a candidate shows. It is logged, she sees it, and there is a limit to it.
package enum ViewCandidate {
    /// Different people in one day: enough to choose, too few to copy the pool.
    package static let perDay = 30

    package enum Outcome: Sendable, Equatable { case shown(Candidate), tooMany, notFound }

    package static func run(_ code: String, in work: UnitOfWork) throws -> Outcome {
        guard case .member(let organisation) = work.actor.role,
            let candidate = try visible(code, in: work)
        else { return .notFound }
        let id = candidate.volunteer
        let today = work.today
        let seen: [ID<Volunteer>] = try work.tx.values(
            """
            select distinct volunteer_id from profile_view where centre_id = \(work.centre.id)
                and organisation_id = \(organisation) and day = \(today) order by volunteer_id limit \(perDay + 1)
            """)
        guard seen.contains(id) || seen.count < perDay else { return .tooMany }
        let new = try work.tx.run(
            """
            insert into profile_view (centre_id, volunteer_id, organisation_id, account_id, day)
            values (\(work.centre.id), \(id), \(organisation), \(work.actor.account), \(today)) on conflict do nothing
            """)
        if new > 0 { try Audit.record("candidate.viewed", on: "volunteer", id.number, in: work) }
        return .shown(candidate)
    }

    /// In the pool, not on a pause, and not for ever closed to this organisation.
    static func visible(_ code: String, in work: UnitOfWork) throws -> Candidate? {
        guard let organisation = try OrganisationQueries.own(in: work)?.id,
            let candidate = try Candidate.find(code: code, in: work.centre.id, work.tx),
            let volunteer = try VolunteerQueries.find(candidate.volunteer, in: work.centre.id, work.tx),
            volunteer.pausedUntil.map({ $0 < work.today }) ?? true
        else { return nil }
        let blocked = try work.tx.first(
            "select 1 as here from candidate_block where volunteer_id = \(volunteer.id) and organisation_id = \(organisation)"
        )
        return blocked == nil ? candidate : nil
    }
}
