import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// *Organisaties*: all of them, by name unless asked otherwise.
struct OrganisationsPage {
    let words: String
    let organisations: Paged<OrganisationQueries.Listed>
    let list: ListAddress

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Organisations"), visit, current: "/centrum/organisaties").html(
            """
            <header class="page-head"><div><h1>\(t("Organisations"))</h1></div></header>
            \(visit.searchForm("/centrum/organisaties", t("Name of the organisation"), words))
            \(if: organisations.elements.isEmpty, visit.nothingFound, else: table(visit))
            \(visit.listFoot(organisations, list))
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        visit.table(organisations.elements, visit.t("Organisations"), list: list, columns(visit))
    }

    func file(_ visit: Visit) -> Reply { visit.file(visit.t("organisations"), organisations.elements, columns(visit)) }

    private func columns(_ visit: Visit) -> [Column<OrganisationQueries.Listed>?] {
        let t = visit.t
        typealias Key = OrganisationQueries.Key
        return [
            .init(t("Organisation"), by: Key.name, text: \.name) {
                visit.theirLink("/centrum/organisaties/\($0.id)", $0.name)
            },
            .theirs(t("Place"), by: Key.place) { $0.place },
            .init(t("State"), by: Key.state, text: { visit.word($0.state) }) { visit.badge($0.state) },
            .text(t("Open vacancies"), by: Key.vacancies) { String($0.vacancies) },
        ]
    }
}
