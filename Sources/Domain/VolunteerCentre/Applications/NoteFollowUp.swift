package import SQL
package import Time

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

    /// A step that was tapped by mistake: for ten minutes it was not done, and who waited waits as before.
    /// - Parameter seen: when the step was noted that her page showed; another one may be a colleague's.
    package static func takeBack(_ id: ID<Application>, seen: Instant? = nil, in work: UnitOfWork) throws -> Outcome {
        guard case .member = work.actor.role, let application = try ApplicationQueries.seen(id, in: work) else {
            return .notFound
        }
        guard let last = try noted(of: application, in: work), UndoTime.isOpen(since: last.at, now: work.now),
            seen.map({ $0 == last.at }) ?? true
        else {
            return .closed
        }
        try work.claim("application", id)
        try work.tx(
            "update application set follow_up = \(last.before) where centre_id = \(work.centre.id) and id = \(id)")
        guard !last.isAnswer else {
            try application.forgetFirstAnswer(given: last.at, in: work)
            return .done
        }
        try Application.note(
            id, from: application.state, to: application.state, followUp: Application.FollowUp.undone.rawValue,
            logged: "application.undone", in: work)
        return .done
    }

    /// The step that was noted last, while nothing came after it; with what was noted before, and whether it was the first answer.
    package static func noted(of application: Application, in work: UnitOfWork) throws -> (
        at: Instant, before: Application.FollowUp?, isAnswer: Bool
    )? {
        guard application.state == .inConversation else { return nil }
        let history = try StateChange.history(of: "application", application.id.number, in: work.centre.id, work.tx)
        func step(_ change: StateChange) -> Application.FollowUp? {
            change.followUp.flatMap { Application.FollowUp(rawValue: $0) }
        }
        guard let last = history.last, let now = step(last), Application.FollowUp.byHand.contains(now) else {
            return nil
        }
        var before: [Application.FollowUp] = []
        for done in history.dropLast().compactMap(step) {
            if done == .undone { before = before.dropLast() } else { before.append(done) }
        }
        return (last.at, before.last, last.from == Application.State.new.rawValue)
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
