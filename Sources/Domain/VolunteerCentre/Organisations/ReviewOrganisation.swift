package import SQL
package import Time

/// The centre admits an organisation, or refuses it with a reason. Admission sends the log-in data.
package struct ReviewOrganisation: Sendable {
    package enum Verdict: Sendable, Equatable { case approve, reject(reason: String) }
    package enum Outcome: Sendable, Equatable { case done, notFound, alreadyReviewed(Organisation.State), criteriaLeft }

    let mails: Mails
    let random: RandomBytes

    package init(mails: Mails, random: @escaping RandomBytes) {
        self.mails = mails
        self.random = random
    }

    /// - Parameter criteria: what the reviewer ticked; to approve, all of the centre's own must be among them.
    package func callAsFunction(
        _ verdict: Verdict, _ id: ID<Organisation>, criteria: [String] = [], by actor: Actor, centre: Centre,
        now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard OrganisationPolicy.canReview(actor),
            let organisation = try OrganisationQueries.find(id, in: centre.id, tx)
        else {
            return .notFound
        }
        let (state, reason): (Organisation.State, String?) =
            switch verdict {
            case .approve: (.approved, nil)
            case .reject(let reason): (.rejected, reason)
            }
        guard organisation.state == .registered, organisation.state.next.contains(state) else {
            return .alreadyReviewed(organisation.state)
        }
        var met: String?
        if verdict == .approve, actor.role != .system {
            guard Set(centre.criteria).isSubset(of: criteria) else { return .criteriaLeft }
            met = centre.criteria.joined(separator: "\n")
        }
        try organisation.step(
            to: state, also: ", criteria_met = \(met)", reason: reason, by: actor, now: now, tx)
        if state == .approved {
            // From now on they work for it: who registered an organisation with somebody's address takes her from nowhere.
            try tx(
                """
                update organisation_member set created_at = \(now)
                where centre_id = \(centre.id) and organisation_id = \(id)
                """)
        }
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
