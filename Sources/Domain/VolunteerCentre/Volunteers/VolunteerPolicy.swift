package import SQL

/// Who may see a volunteer's profile, and what of it.
package enum VolunteerPolicy {
    /// Who at the centre decides about people.
    package static func canMerge(_ actor: Actor) -> Bool {
        switch actor.role {
        case .staff(.administrator), .staff(.mediator): true
        default: false
        }
    }

    /// An organisation sees the people who responded to it, for as long as it has their response or their match.
    package static func canSee(_ id: ID<Volunteer>, in work: UnitOfWork) throws -> Bool {
        guard case .member(let organisation) = work.actor.role else { return false }
        return try work.tx.first(
            """
            select 1 as here from application where centre_id = \(work.centre.id) and organisation_id = \(organisation)
                and volunteer_id = \(id) limit 1
            """) != nil
    }
}
