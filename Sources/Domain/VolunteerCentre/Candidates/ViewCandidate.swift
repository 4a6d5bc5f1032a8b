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
        let seen: [ID<Volunteer>] = try work.tx.values(
            """
            select distinct volunteer_id from profile_view where centre_id = \(work.centre.id)
                and organisation_id = \(organisation) and day = \(work.today) order by volunteer_id limit \(perDay + 1)
            """)
        guard seen.contains(id) || seen.count < perDay else {
            try NoteLimit.run(.candidateLooks, on: .organisation, organisation, in: work)
            return .tooMany
        }
        try ViewProfile.record("candidate.viewed", id, by: organisation, in: work)
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
