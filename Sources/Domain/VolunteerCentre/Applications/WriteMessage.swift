package import SQL

/// The organisation answers a volunteer, or she the organisation. The mail says that there is an answer, not what it says.
package enum WriteMessage {
    package enum Outcome: Sendable, Equatable { case sent, closed, notFound }

    /// - Parameter submissionKey: made with the form; the same words of the same form are one message, other words another.
    package static func run(
        _ text: String, about id: ID<Application>, submissionKey: String, in work: UnitOfWork
    ) throws -> Outcome {
        guard let application = try ApplicationQueries.seen(id, in: work),
            let volunteer = application.volunteer
        else { return .notFound }
        guard ApplicationPolicy.acts(application, work.actor).contains(.write) else { return .closed }
        let author: ApplicationQueries.Message.Author =
            if case .volunteer = work.actor.role { .volunteer } else { .organisation }
        let row = try work.tx.first(
            """
            insert into application_message (centre_id, application_id, author, account_id, text, submission_key, at)
            values (\(work.centre.id), \(id), \(author), \(work.actor.account), \(text),
                \(Token.hash(submissionKey + "\n" + text)), \(work.now))
            on conflict (application_id, submission_key) do nothing returning id
            """)
        guard let message: Int64 = try row?["id"] else { return .sent }
        try Audit.record("application.answered", on: "application", id.number, in: work)
        if author == .organisation {
            if application.state == .new || application.state == .declined {
                try application.step(to: .inConversation, in: work)
            }
            try work.tellVolunteer(volunteer) { _ in .applicationAnswered(application, message: message) }
        } else {
            try work.tellMembers(about: application.vacancy) {
                .applicationAnswerArrived(application, message: message, to: $0)
            }
        }
        return .sent
    }
}
