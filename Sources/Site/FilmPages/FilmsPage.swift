import Films
import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The films of the site and a form for another one.
struct FilmsPage {
    let films: [Film]
    let data: FormData
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = FormFields(visit: visit, data: data, errors: errors)
        return AreaLayout.centre(
            t("Films"), visit, current: "/centrum/teksten", scripts: ["once"], form: form
        ).html(
            """
            \(if: visit.said() == FilmsNotice.saved, visit.notice(.success, "\(t("Saved"))"))
            \(visit.crumbs(Crumb(t("Texts"), "/centrum/teksten"), here: t("Films")))
            <header class="page-head"><div><h1>\(t("Films"))</h1><p class="lead">\(t("A film of two minutes says more than a page of text. It is never loaded before somebody presses play."))</p></div></header>
            \(if: films.isEmpty, "<div class=\"empty\"><h2>\(t("No films yet"))</h2></div>", else: list(visit))
            \(addition(form, visit))
            """)
    }

    private func list(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <ul class="feed">\(each: films, { film in
                """
                <li>\(visit.icon("play-circle-fill"))<div><p><strong dir="auto">\(film.title)</strong></p><p class="muted">\(visit.word(film.place)), \(source(film, visit))</p></div>\
                <form method="post" action="\(visit.action("/centrum/films/\(film.id)/weg"))" data-once><button class="btn small danger">\(t("Remove"))<span class="visually-hidden"> \(film.title)</span></button></form></li>
                """
            })</ul>
            """
    }

    private func source(_ film: Film, _ visit: Visit) -> String {
        switch film.source {
        case .elsewhere(let address): address
        case .file(_, _, let size):
            visit.t("{size} MB with captions", ["size": visit.t.number(max(1, size / 1_000_000))])
        }
    }

    private func addition(_ form: FormFields, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel measure" method="post" action="\(visit.action("/centrum/films"))" novalidate data-once enctype="multipart/form-data">
            <h2>\(t("Add film"))</h2>\(form.requiredNote)
            \(form.input("titel", t("Title"), required: true, max: 120))
            \(form.options("plek", t("Where the film stands"), Film.Place.allCases.map { ($0.rawValue, visit.word($0)) }, several: false, required: true, rows: true))
            \(form.file("film", t("Film"), help: t("MP4 or WebM, 30 MB at most."), accept: "video/mp4,video/webm"))
            \(form.file("ondertitels", t("Captions"), help: t("A WebVTT file (.vtt), for people who cannot hear the film."), accept: "text/vtt,.vtt"))
            \(form.input("adres", t("Or the address of a film elsewhere"), help: t("Visitors leave your site when they click on it."), inputMode: "url"))
            <div class="form-foot"><button class="btn">\(visit.icon("plus-lg"))\(t("Add film"))</button></div></form>
            """
    }
}

extension Visit {
    func word(_ place: Film.Place) -> String {
        switch place {
        case .registration: t("Beside the registration of organisations")
        case .questions: t("With the frequently asked questions")
        }
    }
}

/// What the page says after something was done.
enum FilmsNotice: String, Notice {
    case saved = "opgeslagen"
}

extension Address where Said == FilmsNotice {
    static var films: Address { Address("/centrum/films") }
}
