import SQL
import Time
package import VolunteerCentre

/// Asks volunteers who have not logged in for long whether they want to keep their account: once, and once more with the
/// day on which it will be erased. Running it twice asks nobody twice.
package enum AskIdleVolunteers {
    static let batch = 200

    /// - Returns: how many were asked; the schedule runs it again until there are none.
    package static func run(in work: UnitOfWork) throws -> Int {
        let terms = try RetentionQueries.terms(of: work.centre.id, work.tx)
        let first = try ask(again: false, terms, in: work)
        return first + (try ask(again: true, terms, in: work))
    }

    private static func ask(again: Bool, _ terms: RetentionTerms, in work: UnitOfWork) throws -> Int {
        let between = terms[.volunteerAskedAgain] - terms[.volunteerAsked]
        let turn: SQL =
            again
            ? "v.asked_again_at is null and v.asked_at < \(work.now.subtracting(.days(between)))"
            : "v.asked_at is null and v.seen_at < \(work.now.subtracting(.days(terms[.volunteerAsked])))"
        let ids: [ID<Volunteer>] = try work.tx.values(
            """
            select v.id from volunteer v where v.centre_id = \(work.centre.id) and v.merged_into is null and \(turn) and \(RetentionQueries.isIdle)
            order by v.id limit \(Self.batch)
            """)
        let erased = work.today.adding(days: terms[.volunteer] - terms[.volunteerAskedAgain] + 1)
        for id in ids {
            let column: SQL = again ? "asked_again_at" : "asked_at"
            try work.tx(
                "update volunteer set \(column) = \(work.now) where centre_id = \(work.centre.id) and id = \(id)")
            try work.tellVolunteer(id) { try .volunteerIdle(id, $0, again: again, erasedOn: erased, in: work) }
        }
        return ids.count
    }
}
