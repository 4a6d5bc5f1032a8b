package import SQL
import Time

/// The centre asks an organisation that registered for more before it decides. It answers by mail; the question stays in
/// its history.
package enum AskOrganisation {
    package static func run(_ id: ID<Organisation>, words: String, in work: UnitOfWork) throws
        -> ReviewOrganisation.Outcome
    {
        guard let organisation = try OrganisationQueries.reviewed(id, in: work) else { return .notFound }
        guard OrganisationPolicy.acts(organisation, work.actor).contains(.review) else {
            return .alreadyReviewed(organisation.state)
        }
        // Pressed twice, or by two colleagues with the same words.
        try work.claim("organisation", id)
        let last = try StateChange.history(of: "organisation", id.number, in: work.centre.id, work.tx).last
        if let last, last.reason == words, last.at > work.now.subtracting(.days(1)) { return .done }
        try Organisation.note(
            id, from: .registered, to: .registered, reason: words, logged: "organisation.asked", in: work)
        try work.tellMembers(of: id) { .organisationAsked(organisation, to: $0, words: words, in: work) }
        return .done
    }
}
