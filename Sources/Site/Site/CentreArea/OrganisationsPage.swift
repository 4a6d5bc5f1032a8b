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
            \(visit.searchForm("/centrum/organisaties", t("Name of the organisation"), words))
            \(if: organisations.elements.isEmpty, visit.nothingFound, else: table(visit))
            \(visit.pager(organisations, path: "/centrum/organisaties", query: [("q", words)]))
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            organisations.elements, t("Organisations"),
            [
                .init(t("Organisation")) {
                    "<a href=\"\(visit.link("/centrum/organisaties/\($0.id)"))\"\(visit.theirs)>\($0.name)</a>"
                },
                .theirs(t("Place")) { "\($0.place)" }, .init(t("State")) { visit.badge($0.state) },
                .init(t("Open vacancies")) { "\($0.vacancies)" },
            ])
    }
}
