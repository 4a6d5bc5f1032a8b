package import SQL

/// Sends a fresh link to the people of an approved organisation who have not set a password yet.
package enum RenewInvitation {
    /// - Returns: how many mails were made; nil when there is no such organisation for this actor.
    package static func run(_ id: ID<Organisation>, in work: UnitOfWork) throws -> Int? {
        guard let organisation = try OrganisationQueries.find(id, for: .renewInvitation, in: work) else { return nil }
        let members = try OrganisationQueries.members(of: id, in: work.centre.id, work.tx).filter {
            !$0.account.hasPassword
        }
        for member in members {
            try work.tell(member.account, .organisationApproved(organisation, to: member.account, in: work))
        }
        try Audit.record("invitation.renewed", on: "organisation", id.number, in: work)
        return members.count
    }
}
