import Composition
import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

/// Below the privacy page: how many days the centre keeps what, as its settings say.
struct KeptFor {
    let terms: RetentionTerms

    static func find(_ visit: Visit) async throws -> KeptFor {
        KeptFor(terms: try await visit.find { work in try RetentionQueries.terms(of: work.centre.id, work.tx) })
    }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let rows = RetentionRule.erasing.map { rule in
            ShownField.ours(name(rule, t), t("{count} day", "{count} days", count: terms[rule]))
        }
        return """
            <section class="panel"><h2>\(t("Our terms"))</h2>
            <p>\(t("Counted from the last thing that happened. After that it is erased in the night."))</p>
            \(visit.rows(rows))</section>
            """
    }

    private func name(_ rule: RetentionRule, _ t: Localiser) -> String {
        switch rule {
        case .guestResponse: t("A response without account that was closed")
        case .response: t("A response with an account that was closed")
        case .match: t("A match that is over")
        case .volunteer, .volunteerAsked, .volunteerAskedAgain: t("An account that nobody logs in to")
        case .rejectedOrganisation: t("A registration that was not admitted")
        case .mail: t("The mails that we sent you")
        case .log: t("Who did what")
        }
    }
}
