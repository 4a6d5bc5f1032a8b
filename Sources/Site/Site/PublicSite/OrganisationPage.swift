import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// An organisation as everybody sees it, with its open vacancies.
struct OrganisationPage {
    let organisation: Organisation
    let vacancies: Paged<VacancyCard>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = Link.organisation(organisation.id, organisation.name)
        return PublicLayout(
            title: organisation.name, description: String(organisation.shortDescription.prefix(300)),
            picture: organisation.logoUpload.map { visit.media($0, .page) }, visit: visit
        ).html(
            """
            <div class="wrap page">
            <header class="page-head"><div>\(visit.organisationLogo(organisation, size: 96))
            <p class="kicker">\(t("Organisation"))</p><h1\(visit.theirs)>\(organisation.name)</h1></div></header>
            <div class="beside"><div>
            <div class="prose">\(visit.prose(organisation.shortDescription, linked: true))</div>
            <h2>\(t("{count} vacancy", "{count} vacancies", count: vacancies.total))</h2>
            \(if: vacancies.elements.isEmpty, "<p>\(t("This organisation has no open vacancies at the moment."))</p>", else: visit.cards(vacancies.elements, heading: .h3))
            \(visit.pager(vacancies, path: path))
            </div>
            <aside class="panel"><h2>\(t("Where and how"))</h2><ul class="plain">
            <li>\(visit.icon("geo-alt"))\(organisation.place)</li>
            \(optional: WebAddress(website: organisation.website), { "<li>\(visit.icon("globe"))<a href=\"\($0)\" rel=\"nofollow\">\(organisation.website)</a></li>" })
            </ul></aside></div>
            </div>
            """)
    }
}
