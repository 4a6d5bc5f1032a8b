package import SQL
package import Time
package import VolunteerCentre

/// Asks volunteers who have not logged in for long whether they want to keep their account: once, and once more with the
/// day on which it will be erased. Running it twice asks nobody twice.
package struct AskIdleVolunteers: Sendable {
    static let batch = 200

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    /// - Returns: how many were asked; the schedule runs it again until there are none.
    package func callAsFunction(centre: Centre, now: Instant, _ tx: Transaction) throws -> Int {
        let terms = try RetentionQueries.terms(of: centre.id, tx)
        let first = try ask(again: false, terms, centre, now, tx)
        return first + (try ask(again: true, terms, centre, now, tx))
    }

    private func ask(
        again: Bool, _ terms: RetentionTerms, _ centre: Centre, _ now: Instant, _ tx: Transaction
    ) throws -> Int {
        let between = terms[.volunteerAskedAgain] - terms[.volunteerAsked]
        let turn: SQL =
            again
            ? "v.asked_again_at is null and v.asked_at < \(now.subtracting(.days(between)))"
            : "v.asked_at is null and v.seen_at < \(now.subtracting(.days(terms[.volunteerAsked])))"
        let ids: [ID<Volunteer>] = try tx(
            """
            select v.id from volunteer v where v.centre_id = \(centre.id) and \(turn) and \(RetentionQueries.isIdle)
            order by v.id limit \(Self.batch)
            """
        ).map { try $0["id"] }
        let erased = centre.today(now).adding(days: terms[.volunteer] - terms[.volunteerAskedAgain] + 1)
        for id in ids {
            let column: SQL = again ? "asked_again_at" : "asked_at"
            try tx("update volunteer set \(column) = \(now) where centre_id = \(centre.id) and id = \(id)")
            try mails.volunteerIdle(id, again: again, erasedOn: erased, centre: centre, now: now, tx)
        }
        return ids.count
    }
}
