package import SQL

/// Takes an organisation with all its vacancies off the website at once, and puts it back. Nothing is lost meanwhile.
package enum SuspendOrganisation {
    package enum Outcome: Sendable, Equatable { case done, notFound, alreadySo(Organisation.State) }

    package static func run(_ id: ID<Organisation>, reason: String, in work: UnitOfWork) throws -> Outcome {
        try move(id, .suspend, to: .suspended, reason: reason, in: work)
    }

    package static func restore(_ id: ID<Organisation>, in work: UnitOfWork) throws -> Outcome {
        try move(id, .restore, to: .approved, reason: nil, in: work)
    }

    private static func move(
        _ id: ID<Organisation>, _ act: OrganisationAct, to: Organisation.State, reason: String?, in work: UnitOfWork
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.reviewed(id, in: work) else { return .notFound }
        guard OrganisationPolicy.acts(organisation, work.actor).contains(act) else {
            return .alreadySo(organisation.state)
        }
        try organisation.step(to: to, reason: reason, logged: to == .approved ? "organisation.restored" : nil, in: work)
        // Who works on its behalf begins anew afterwards.
        try work.tx("update session set acting_for = null where centre_id = \(work.centre.id) and acting_for = \(id)")
        try work.tellMembers(of: id) { account in
            reason.map { .organisationSuspended(organisation, to: account, reason: $0, in: work) }
                ?? .organisationRestored(organisation, to: account, in: work)
        }
        return .done
    }
}
