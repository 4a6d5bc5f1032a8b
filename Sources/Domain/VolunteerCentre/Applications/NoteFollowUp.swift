package import SQL
import Time

/// What an organisation does with somebody who has no account happens outside: it notes what it did, so that a colleague sees it. Of
/// somebody with an account it notes that they spoke, while nothing was said inside.
package enum NoteFollowUp {
    package enum Outcome: Sendable, Equatable { case done, closed, notFound }

    package static func run(_ step: Application.FollowUp, _ id: ID<Application>, in work: UnitOfWork) throws -> Outcome
    {
        guard case .member = work.actor.role, let application = try ApplicationQueries.seen(id, in: work),
            application.volunteer == nil || step == .called
        else { return .notFound }
        guard ApplicationPolicy.acts(application, work.actor).contains(.followUp) else { return .closed }
        guard Application.FollowUp.byHand.contains(step) else { return .notFound }
        guard application.followUp != step else { return .done }
        try work.tx(
            "update application set follow_up = \(step) where centre_id = \(work.centre.id) and id = \(id)")
        if application.state == .new {
            try application.answer(
                by: .inConversation, followUp: step.rawValue, logged: "application.followed_up", in: work)
        } else {
            try Application.note(
                id, from: application.state, to: application.state, followUp: step.rawValue,
                logged: "application.followed_up",
                in: work)
        }
        return .done
    }

    /// *Toch verder*: a no that was too quick, to somebody without an account. With an account a message does it.
    package static func takeUp(_ id: ID<Application>, in work: UnitOfWork) throws -> Outcome {
        guard case .member = work.actor.role, let application = try ApplicationQueries.seen(id, in: work),
            application.volunteer == nil
        else { return .notFound }
        guard ApplicationPolicy.acts(application, work.actor).contains(.takeUp) else { return .closed }
        try application.step(to: .inConversation, also: Closing.ended, in: work)
        return .done
    }
}
