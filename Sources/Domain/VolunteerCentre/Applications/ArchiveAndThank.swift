package import SQL

/// Puts a vacancy away and, in the same act, says a kind word to everybody who still waits: like every no it waits ten minutes, and goes
/// back with the vacancy.
package enum ArchiveAndThank {
    /// - Parameter words: nil: nobody is told.
    package static func run(_ id: ID<Vacancy>, telling words: String?, in work: UnitOfWork) throws
        -> ArchiveVacancy.Outcome
    {
        let outcome = try ArchiveVacancy.run(id, in: work)
        guard outcome == .archived, let words else { return outcome }
        while case let waiting = try ThankTheRest.waiting(for: id, in: work).elements, !waiting.isEmpty {
            for application in waiting { _ = try DeclineApplication.run(words, because: nil, application.id, in: work) }
        }
        return outcome
    }

    /// - Returns: false when it is too late; nil when there is no such vacancy for this actor.
    package static func undo(_ id: ID<Vacancy>, in work: UnitOfWork) throws -> Bool? {
        let archived = try VacancyQueries.own(id, in: work)?.archiving?.at
        let isBack = try ArchiveVacancy.undo(id, in: work)
        guard isBack == true, let archived else { return isBack }
        for application in try ApplicationQueries.closing(at: id, in: work.centre.id, work.tx)
        where application.closing?.began == archived {
            _ = try UndoClosing.run(application, in: work)
        }
        return isBack
    }
}
