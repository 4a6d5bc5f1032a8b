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
        try vacancy.move(to: .archived, by: actor, centre: centre, now: now, tx)
        return .archived
    }
}

extension Vacancy {
    /// One step of its life, with its history, audit row and change.
    func move(
        to target: State, reason: String? = nil, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        precondition(state.next.contains(target), "\(state) does not become \(target)")
        try tx(
            """
            update vacancy set state = \(target), updated_at = \(now), version = version + 1
            where centre_id = \(centre.id) and id = \(id)
            """)
        try StateChange.record(
            "vacancy", id.number, from: state.rawValue, to: target.rawValue, reason: reason, by: actor, now: now, tx)
        try Audit.record("vacancy.\(target.rawValue)", on: "vacancy", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "vacancy", record: id, centre: centre.id, now: now, tx)
    }
}
