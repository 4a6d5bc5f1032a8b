package import SQL

/// Takes back a no, or a withdrawal, of which nobody was told yet: the response is what it was before.
package enum UndoClosing {
    package enum Outcome: Sendable, Equatable {
        case undone, tooLate, notFound
        /// It is not closed: another tab or a colleague was first.
        case already
    }

    package static func run(_ id: ID<Application>, in work: UnitOfWork) throws -> Outcome {
        guard let application = try ApplicationQueries.seen(id, in: work) else { return .notFound }
        return try run(application, in: work)
    }

    /// What was declined last at a vacancy, in one act, and not told yet.
    /// - Returns: how many; nil when there is no such vacancy for this actor.
    package static func all(at vacancy: ID<Vacancy>, in work: UnitOfWork) throws -> Int? {
        guard try VacancyQueries.own(vacancy, in: work) != nil else { return nil }
        let waiting = try ApplicationQueries.closing(at: vacancy, in: work.centre.id, work.tx)
        let last = waiting.compactMap(\.closing?.due).max()
        return try waiting.filter { $0.closing?.due == last }.count { try run($0, in: work) == .undone }
    }

    /// Of somebody who may: who declined is the organisation, who withdrew the person.
    static func run(_ application: Application, in work: UnitOfWork) throws -> Outcome {
        guard ApplicationPolicy.acts(application, work.actor).contains(.undo) else { return late(application) }
        return try undo(application, in: work)
    }

    private static func late(_ application: Application) -> Outcome {
        application.state == .declined || application.state == .withdrawn ? .tooLate : .already
    }

    /// Who withdrew and responded anew has a response that runs.
    private static func runsAnew(_ application: Application, in work: UnitOfWork) throws -> Bool {
        guard application.state == .withdrawn, let volunteer = application.volunteer else { return false }
        return try ApplicationQueries.open(of: volunteer, to: application.vacancy, in: work.centre.id, work.tx) != nil
    }

    /// The letter and this take the same mark: one of them finds it.
    static func undo(_ application: Application, in work: UnitOfWork) throws -> Outcome {
        if try runsAnew(application, in: work) { return .already }
        guard let closing = application.closing, try Closing.take(closing, of: application.id, in: work) else {
            return late(application)
        }
        let wasFirst = closing.from.isUnanswered && application.state == .declined
        let answer: SQL = wasFirst ? ", answered_at = null" : .empty
        try application.step(
            to: closing.from, also: "\(Closing.ended) \(answer)", followUp: Application.FollowUp.undone.rawValue,
            logged: "application.undone", in: work)
        if wasFirst { try application.forgetAnswer(given: closing.began, in: work) }
        return .undone
    }
}

extension Closing {
    /// - Returns: false when the letter went, or somebody undid it meanwhile.
    static func take(_ closing: Closing, of id: ID<Application>, in work: UnitOfWork) throws -> Bool {
        try work.tx.run(
            """
            update application set closing_from = null, closing_due = null
            where centre_id = \(work.centre.id) and id = \(id) and closing_due = \(closing.due)
            """) == 1
    }
}
