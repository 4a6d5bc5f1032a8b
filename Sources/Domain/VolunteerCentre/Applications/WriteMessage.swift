package import SQL
import Time

/// The organisation answers a volunteer, or she the organisation. The mail says that there is an answer, not what it says.
package enum WriteMessage {
    package enum Outcome: Sendable, Equatable {
        case sent, closed, notFound
        /// The other side wrote since the words were begun.
        case crossed
    }

    /// - Parameters:
    ///   - submissionKey: made with the form; the same words of the same form are one message, other words another.
    ///   - read: how many messages of the other side were on the page; nil where none were shown.
    ///   - seen: the state on the page where it was written: who did not see a no takes nothing up again by it.
    package static func run(
        _ text: String, about id: ID<Application>, submissionKey: String, seen: Application.State? = nil,
        read: Int? = nil, in work: UnitOfWork
    ) throws -> Outcome {
        guard let application = try ApplicationQueries.seen(id, in: work),
            let volunteer = application.volunteer
        else { return .notFound }
        // Nobody's words stand in for another's, whoever's form was sent.
        let key = Token.hash("\(work.actor.account.map { "\($0)" } ?? "")\n\(submissionKey)\n\(text)")
        // Sent before it was closed or crossed, and sent again with Back.
        let said = try work.tx.first(
            "select 1 as here from application_message where application_id = \(id) and submission_key = \(key)")
        guard said == nil else { return .sent }
        guard ApplicationPolicy.acts(application, work.actor).contains(.write) else { return .closed }
        guard try !isLast(text, of: id, in: work) else { return .sent }
        if let seen, seen != .declined, application.state == .declined { return .closed }
        let author: ApplicationQueries.Message.Author =
            if case .volunteer = work.actor.role { .volunteer } else { .organisation }
        let other: ApplicationQueries.Message.Author = author == .volunteer ? .organisation : .volunteer
        if let read, try ApplicationQueries.received(id, from: other, in: work.centre.id, work.tx) > read {
            return .crossed
        }
        let written: Int64? = try work.tx.value(
            """
            insert into application_message (centre_id, application_id, author, account_id, text, submission_key, at)
            values (\(work.centre.id), \(id), \(author), \(work.actor.account), \(text),
                \(key), \(work.now))
            on conflict (application_id, submission_key) do nothing returning id
            """)
        guard let message = written else { return .sent }
        try Audit.record("application.answered", on: "application", id.number, in: work)
        if author == .organisation {
            if application.state == .new || application.state == .declined {
                let undone = application.closing == nil ? nil : Application.FollowUp.undone.rawValue
                try application.answer(by: .inConversation, also: Closing.ended, followUp: undone, in: work)
            }
            try work.tellVolunteer(volunteer) { _ in .applicationAnswered(application, message: message) }
        } else {
            // A no is about what was read: what she wrote before she heard of it was not.
            var crossesNo = false
            if application.state == .declined, application.closing != nil {
                crossesNo = try UndoClosing.undo(application, in: work) == .undone
            }
            try work.tellMembers(about: application.vacancy) {
                .applicationAnswerArrived(application, message: message, crossesNo: crossesNo, to: $0)
            }
        }
        return .sent
    }

    /// Back asks for the page anew, so its form has another key, and the browser fills in what was typed.
    private static func isLast(_ text: String, of id: ID<Application>, in work: UnitOfWork) throws -> Bool {
        let last = try work.tx.first(
            """
            select text, account_id, at from application_message
            where centre_id = \(work.centre.id) and application_id = \(id) order by id desc limit 1
            """)
        guard let last else { return false }
        let (said, by, at): (String, ID<Account>?, Instant) = (try last["text"], try last["account_id"], try last["at"])
        return said == text && by == work.actor.account && at > work.now.subtracting(.minutes(60))
    }
}
