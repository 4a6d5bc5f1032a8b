import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre

/// What was typed, as visitors will see it. Nothing is stored; the form stays open in its own tab.
struct VacancyPreviewPage {
    let content: Vacancy.Content
    let writer: VacancyWriter

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let vacancy = Vacancy.unsaved(content, of: writer.organisation.id, now: visit.now)
        let page = VacancyPage(vacancy: vacancy, organisation: writer.organisation, isOpen: true, alternatives: [])
        return PublicLayout(title: t("Preview"), visit: visit).html(
            """
            <div class="wrap">\(visit.notice(.info, "\(t("This is how visitors will see it. Looking at it sends nothing. Close this tab to go on typing."))", title: t("Preview")))
            \(writer.coach(content, visit).html(visit))</div>
            \(page.article(visit, isPreview: true))
            """)
    }
}
