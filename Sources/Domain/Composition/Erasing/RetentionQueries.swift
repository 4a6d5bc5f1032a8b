import Jobs
package import SQL
package import Time
package import VolunteerCentre

package enum RetentionQueries {
    package static func terms(of centre: ID<Centre>, _ tx: Transaction) throws -> RetentionTerms {
        var terms = RetentionTerms()
        for row in try tx("select rule, days from retention_term where centre_id = \(centre) order by rule limit 100") {
            guard let rule = RetentionRule(rawValue: try row["rule"]) else { continue }
            terms[rule] = try row["days"]
        }
        return terms
    }

    /// Something that goes: its number, what people call it, and since when nothing happened.
    package struct Due: Sendable, Equatable {
        package let id: Int64
        package let label: String
        package let since: Instant
    }

    /// What a rule erases at `now` under these terms, longest ago first.
    package static func due(
        _ rule: RetentionRule, _ terms: RetentionTerms, in centre: ID<Centre>, now: Instant, limit: Int,
        _ tx: Transaction
    ) throws -> [Due] {
        guard let found = candidates(rule, terms, in: centre, now: now) else { return [] }
        return try tx("select id, label, since from (\(found)) d order by since, id limit \(limit)").map {
            Due(id: try $0["id"], label: try $0["label"], since: try $0["since"])
        }
    }

    package static func count(
        _ rule: RetentionRule, _ terms: RetentionTerms, in centre: ID<Centre>, now: Instant, _ tx: Transaction
    ) throws -> Int {
        guard let found = candidates(rule, terms, in: centre, now: now) else { return 0 }
        return try tx.count("(\(found)) d")
    }

    private static func candidates(
        _ rule: RetentionRule, _ terms: RetentionTerms, in centre: ID<Centre>, now: Instant
    ) -> SQL? {
        let before = now.subtracting(.days(terms[rule]))
        switch rule {
        case .guestResponse:
            return "\(responses(.guest, centre, before)) union all \(forgotten(centre, now.subtracting(longest)))"
        case .response: return responses(.account, centre, before)
        case .match: return matched(centre, before)
        case .volunteerAsked, .volunteerAskedAgain: return nil
        case .volunteer:
            // So long after the second question as the terms say; whoever was not asked stays.
            let asked = now.subtracting(.days(terms[.volunteer] - terms[.volunteerAskedAgain]))
            return """
                select v.id, v.name as label, v.seen_at as since from volunteer v
                where v.centre_id = \(centre) and v.seen_at < \(before) and v.asked_again_at < \(asked)
                    and v.merged_into is null
                    and \(wasTold(asked))
                    and \(isIdle)
                """
        case .rejectedOrganisation:
            return """
                select id, label, since from (
                    select o.id, o.name as label, coalesce((select max(c.at) from state_change c
                        where c.centre_id = o.centre_id and c.subject = 'organisation' and c.subject_id = o.id),
                        o.created_at) as since
                    from organisation o where o.centre_id = \(centre) and o.state = 'rejected') refused
                where since < \(before)
                """
        case .mail:
            return """
                select id, subject as label, coalesce(sent_at, created_at) as since from mail
                where centre_id = \(centre) and state <> 'waiting' and coalesce(sent_at, created_at) < \(before)
                """
        case .log:
            return "select id, action as label, at as since from audit where centre_id = \(centre) and at < \(before)"
        }
    }

    /// The mail that names the day has left, and so long ago as the terms say; or her mailbox does not take it. While it waits for a
    /// mail server nobody is erased.
    private static func wasTold(_ asked: Instant) -> SQL {
        """
        not exists (select 1 from mail m
            where m.key = 'volunteer:' || v.id || ':idle:again:' || v.asked_again_at
                and (m.state = 'waiting' or m.state = 'sent' and m.sent_at >= \(asked)
                    or m.state = 'failed' and m.attempts >= \(Worker.attempts)))
        """
    }

    /// Nothing is going on: no response that waits for an answer, no match that runs.
    static let isIdle: SQL = """
        not exists (select 1 from match m where m.volunteer_id = v.id and m.state = 'active')
            and not exists (select 1 from application p join vacancy w on w.id = p.vacancy_id
                where p.volunteer_id = v.id and p.state in ('new', 'in_conversation') and w.state = 'published')
        """

    /// Off the site for good or until somebody acts; a vacancy that was online and came back to its organisation too.
    private static let isClosed: SQL = """
        (v.state in ('offline', 'archived', 'rejected') or v.state = 'draft' and v.published_at is not null)
        """

    /// The moments at which something happened with a response: it came, changed, was written about.
    private static let ownMoments: SQL = """
        select a.created_at as at union all
        select c.at from state_change c where c.centre_id = a.centre_id and c.subject = 'application' and c.subject_id = a.id
        union all select w.at from application_message w where w.application_id = a.id
        """

    private static let vacancyMoments: SQL = """
        select c.at from state_change c where c.centre_id = a.centre_id and c.subject = 'vacancy' and c.subject_id = a.vacancy_id
        """

    /// A response without account that nobody answered, to a vacancy that never closes, ends too: nobody can ask its owner.
    static let longest = Span.days(365)

    private static func forgotten(_ centre: ID<Centre>, _ before: Instant) -> SQL {
        """
        select id, label, since from (
            select a.id, a.name as label, (select max(t.at) from (\(ownMoments)) t) as since
            from application a join vacancy v on v.id = a.vacancy_id
            where a.centre_id = \(centre) and a.kind = 'guest' and a.state in ('new', 'in_conversation') and not \(isClosed)) waiting
        where since < \(before)
        """
    }

    /// Closed by an answer, or because the vacancy closed: then its closing counts too.
    private static func responses(_ kind: Application.Kind, _ centre: ID<Centre>, _ before: Instant) -> SQL {
        """
        select id, label, since from (
            select a.id, a.name as label, (select max(t.at) from (\(ownMoments) union all \(vacancyMoments)
                and a.state not in ('declined', 'withdrawn')) t) as since
            from application a join vacancy v on v.id = a.vacancy_id
            where a.centre_id = \(centre) and a.kind = \(kind) and a.state <> 'matched'
                and (a.state in ('declined', 'withdrawn') or \(isClosed))
                and not exists (select 1 from match m where m.application_id = a.id)) closed
        where since < \(before)
        """
    }

    private static func matched(_ centre: ID<Centre>, _ before: Instant) -> SQL {
        """
        select id, label, since from (
            select a.id, a.name as label, (select max(t.at) from (\(ownMoments) union all \(vacancyMoments) union all
                select c.at from state_change c where c.centre_id = a.centre_id and c.subject = 'match'
                    and c.subject_id in (select m.id from match m where m.application_id = a.id)) t) as since
            from application a join vacancy v on v.id = a.vacancy_id
            where a.centre_id = \(centre) and \(isClosed)
                and exists (select 1 from match m where m.application_id = a.id)
                and not exists (select 1 from match m where m.application_id = a.id and m.state = 'active')) over
        where since < \(before)
        """
    }
}
