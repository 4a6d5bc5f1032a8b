import SQL
import Time
package import VolunteerCentre

/// The administrator chooses how long the centre keeps what.
package enum ChangeRetention {
    package enum Outcome: Sendable, Equatable {
        case changed, outOfRange(RetentionRule), outOfOrder, notFound
        /// A colleague set these otherwise meanwhile; nothing was saved.
        case changedMeanwhile([RetentionRule], now: RetentionTerms)
    }

    package static func check(_ terms: RetentionTerms) -> Outcome? {
        for rule in RetentionRule.allCases where !rule.allowedDays.contains(terms[rule]) { return .outOfRange(rule) }
        return terms.isInOrder ? nil : .outOfOrder
    }

    /// - Parameter seen: what stood on the page: what was not touched there stays as a colleague left it.
    package static func run(_ chosen: RetentionTerms, seen: RetentionTerms, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator else { return .notFound }
        let now = try RetentionQueries.terms(of: work.centre.id, work.tx)
        var (terms, both) = (chosen, [RetentionRule]())
        for rule in RetentionRule.allCases where now[rule] != seen[rule] && now[rule] != chosen[rule] {
            if chosen[rule] == seen[rule] { terms[rule] = now[rule] } else { both.append(rule) }
        }
        guard both.isEmpty else { return .changedMeanwhile(both, now: now) }
        if let refusal = check(terms) { return refusal }
        for rule in RetentionRule.allCases {
            try work.tx(
                """
                insert into retention_term (centre_id, rule, days) values (\(work.centre.id), \(rule.rawValue), \(terms[rule]))
                on conflict (centre_id, rule) do update set days = excluded.days
                """)
        }
        try Audit.record("retention.changed", on: "centre", work.centre.id.number, in: work)
        return .changed
    }
}
