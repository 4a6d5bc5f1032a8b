package import SQL
package import Time

/// Sends a fresh link to the people of an approved organisation who have not set a password yet.
package struct RenewInvitation: Sendable {
    let mails: Mails
    let random: RandomBytes

    package init(mails: Mails, random: @escaping RandomBytes) {
        self.mails = mails
        self.random = random
    }

    /// - Returns: how many mails were made; nil when there is no such organisation for this actor.
    package func callAsFunction(
        _ id: ID<Organisation>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Int? {
        guard OrganisationPolicy.canReview(actor),
            let organisation = try OrganisationQueries.published(id, in: centre.id, tx)
        else { return nil }
        let members = try OrganisationQueries.members(of: id, in: centre.id, tx).filter { !$0.account.hasPassword }
        for member in members {
            let token = try CredentialLink.issue(
                .invitation, for: member.account.id, in: centre.id, random: random, now: now, tx)
            try mails.organisationApproved(organisation, to: member.account, token: token, centre: centre, now: now, tx)
        }
        try Audit.record("invitation.renewed", on: "organisation", id.number, by: actor, now: now, tx)
        return members.count
    }
}
