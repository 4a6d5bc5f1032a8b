import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// `/stijlgids` of a demo: every part in every state, made by the same functions as the pages where there is one.
///
/// Its sample words are Dutch literals in the markup and stand in no catalogue: no visitor of a real centre sees this page.
struct StyleGuidePage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let sections = sections(visit)
        // What the functions say follows the visitor's language; the samples around it do not.
        let language = visit.language == .nl || visit.language == .nlBE ? nil : "nl"
        return PublicLayout(
            title: t("Style guide"), visit: visit, current: "/stijlgids", scripts: ["once", "counter", "dialog"]
        ).html(
            """
            <div class="wrap page"\(attribute: "lang", language)>
            <nav class="crumbs" aria-label="\(t("You are here"))"><ol><li><a href="\(visit.link("/"))">Home</a></li>\
            <li aria-current="page">\(t("Style guide"))</li></ol></nav>
            <header class="page-head"><div><p class="kicker">Alleen in de demo</p><h1>\(t("Style guide"))</h1>
            <p class="lead">Elk onderdeel in elke toestand. Niets op deze pagina wordt bewaard.</p></div>
            <div class="actions"><a class="btn green" href="\(visit.styleGuide)">\(visit.icon("plus-lg"))Hoofdknop van de pagina</a></div></header>
            <nav aria-label="Op deze pagina"><ul class="chips">\(each: sections, { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>\n" })</ul></nav>
            \(each: sections, { $0.html })
            </div>
            """)
    }

    private func sections(_ visit: Visit) -> [StyleGuideSection] {
        StyleGuideText(visit: visit).sections + StyleGuideSigns(visit: visit).sections
            + StyleGuideForms(visit: visit).sections + StyleGuideSearch(visit: visit).sections
            + StyleGuideRecords(visit: visit).sections + StyleGuideConversation(visit: visit).sections
            + StyleGuideDetails(visit: visit).sections
            + StyleGuideWays(visit: visit).sections + StyleGuideAreas(visit: visit).sections
            + StyleGuideDialogs(visit: visit).sections + StyleGuidePlanned(visit: visit).sections
            + StyleGuideIcons(visit: visit).sections
    }
}
