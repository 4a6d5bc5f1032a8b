import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Which vacancy a form is about.
struct VacancyBeside {
    let vacancy: Vacancy
    let organisation: Organisation

    func html(_ visit: Visit) -> HTML {
        let content = vacancy.content
        return """
            <aside class="panel about">\(visit.illustration(content.interests.first ?? ""))<h2\(visit.theirs)>\(content.title)</h2>
            <p class="by"\(visit.theirs)>\(organisation.name)</p>
            <ul class="meta"><li>\(visit.icon("geo-alt"))\(content.fromHome ? visit.t("From home") : content.place)</li></ul>
            <p><a href="\(visit.link(Link.vacancy(vacancy.id, content.title)))">\(visit.t("Read the vacancy again"))</a></p></aside>
            """
    }
}
