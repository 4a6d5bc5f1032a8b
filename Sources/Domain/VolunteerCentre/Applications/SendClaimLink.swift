package import SQL
import Time

/// Asks somebody without an account whether she may be recorded: the mail says that the organisation would like to go on with her, and
/// leads to the page where she agrees. That is an answer.
package enum SendClaimLink {
    package enum Outcome: Sendable, Equatable {
        case sent
        /// One went out within a day, or many to this address: nobody is pressed.
        case alreadySent
        case notFound
    }

    package static func run(_ id: ID<Application>, in work: UnitOfWork) throws -> Outcome {
        guard let application = try ApplicationQueries.find(id, for: .sendLink, in: work),
            try OrganisationQueries.published(application.organisation, in: work.centre.id, work.tx) != nil
        else { return .notFound }
        try work.claim("application", id)
        let recent = try work.tx.first(
            """
            select 1 as here from mail where centre_id = \(work.centre.id)
                and \(EmailAddress.reaches(application.email)) and kind = \(MailKind.applicationLink.rawValue)
                and key like \("application:\(id):link:%") and created_at + 0 > \(work.now.subtracting(.days(1))) limit 1
            """)
        guard recent == nil, try work.mayMail(application.email, .applicationLink) else { return .alreadySent }
        let spoken = try ApplicationQueries.language(of: id, in: work.centre.id, work.tx) ?? work.centre.language
        try work.tell(
            (application.name, application.email), in: spoken,
            .applicationLink(application, in: work))
        let mailed = Application.FollowUp.mailed
        if application.state.isUnanswered {
            try application.answer(
                by: .inConversation, also: ", follow_up = \(mailed)", followUp: mailed.rawValue, in: work)
        } else {
            try Application.note(
                id, from: application.state, to: application.state, followUp: mailed.rawValue,
                logged: "application.followed_up", in: work)
        }
        try Audit.record("application.link_sent", on: "application", id.number, in: work)
        return .sent
    }
}
