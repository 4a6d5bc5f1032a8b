import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// Every wording of a text, newest first.
struct TextHistoryPage {
    let place: OwnText.Place
    let language: Language
    let versions: Paged<OwnText>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/centrum/teksten/\(place.segment)/\(place.name)"
        return AreaLayout.centre(t("Earlier texts"), visit, current: "/centrum/teksten").html(
            """
            \(visit.textCrumbs(t("Earlier texts"), to: place))
            <header class="page-head"><div><h1>\(t("Earlier texts"))</h1><p class="lead" dir="auto">\(visit.title(of: place, typed: versions.elements.lazy.compactMap(\.wording?.title).first)), \(visit.name(of: language))</p></div></header>
            \(if: versions.elements.isEmpty, "<div class=\"empty\"><h2>\(t("This text was never changed"))</h2></div>", else: list(visit))
            \(visit.pager(versions, path: path + "/versies", query: [("taal", language.tag)]))
            """)
    }

    private func list(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/centrum/teksten/\(place.segment)/\(place.name)"
        return """
            <ul class="feed">\(each: versions.elements, { version in
                """
                <li>\(visit.icon(version.wording == nil ? "arrow-counterclockwise" : "pencil"))<div><p><strong>\(t.dateTime(version.at, visit.centre.zone))</strong>, <span dir="auto">\(version.author ?? t("Somebody"))</span></p>\
                \(if: version.wording == nil, "<p class=\"muted\">\(place.hasStandard ? t("Back to the standard text") : t("Taken off the site"))</p>")\
                \(optional: version.wording, { "<p class=\"muted\" dir=\"auto\">\(String($0.body.prefix(160)))…</p>" })</div>
                \(if: version.wording != nil, "<a class=\"btn small plain\" href=\"\(visit.link(path + "?taal=\(language.tag)&versie=\(version.id)"))\">\(t("View"))<span class=\"visually-hidden\"> \(t.dateTime(version.at, visit.centre.zone))</span></a>")</li>
                """
            })</ul>
            """
    }
}

/// A page of information that the centre adds.
struct NewTextPage {
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(
            t("Add page"), visit, current: "/centrum/teksten", scripts: ["once", "leave"], form: form
        ).html(
            """
            \(visit.textCrumbs(t("Add page")))
            <header class="page-head"><div><h1>\(t("Add page"))</h1><p class="lead">\(t("The page gets a link at the bottom of every page of the site."))</p></div></header>
            <form class="measure" method="post" action="\(visit.action("/centrum/teksten/nieuwe-pagina"))" novalidate data-once data-guard>
            \(form.requiredNote)
            \(form.input("titel", t("Title"), required: true, max: 200))
            \(form.area("tekst", t("Text"), required: true, help: t("An empty line starts a new paragraph. ## before a line makes a heading, - a list, and [words](/address) a link."), rows: 18, max: TextForm.longest))
            <div class="form-foot"><button class="btn">\(t("Put on the site"))</button></div></form>
            """)
    }
}
