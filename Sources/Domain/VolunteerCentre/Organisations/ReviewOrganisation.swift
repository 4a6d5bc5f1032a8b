package import SQL

/// The centre admits an organisation, or refuses it with a reason. Admission sends the log-in data.
package enum ReviewOrganisation {
    package enum Verdict: Sendable, Equatable { case approve, reject(reason: String) }
    package enum Outcome: Sendable, Equatable {
        case done, notFound, alreadyReviewed(Organisation.State), criteriaLeft
        /// A colleague asked something since: the answer may still come.
        case changedMeanwhile
    }

    /// - Parameters:
    ///   - criteria: what the reviewer ticked; to approve, all of the centre's own must be among them.
    ///   - seen: how many steps stood on the page; nil where there was none.
    package static func run(
        _ verdict: Verdict, _ id: ID<Organisation>, criteria: [String] = [], seen: Int? = nil, in work: UnitOfWork
    ) throws -> Outcome {
        guard OrganisationPolicy.canReview(work.actor),
            let organisation = try OrganisationQueries.find(id, in: work.centre.id, work.tx)
        else { return .notFound }
        let (state, reason): (Organisation.State, String?) =
            switch verdict {
            case .approve: (.approved, nil)
            case .reject(let reason): (.rejected, reason)
            }
        guard OrganisationPolicy.acts(organisation, work.actor).contains(.review) else {
            return .alreadyReviewed(organisation.state)
        }
        if let seen,
            try StateChange.count(of: "organisation", id.number, in: work.centre.id, work.tx) != seen
        {
            return .changedMeanwhile
        }
        var met: String?
        if verdict == .approve, work.actor.role != .system {
            guard Set(work.centre.criteria).isSubset(of: criteria) else { return .criteriaLeft }
            met = work.centre.criteria.joined(separator: "\n")
        }
        try organisation.step(to: state, also: ", criteria_met = \(met)", reason: reason, in: work)
        if state == .approved {
            // From now on they work for it: who registered an organisation with somebody's address takes her from nowhere.
            try work.tx(
                """
                update organisation_member set created_at = \(work.now)
                where centre_id = \(work.centre.id) and organisation_id = \(id)
                """)
        }
        if let reason {
            try work.tellMembers(of: id) { .organisationRejected(organisation, to: $0, reason: reason) }
            return .done
        }
        try Fact.organisationApproved.record(municipality: organisation.municipality, channel: "web", in: work)
        try work.tellMembers(of: id) { account in
            account.hasPassword
                ? .organisationApprovedKnownAccount(organisation, to: account)
                : try .organisationApproved(organisation, to: account, in: work)
        }
        return .done
    }
}
