import SQL
import Time
package import VolunteerCentre

/// The administrator chooses how long the centre keeps what.
package enum ChangeRetention {
    package enum Outcome: Sendable, Equatable { case changed, outOfRange(RetentionRule), outOfOrder, notFound }

    package static func check(_ terms: RetentionTerms) -> Outcome? {
        for rule in RetentionRule.allCases where !rule.allowedDays.contains(terms[rule]) { return .outOfRange(rule) }
        return terms.isInOrder ? nil : .outOfOrder
    }

    package static func run(_ terms: RetentionTerms, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator else { return .notFound }
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
