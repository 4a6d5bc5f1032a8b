package import SQL
package import Time

/// Takes an organisation with all its vacancies off the website at once, and puts it back. Nothing is lost meanwhile.
package struct SuspendOrganisation: Sendable {
    package enum Outcome: Sendable, Equatable { case done, notFound, alreadySo(Organisation.State) }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ id: ID<Organisation>, reason: String, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        try move(id, from: .approved, to: .suspended, reason: reason, by: actor, centre: centre, now: now, tx)
    }

    package func restore(_ id: ID<Organisation>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction)
        throws -> Outcome
    {
        try move(id, from: .suspended, to: .approved, reason: nil, by: actor, centre: centre, now: now, tx)
    }

    private func move(
        _ id: ID<Organisation>, from: Organisation.State, to: Organisation.State, reason: String?, by actor: Actor,
        centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard OrganisationPolicy.canReview(actor),
            let organisation = try OrganisationQueries.find(id, in: centre.id, tx)
        else { return .notFound }
        guard organisation.state == from, from.next.contains(to) else { return .alreadySo(organisation.state) }
        try organisation.step(
            to: to, reason: reason, logged: to == .approved ? "organisation.restored" : nil, by: actor, now: now, tx)
        for member in try OrganisationQueries.members(of: id, in: centre.id, tx) {
            if let reason {
                try mails.organisationSuspended(
                    organisation, to: member.account, reason: reason, centre: centre, now: now, tx)
            } else {
                try mails.organisationRestored(organisation, to: member.account, centre: centre, now: now, tx)
            }
        }
        return .done
    }
}
