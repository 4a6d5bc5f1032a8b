import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// *Organisaties*: all of them, by name.
struct OrganisationsPage {
    let words: String
    let organisations: Paged<OrganisationQueries.Listed>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Organisations"), visit, current: "/centrum/organisaties").html(
            """
            <header class="page-head"><div><h1>\(t("Organisations"))</h1></div></header>
            <form class="search compact" role="search" action="\(visit.link("/centrum/organisaties"))">
            <div class="search-field"><label for="q">\(t("Name of the organisation"))</label><input id="q" name="q" type="search" dir="auto" value="\(words)"></div>
            <button class="btn">\(visit.icon("search"))\(t("Search"))</button></form>
            \(if: organisations.elements.isEmpty, "<div class=\"empty\"><h2>\(t("Nothing found this time"))</h2></div>", else: table(visit))
            \(visit.pager(organisations, path: "/centrum/organisaties", query: [("q", words)]))
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <table class="list"><caption class="visually-hidden">\(t("Organisations"))</caption>
            <thead><tr><th scope="col">\(t("Organisation"))</th><th scope="col">\(t("Place"))</th><th scope="col">\(t("State"))</th>\
            <th scope="col">\(t("Open vacancies"))</th></tr></thead>
            <tbody>\(each: organisations.elements, { row in
                """
                <tr><th scope="row"><a href="\(visit.link("/centrum/organisaties/\(row.id)"))"\(visit.theirs)>\(row.name)</a></th>
                <td data-label="\(t("Place"))"\(visit.theirs)>\(row.place)</td><td data-label="\(t("State"))">\(visit.badge(row.state))</td>
                <td data-label="\(t("Open vacancies"))">\(row.vacancies)</td></tr>
                """
            })</tbody></table>
            """
    }
}
