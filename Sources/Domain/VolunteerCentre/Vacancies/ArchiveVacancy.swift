package import SQL
package import Time

/// Takes a vacancy off the website and puts it away, with its responses, matches and history.
package enum ArchiveVacancy {
    package enum Outcome: Sendable, Equatable { case archived, alreadyThere, notFound }

    package static func run(_ id: ID<Vacancy>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> Outcome
    {
        guard let vacancy = try VacancyQueries.find(id, in: centre.id, tx), VacancyPolicy.isOwn(vacancy, actor) else {
            return .notFound
        }
        guard vacancy.state.next.contains(.archived) else { return .alreadyThere }
        try vacancy.move(to: .archived, by: actor, now: now, tx)
        return .archived
    }
}

extension Vacancy {
    /// A step that changes nothing of what it says.
    func move(to target: State, by actor: Actor, now: Instant, _ tx: Transaction) throws {
        try step(to: target, also: ", updated_at = \(now), version = version + 1", by: actor, now: now, tx)
    }
}
