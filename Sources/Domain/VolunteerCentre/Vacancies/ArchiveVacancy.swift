package import SQL

/// Takes a vacancy off the website and puts it away, with its responses, matches and history.
package enum ArchiveVacancy {
    package enum Outcome: Sendable, Equatable { case archived, alreadyThere, notFound }

    /// - Parameter answer: to the question whether it is still right, where that was why.
    package static func run(
        _ id: ID<Vacancy>, because answer: ConfirmVacancies.Answer? = nil, in work: UnitOfWork
    ) throws -> Outcome {
        guard let vacancy = try VacancyQueries.own(id, in: work) else { return .notFound }
        guard VacancyPolicy.acts(vacancy, work.actor).contains(.archive) else { return .alreadyThere }
        // A text that waited is kept, and nobody has to look at it.
        try vacancy.move(
            to: .archived,
            also: """
                , archived_from = \(vacancy.state), archived_at = \(work.now), archived_pending_at = pending_at,
                pending_at = null
                """, cause: answer?.rawValue, in: work)
        return .archived
    }

    /// It was a mistake: for ten minutes it goes back to where it was, with the text that waited.
    /// - Returns: false when that is too late; nil when there is no such vacancy for this actor.
    package static func undo(_ id: ID<Vacancy>, in work: UnitOfWork) throws -> Bool? {
        guard let vacancy = try VacancyQueries.own(id, in: work) else { return nil }
        // Pressed twice, or in another tab.
        if vacancy.state != .archived { return true }
        guard let archiving = vacancy.archiving, UndoTime.isOpen(since: archiving.at, now: work.now) else {
            return false
        }
        let stop = ConfirmVacancies.Answer.stop.rawValue
        if try StateChange.history(of: "vacancy", id.number, in: work.centre.id, work.tx).last?.cause == stop {
            try Fact.vacancyConfirmed.takeBack(of: vacancy.content, channel: stop, at: archiving.at, in: work)
        }
        try vacancy.step(
            to: archiving.from,
            also: """
                , pending_at = archived_pending_at, archived_from = null, updated_at = \(work.now), version = version + 1
                """, logged: "vacancy.unarchived", in: work)
        return true
    }
}

extension Vacancy {
    /// A step that changes nothing of what it says.
    func move(to target: State, also columns: SQL = .empty, cause: String? = nil, in work: UnitOfWork) throws {
        try step(
            to: target, also: "\(columns), updated_at = \(work.now), version = version + 1", cause: cause, in: work)
    }
}
