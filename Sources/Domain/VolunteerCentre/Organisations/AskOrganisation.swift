package import SQL
package import Time

/// The centre asks an organisation that registered for more before it decides. It answers by mail; the question stays in
/// its history.
package struct AskOrganisation: Sendable {
    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ id: ID<Organisation>, words: String, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> ReviewOrganisation.Outcome {
        guard OrganisationPolicy.canReview(actor),
            let organisation = try OrganisationQueries.find(id, in: centre.id, tx)
        else { return .notFound }
        guard organisation.state == .registered else { return .alreadyReviewed(organisation.state) }
        try Organisation.note(
            id, from: .registered, to: .registered, reason: words, logged: "organisation.asked", by: actor, now: now,
            tx)
        for member in try OrganisationQueries.members(of: id, in: centre.id, tx) {
            try mails.organisationAsked(organisation, to: member.account, words: words, centre: centre, now: now, tx)
        }
        return .done
    }
}
