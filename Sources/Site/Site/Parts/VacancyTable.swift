import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Vacancies in a table with their state, for an organisation or for the whole centre.
struct VacancyTable {
    let vacancies: [VacancyQueries.Listed]
    let base: String
    let showsOrganisation: Bool

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            vacancies, t("Vacancies"), id: { "v\($0.id.number)" },
            [
                .init(t("Title")) {
                    "<a href=\"\(visit.link("\(base)/\($0.id)"))\"\(visit.theirs)>\($0.title.isEmpty ? t("Without a title") : $0.title)</a>"
                },
                showsOrganisation ? .theirs(t("Organisation")) { "\($0.organisation)" } : nil,
                .init(t("State")) { visit.badge($0.state, returned: $0.returned) },
                .init(t("Up to and including")) { "\($0.publishUntil.map { t.date($0) } ?? "–")" },
                .init(t("Responses")) { "\($0.applications)" },
                .actions(t("Actions")) {
                    "<a class=\"btn small plain\" href=\"\(visit.link("\(base)/\($0.id)"))\" aria-describedby=\"v\($0.id.number)\">\(t("Profile"))</a>"
                },
            ])
    }
}
