package import SQL

/// Takes a vacancy off the website and puts it away, with its responses, matches and history.
package enum ArchiveVacancy {
    package enum Outcome: Sendable, Equatable { case archived, alreadyThere, notFound }

    package static func run(_ id: ID<Vacancy>, in work: UnitOfWork) throws -> Outcome {
        guard let vacancy = try VacancyQueries.own(id, in: work) else { return .notFound }
        guard VacancyPolicy.acts(vacancy, work.actor).contains(.archive) else { return .alreadyThere }
        // A text that waited is kept, and nobody has to look at it.
        try vacancy.move(to: .archived, also: ", pending_at = null", in: work)
        return .archived
    }
}

extension Vacancy {
    /// A step that changes nothing of what it says.
    func move(to target: State, also columns: SQL = .empty, in work: UnitOfWork) throws {
        try step(to: target, also: "\(columns), updated_at = \(work.now), version = version + 1", in: work)
    }
}
