import Composition
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Bewaartermijnen*: how long the centre keeps what, and what goes by that. Administrators only.
enum RetentionRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/bewaartermijnen") { _, context in
            let terms = try await context.read { work in try RetentionQueries.terms(of: work.centre.id, work.tx) }
            return try await show(RetentionPage.data(terms), FormErrors(), terms, seen: terms, context)
        }
        area.post("/bewaartermijnen", use: save)
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        var reader = FormReader(try await request.form(), visit.t)
        var (terms, seen) = (RetentionTerms(), RetentionTerms())
        for rule in RetentionRule.allCases {
            if let days = reader.data.first("gezien-" + rule.rawValue).flatMap({ Int($0) }) { seen[rule] = days }
        }
        for rule in RetentionRule.allCases {
            if let days = reader.number(rule.rawValue, in: rule.allowedDays) {
                terms[rule] = days
            } else {
                reader.errors.add(rule.rawValue, visit.t("Fill in a number of days."))
            }
        }
        if reader.errors.isEmpty, !terms.isInOrder {
            reader.errors.add(
                RetentionRule.volunteerAskedAgain.rawValue,
                visit.t("Asking, asking again and erasing follow one another, with at least 14 days between them."))
        }
        guard reader.errors.isEmpty else { return try await show(reader.data, reader.errors, nil, seen: seen, context) }
        guard reader.data.first("doe") == "bewaar" else {
            return try await show(reader.data, FormErrors(), terms, seen: seen, context)
        }
        let (chosen, known) = (terms, seen)
        switch try await context.write({ work in try ChangeRetention.run(chosen, seen: known, in: work) }) {
        case .changed: return visit.redirect(.retention, saying: .saved)
        case .changedMeanwhile(let rules, let now):
            for rule in rules {
                reader.errors.add(
                    rule.rawValue,
                    visit.t(
                        "A colleague set this to {days} days in the meantime. Send it again to replace that.",
                        ["days": visit.t.number(now[rule])]))
            }
            return try await show(reader.data, reader.errors, terms, seen: now, context)
        case .outOfRange, .outOfOrder, .notFound: throw HTTPError(.notFound)
        }
    }

    /// - Parameters:
    ///   - terms: what the page counts by; nil while the form holds errors.
    ///   - seen: what was kept when the form was opened.
    private static func show(
        _ data: FormData, _ errors: FormErrors, _ terms: RetentionTerms?, seen: RetentionTerms, _ context: StaffContext
    ) async throws -> Reply {
        let visit = try context.administrator
        let (kept, due) = try await context.read { work in
            let kept = try RetentionQueries.terms(of: work.centre.id, work.tx)
            let due = try terms.map { terms in
                try RetentionRule.erasing.map { rule in
                    RetentionPage.Due(
                        rule: rule,
                        count: try RetentionQueries.count(rule, terms, in: work.centre.id, now: work.now, work.tx),
                        first: try RetentionQueries.due(
                            rule, terms, in: work.centre.id, now: work.now, limit: 5, work.tx))
                }
            }
            return (kept, due)
        }
        let page = RetentionPage(
            form: visit.fields(data, errors), due: due, isChanged: terms.map { $0 != kept } ?? true, seen: seen)
        return visit.form(page.html(visit), errors)
    }
}
