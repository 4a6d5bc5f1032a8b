import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Responses in a table: who, to which vacancy, when.
struct ApplicationTable {
    let applications: [Application]
    var vacancyFirst = false

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let heads = vacancyFirst ? [t("Vacancy"), t("Name")] : [t("Name"), t("Vacancy")]
        return """
            <table class="list"><caption class="visually-hidden">\(t("Responses"))</caption>
            <thead><tr>\(each: heads, { "<th scope=\"col\">\($0)</th>" })<th scope="col">\(t("State"))</th><th scope="col">\(t("When"))</th>\
            <th scope="col"><span class="visually-hidden">\(t("Actions"))</span></th></tr></thead>
            <tbody>\(each: applications, { row in
                let names = vacancyFirst ? [row.vacancyTitle, row.name] : [row.name, row.vacancyTitle]
                return """
                    <tr><th scope="row" id="r\(row.id.number)"\(visit.theirs)>\(names[0])</th>
                    <td data-label="\(heads[1])"\(visit.theirs)>\(names[1])</td>
                    <td data-label="\(t("State"))">\(visit.badge(row.state)) \(visit.badge(row.kind))</td>
                    <td data-label="\(t("When"))">\(visit.when(row.createdAt))</td>
                    <td class="row-actions"><a class="btn small plain" href="\(visit.link("/beheer/reacties/\(row.id)"))" aria-describedby="r\(row.id.number)">\(t("Details"))</a></td></tr>
                    """
            })</tbody></table>
            """
    }
}
