import Composition
import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre
import Web

/// The terms in days, and beside them what goes in the coming night.
struct RetentionPage {
    struct Due {
        let rule: RetentionRule
        let count: Int
        let first: [RetentionQueries.Due]
    }

    let form: FormFields
    let due: [Due]?
    /// The form holds other terms than those that are kept.
    let isChanged: Bool
    /// What was kept when the form was opened.
    let seen: RetentionTerms

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return SettingsTab.retention.html(
            visit,
            lead: t(
                "We keep data of people no longer than needed. What is over its term is erased every night. Figures stay: they name nobody."
            ),
            notice: SettingsTab.retention.saved(
                SavedNotice.saved, visit, t("From the coming night on these terms count.")), form: form,
            """
            <div class="beside"><form method="post" action="\(visit.action("/centrum/bewaartermijnen"))" novalidate data-once data-guard>
            \(each: RetentionRule.allCases, { "<input type=\"hidden\" name=\"gezien-\($0.rawValue)\" value=\"\(seen[$0])\">" })
            <fieldset class="block"><legend>\(t("Days after the last thing happened"))</legend>
            \(each: RetentionRule.allCases, { rule in form.input(rule.rawValue, visit.name(of: rule), kind: .number, required: true, help: help(rule, t), width: "short", inputMode: "numeric") })
            </fieldset>
            <div class="form-foot">\(if: due != nil && isChanged, "<button class=\"btn\" name=\"doe\" value=\"bewaar\">\(t("Keep these terms"))</button>")\
            <button class="btn\(due != nil && isChanged ? " plain" : "")">\(visit.icon("eye"))\(t("Show what will go"))</button></div></form>
            \(due.map { preview($0, visit) } ?? .empty)</div>
            """)
    }

    private func help(_ rule: RetentionRule, _ t: Localiser) -> String {
        let range = rule.allowedDays
        return t(
            "From {low} to {high} days, usually {usual}.",
            [
                "low": t.number(range.lowerBound), "high": t.number(range.upperBound),
                "usual": t.number(rule.standardDays),
            ])
    }

    private func preview(_ due: [Due], _ visit: Visit) -> HTML {
        let t = visit.t
        let going = due.filter { $0.count > 0 }
        return """
            <section class="panel" aria-labelledby="weg"><h2 id="weg">\(t("What will go in the coming night"))</h2>
            \(if: isChanged, "<p class=\"muted\">\(t("With the terms in the form. They are not kept yet."))</p>")
            \(if: going.isEmpty, "<p>\(t("Nothing."))</p>")
            \(each: going, { entry in
                """
                <h3>\(visit.name(of: entry.rule)): \(t.number(entry.count))</h3>
                <ul class="plain">\(each: entry.first, { "<li><span dir=\"auto\">\($0.label)</span> <span class=\"muted\">\(t.date(CalendarDate($0.since, in: visit.centre.zone)))</span></li>" })\
                \(if: entry.count > entry.first.count, "<li class=\"muted\">\(t("and {count} more", "and {count} more", count: entry.count - entry.first.count))</li>")</ul>
                """
            })</section>
            """
    }

    static func data(_ terms: RetentionTerms) -> FormData {
        FormData(pairs: RetentionRule.allCases.map { ($0.rawValue, String(terms[$0])) })
    }
}

extension Visit {
    func name(of rule: RetentionRule) -> String {
        switch rule {
        case .guestResponse: t("Closed responses without account")
        case .response: t("Closed responses with account")
        case .match: t("Responses with a match that is over")
        case .volunteerAsked: t("Ask volunteers who do not log in")
        case .volunteerAskedAgain: t("Ask them a second time")
        case .volunteer: t("Erase volunteers who do not log in")
        case .rejectedOrganisation: t("Registrations that were not admitted")
        case .mail: t("Sent mails in the outbox")
        case .log: t("Lines of the log")
        }
    }
}

extension Address where Said == SavedNotice {
    static var retention: Address { Address("/centrum/bewaartermijnen") }
}

extension SettingsTab {
    static let retention = SettingsTab("/centrum/bewaartermijnen", l10n("Retention terms"), RetentionRoutes.add)
}
