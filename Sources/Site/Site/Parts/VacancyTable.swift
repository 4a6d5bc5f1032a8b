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
        return """
            <table class="list"><caption class="visually-hidden">\(t("Vacancies"))</caption>
            <thead><tr><th scope="col">\(t("Title"))</th>\(if: showsOrganisation, "<th scope=\"col\">\(t("Organisation"))</th>")<th scope="col">\(t("State"))</th>\
            <th scope="col">\(t("Up to and including"))</th><th scope="col">\(t("Responses"))</th><th scope="col"><span class="visually-hidden">\(t("Actions"))</span></th></tr></thead>
            <tbody>\(each: vacancies, { row in
                """
                <tr><th scope="row" id="v\(row.id.number)"><a href="\(visit.link("\(base)/\(row.id)"))"\(visit.theirs)>\(row.title.isEmpty ? t("Without a title") : row.title)</a></th>
                \(if: showsOrganisation, "<td data-label=\"\(t("Organisation"))\"\(visit.theirs)>\(row.organisation)</td>")
                <td data-label="\(t("State"))">\(visit.badge(row.state, returned: row.returned))</td>
                <td data-label="\(t("Up to and including"))">\(row.publishUntil.map { t.date($0) } ?? "–")</td>
                <td data-label="\(t("Responses"))">\(row.applications)</td>
                <td class="row-actions"><a class="btn small plain" href="\(visit.link("\(base)/\(row.id)"))" aria-describedby="v\(row.id.number)">\(t("Profile"))</a></td></tr>
                """
            })</tbody></table>
            """
    }
}
