package import SQL
package import Time
package import VolunteerCentre

/// Volunteers of a centre who may be one person, and whom nobody called two people yet.
package enum ProbableDoubles {
    package struct Pair: Sendable, Equatable {
        package let first: Volunteer
        package let second: Volunteer
        package let reasons: [Reason]
    }

    package typealias Reason = Likeness.Reason

    /// More volunteers than a centre has.
    private static let most = 100_000
    /// Of a name that very many bear the first are compared.
    private static let perGroup = 30

    /// The most alike first, the newest among equals.
    package static func list(in centre: ID<Centre>, page: Page, _ tx: Transaction) throws -> Paged<Pair> {
        let all = try people(in: centre, tx)
        var groups: [String: [Int]] = [:]
        for (index, one) in all.enumerated() {
            let keys = [
                "n" + one.likeness.words.sorted().joined(separator: " "), "p" + one.likeness.phone,
                "m" + one.likeness.mailbox,
            ]
            for key in keys where key.utf8.count > 1 { groups[key, default: []].append(index) }
        }
        let apart = try apart(in: centre, tx)
        var pairs: [Couple: [Reason]] = [:]
        for group in groups.values where group.count > 1 {
            let members = group.prefix(perGroup)
            for (place, second) in members.enumerated() {
                for first in members.prefix(place) {
                    let couple = Couple(all[first].id, all[second].id)
                    guard pairs[couple] == nil, !apart.contains(couple) else { continue }
                    let reasons = all[first].likeness.reasons(with: all[second].likeness)
                    if !reasons.isEmpty { pairs[couple] = reasons }
                }
            }
        }
        let sorted = pairs.sorted { ($0.value.count, $0.key) > ($1.value.count, $1.key) }
        return try Paged(page, of: sorted.count) { page in
            let part = sorted.dropFirst(page.offset).prefix(page.size)
            let known = try VolunteerQueries.these(part.flatMap { [$0.key.first, $0.key.second] }, in: centre, tx)
            return part.compactMap { couple, reasons in
                guard let first = known[couple.first], let second = known[couple.second] else { return nil }
                return Pair(first: first, second: second, reasons: reasons)
            }
        }
    }

    /// Since when it is known that these are two people.
    package static func keptApart(
        _ one: ID<Volunteer>, _ other: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction
    )
        throws -> Instant?
    {
        let couple = Couple(one, other)
        return try tx.value(
            """
            select at from two_people where centre_id = \(centre) and first_id = \(couple.first)
                and second_id = \(couple.second)
            """)
    }

    /// Somebody looked: these are two people, and are not proposed again.
    package static func keepApart(_ one: ID<Volunteer>, _ other: ID<Volunteer>, in work: UnitOfWork) throws -> Bool {
        let known = try VolunteerQueries.these([one, other], in: work.centre.id, work.tx)
        guard known.count == 2 else { return false }
        let couple = Couple(one, other)
        let new = try work.tx.run(
            """
            insert into two_people (centre_id, first_id, second_id, account_id, at)
            values (\(work.centre.id), \(couple.first), \(couple.second), \(work.actor.account), \(work.now))
            on conflict do nothing
            """)
        if new > 0 { try Audit.record("volunteer.kept_apart", on: "volunteer", couple.first.number, in: work) }
        return true
    }

    /// Two volunteers, whichever was named first.
    private struct Couple: Hashable, Comparable {
        let first: ID<Volunteer>
        let second: ID<Volunteer>

        init(_ one: ID<Volunteer>, _ other: ID<Volunteer>) {
            (first, second) = one.number < other.number ? (one, other) : (other, one)
        }

        static func < (left: Couple, right: Couple) -> Bool {
            (left.second.number, left.first.number) < (right.second.number, right.first.number)
        }
    }

    private static func people(in centre: ID<Centre>, _ tx: Transaction) throws -> [(
        id: ID<Volunteer>, likeness: Likeness
    )] {
        try tx(
            """
            select v.id, v.name, v.phone, v.place, a.email from volunteer v join account a on a.id = v.account_id
            where v.centre_id = \(centre) and v.merged_into is null order by v.id limit \(most)
            """
        ).map { row in
            (
                try row["id"],
                Likeness(
                    name: try row["name"], phone: try row["phone"], email: try row["email"], place: try row["place"])
            )
        }
    }

    private static func apart(in centre: ID<Centre>, _ tx: Transaction) throws -> Set<Couple> {
        Set(
            try tx(
                """
                select coalesce(f.merged_into, f.id) as first_id, coalesce(s.merged_into, s.id) as second_id
                from two_people t join volunteer f on f.id = t.first_id join volunteer s on s.id = t.second_id
                where t.centre_id = \(centre) order by t.first_id, t.second_id limit \(most)
                """
            ).map { Couple(try $0["first_id"], try $0["second_id"]) })
    }
}
