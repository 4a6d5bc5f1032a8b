package import SQL
package import Time

/// The first day of a running match turns out to be another one. She gets a mail that says which.
package enum ChangeMatch {
    package enum Outcome: Sendable, Equatable { case changed, unchanged, afterItsEnd, alreadyOver, notFound }

    package static func begin(_ id: ID<Match>, on day: CalendarDate, in work: UnitOfWork) throws -> Outcome {
        guard case .member = work.actor.role, let match = try MatchQueries.seen(id, in: work) else { return .notFound }
        guard MatchPolicy.acts(match, work.actor).contains(.changeBegin) else { return .alreadyOver }
        guard match.beginsOn != day else { return .unchanged }
        if let end = match.endsOn, end < day { return .afterItsEnd }
        try work.tx("update match set begins_on = \(day) where centre_id = \(work.centre.id) and id = \(id)")
        try Audit.record("match.begin_changed", on: "match", id.number, in: work)
        try work.tellVolunteer(match.volunteer) { _ in .matchBeginChanged(match, to: day, in: work) }
        return .changed
    }
}
