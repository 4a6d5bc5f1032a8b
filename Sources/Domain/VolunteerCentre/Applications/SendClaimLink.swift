package import SQL
import Time

/// Mails somebody without an account the link with which she can make one, once more or for the first time: only then a match can be
/// recorded.
package enum SendClaimLink {
    package enum Outcome: Sendable, Equatable {
        case sent
        /// One went out within a day, or many to this address: nobody is pressed.
        case alreadySent
        case notFound
    }

    package static func run(_ id: ID<Application>, in work: UnitOfWork) throws -> Outcome {
        guard let application = try ApplicationQueries.seen(id, in: work),
            ApplicationPolicy.acts(application, work.actor).contains(.sendLink),
            try OrganisationQueries.published(application.organisation, in: work.centre.id, work.tx) != nil
        else { return .notFound }
        try work.claim("application", id)
        let link = ActionLink.Purpose.claimApplication
        let recent = try work.tx.first(
            """
            select 1 as here from action_link where centre_id = \(work.centre.id) and purpose = \(link)
                and subject_id = \(id) and used_at is null and created_at > \(work.now.subtracting(.days(1))) limit 1
            """)
        guard recent == nil, try work.mayMail(application.email, .applicationLink) else { return .alreadySent }
        let spoken = try ApplicationQueries.language(of: id, in: work.centre.id, work.tx) ?? work.centre.language
        try work.tell(
            (application.name, application.email), in: spoken,
            .applicationLink(application, in: work))
        try Audit.record("application.link_sent", on: "application", id.number, in: work)
        return .sent
    }
}
