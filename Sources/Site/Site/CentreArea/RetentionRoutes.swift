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
            return try await show(RetentionPage.data(terms), FormErrors(), terms, context)
        }
        area.post("/bewaartermijnen", use: save)
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        var reader = FormReader(try await request.form(), visit.t)
        var terms = RetentionTerms()
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
        guard reader.errors.isEmpty else { return try await show(reader.data, reader.errors, nil, context) }
        guard reader.data.first("doe") == "bewaar" else {
            return try await show(reader.data, FormErrors(), terms, context)
        }
        let chosen = terms
        try await context.carryOut { work in try ChangeRetention.run(chosen, in: work) == .changed }
        return visit.redirect(.retention, saying: .saved)
    }

    /// - Parameter terms: what the page counts by; nil while the form holds errors.
    private static func show(
        _ data: FormData, _ errors: FormErrors, _ terms: RetentionTerms?, _ context: StaffContext
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
            form: visit.fields(data, errors), due: due, isChanged: terms.map { $0 != kept } ?? true)
        return visit.form(page.html(visit), errors)
    }
}
