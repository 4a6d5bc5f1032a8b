package import SQL
package import Time

/// The centre admits an organisation, or refuses it with a reason. Admission sends the log-in data.
package struct ReviewOrganisation: Sendable {
    package enum Verdict: Sendable, Equatable { case approve, reject(reason: String) }
    package enum Outcome: Sendable, Equatable { case done, notFound, alreadyReviewed(Organisation.State) }

    let mails: Mails
    let random: RandomBytes

    package init(mails: Mails, random: @escaping RandomBytes) {
        self.mails = mails
        self.random = random
    }

    package func callAsFunction(
        _ verdict: Verdict, _ id: ID<Organisation>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard OrganisationPolicy.canReview(actor),
            let organisation = try OrganisationQueries.find(id, in: centre.id, tx)
        else {
            return .notFound
        }
        let state: Organisation.State = verdict == .approve ? .approved : .rejected
        guard organisation.state == .registered, organisation.state.next.contains(state) else {
            return .alreadyReviewed(organisation.state)
        }
        let reason: String? = if case .reject(let reason) = verdict { reason } else { nil }
        try tx("update organisation set state = \(state) where centre_id = \(centre.id) and id = \(id)")
        try StateChange.record(
            "organisation", id.number, from: organisation.state.rawValue, to: state.rawValue, reason: reason, by: actor,
            now: now, tx)
        try Audit.record("organisation.\(state.rawValue)", on: "organisation", id.number, by: actor, now: now, tx)
        let members = try OrganisationQueries.members(of: id, in: centre.id, tx)
        if let reason {
            for member in members {
                try mails.organisationRejected(
                    organisation, to: member.account, reason: reason, centre: centre, now: now, tx)
            }
            return .done
        }
        try Fact.organisationApproved.record(
            centre: centre, municipality: organisation.municipality, channel: "web", now: now, tx)
        for member in members {
            if member.account.hasPassword {
                try mails.organisationApprovedKnownAccount(
                    organisation, to: member.account, centre: centre, now: now, tx)
            } else {
                let token = try CredentialLink.issue(
                    .invitation, for: member.account.id, in: centre.id, random: random, now: now, tx)
                try mails.organisationApproved(
                    organisation, to: member.account, token: token, centre: centre, now: now, tx)
            }
        }
        return .done
    }
}
