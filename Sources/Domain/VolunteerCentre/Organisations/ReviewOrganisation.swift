package import SQL

/// The centre admits an organisation, or refuses it with a reason. Admission sends the log-in data.
package enum ReviewOrganisation {
    package enum Verdict: Sendable, Equatable { case approve, reject(reason: String) }
    package enum Outcome: Sendable, Equatable {
        case done, notFound, alreadyReviewed(Organisation.State), criteriaLeft
        /// A colleague asked something since, whose answer may still come, or corrected what is decided about.
        case changedMeanwhile
    }

    /// Of everything that is decided about: the steps so far, what the organisation says it is, and its people with their addresses.
    package static func mark(of organisation: Organisation, in work: UnitOfWork) throws -> String {
        let steps = try StateChange.count(of: "organisation", organisation.id.number, in: work.centre.id, work.tx)
        let people = try OrganisationQueries.members(of: organisation.id, in: work.centre.id, work.tx).map {
            [$0.account.name, $0.account.email, $0.position, $0.phone].joined(separator: "\n")
        }
        let said = ["\(steps)", organisation.name, organisation.legalForm, "\(organisation.details)"] + people
        return String(Token.hash(said.joined(separator: "\n")).prefix(20))
    }

    /// - Parameters:
    ///   - criteria: what the reviewer ticked; to approve, all of the centre's own must be among them.
    ///   - seen: what stood on the page (see `mark`); nil where there was none.
    package static func run(
        _ verdict: Verdict, _ id: ID<Organisation>, criteria: [String] = [], seen: String? = nil, in work: UnitOfWork
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.reviewed(id, in: work) else { return .notFound }
        let (state, reason): (Organisation.State, String?) =
            switch verdict {
            case .approve: (.approved, nil)
            case .reject(let reason): (.rejected, reason)
            }
        guard OrganisationPolicy.acts(organisation, work.actor).contains(.review) else {
            return .alreadyReviewed(organisation.state)
        }
        if let seen, try mark(of: organisation, in: work) != seen { return .changedMeanwhile }
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
        try work.tellMembers(of: id) { try .organisationApproved(organisation, to: $0, in: work) }
        return .done
    }
}
