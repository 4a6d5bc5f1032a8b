package import SQL

/// Who may see a volunteer's profile, and what of it.
package enum VolunteerPolicy {
    /// An organisation sees the people who responded to it, for as long as it has their response or their match.
    package static func canSee(_ id: ID<Volunteer>, _ actor: Actor, _ tx: Transaction) throws -> Bool {
        guard case .member(let organisation) = actor.role else { return false }
        return try tx.first(
            """
            select 1 as here from application where centre_id = \(actor.centre) and organisation_id = \(organisation)
                and volunteer_id = \(id) limit 1
            """) != nil
    }
}
