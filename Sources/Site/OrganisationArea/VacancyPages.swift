import HTML
import Localisation
import SQL
import VolunteerCentre
import Web

/// *Vacatures*: all of an organisation's own, in every state.
struct VacanciesPage {
    let words: String
    let vacancies: Paged<VacancyQueries.Listed>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(t("Vacancies"), visit, current: "/beheer/vacatures").html(
            """
            <header class="page-head"><div><h1>\(t("Vacancies"))</h1></div>
            <div class="actions"><a class="btn green" href="\(visit.link("/beheer/vacatures/nieuw"))">\(visit.icon("plus-lg"))\(t("Add vacancy"))</a></div></header>
            <form class="search compact" role="search" action="\(visit.link("/beheer/vacatures"))">
            <div class="search-field"><label for="q">\(t("Search in your vacancies"))</label><input id="q" name="q" type="search" dir="auto" value="\(words)"></div>
            <button class="btn">\(visit.icon("search"))\(t("Search"))</button></form>
            \(if: vacancies.elements.isEmpty, nothing(visit), else: VacancyTable(vacancies: vacancies.elements, base: "/beheer/vacatures", showsOrganisation: false).html(visit))
            \(visit.pager(vacancies, path: "/beheer/vacatures", query: [("q", words)]))
            """)
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        return words.isEmpty
            ? """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160"><h2>\(t("No vacancies yet"))</h2>
            <p>\(t("Place your first vacancy. It takes about ten minutes."))</p></div>
            """
            : "<div class=\"empty\"><h2>\(t("Nothing found this time"))</h2><p>\(t("Try a part of the title."))</p></div>"
    }
}

/// Vacancies in a table with their state, for an organisation or for the whole centre.
struct VacancyTable {
    let vacancies: [VacancyQueries.Listed]
    let base: String
    let showsOrganisation: Bool

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <table class="list"><caption class="visually-hidden">\(t("Vacancies"))</caption>
            <thead><tr><th scope="col">\(t("Title"))</th>\(if: showsOrganisation, "<th scope=\"col\">\(t("Organisation"))</th>")<th scope="col">\(t("State"))</th>\
            <th scope="col">\(t("Up to and including"))</th><th scope="col">\(t("Responses"))</th><th scope="col"><span class="visually-hidden">\(t("Actions"))</span></th></tr></thead>
            <tbody>\(each: vacancies, { row in
                """
                <tr><th scope="row" id="v\(row.id.number)"><a href="\(visit.link("\(base)/\(row.id)"))"\(visit.theirs)>\(row.title)</a></th>
                \(if: showsOrganisation, "<td data-label=\"\(t("Organisation"))\"\(visit.theirs)>\(row.organisation)</td>")
                <td data-label="\(t("State"))">\(visit.badge(row.state, returned: row.returned))</td>
                <td data-label="\(t("Up to and including"))">\(row.publishUntil.map { t.date($0) } ?? "–")</td>
                <td data-label="\(t("Responses"))">\(row.applications)</td>
                <td class="row-actions"><a class="btn small plain" href="\(visit.link("\(base)/\(row.id)"))" aria-describedby="v\(row.id.number)">\(t("Profile"))</a></td></tr>
                """
            })</tbody></table>
            """
    }
}

/// *Profiel* of a vacancy for its own organisation: state, history, responses, text.
struct VacancyProfilePage {
    let vacancy: Vacancy
    let canEdit: Bool
    let history: [StateChange]
    let applications: Paged<Application>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let content = vacancy.content
        let path = "/beheer/vacatures/\(vacancy.id)"
        return AreaLayout.organisation(content.title, visit, current: "/beheer/vacatures").html(
            """
            <nav class="crumbs" aria-label="\(t("You are here"))"><ol><li><a href="\(visit.link("/beheer/vacatures"))">\(t("Vacancies"))</a></li>\
            <li aria-current="page"\(visit.theirs)>\(content.title)</li></ol></nav>
            <header class="page-head"><div><p class="kicker">\(visit.badge(vacancy.state, returned: vacancy.comment != nil && vacancy.state == .draft))</p>\
            <h1\(visit.theirs)>\(content.title)</h1></div>
            <div class="actions">\(if: canEdit, "<a class=\"btn\" href=\"\(visit.link(path + "/bewerken"))\">\(visit.icon("pencil"))\(t("Change and send in"))</a>")\
            \(if: vacancy.state == .published, "<a class=\"btn plain\" href=\"\(visit.link(Link.vacancy(vacancy.id, content.title)))\">\(t("View on the website"))</a>")</div></header>
            \(if: visit.query.first("melding") == "ingestuurd", visit.notice(.success, "\(t("{centre} checks it and publishes it. You receive a mail then.", ["centre": visit.centre.name]))", title: t("The vacancy is in the queue")))
            \(optional: vacancy.comment, { visit.notice(.info, "<span\(visit.theirs)>\($0)</span>", title: t("Message from {centre}", ["centre": visit.centre.name])) })
            <div class="beside"><div>
            <h2>\(t("Responses"))</h2>
            \(if: applications.elements.isEmpty, "<p>\(t("Nobody has responded yet."))</p>", else: ApplicationTable(applications: applications.elements).html(visit))
            \(visit.pager(applications, path: path))
            <h2>\(t("Text"))</h2>
            <div class="prose"><h3>\(t("Description of the vacancy"))</h3>\(visit.prose(content.description))
            <h3>\(t("What we look for and offer"))</h3>\(visit.prose(content.offer))</div>
            </div><aside class="panel"><h2>\(t("History"))</h2>\(visit.timeline(history, word: visit.vacancyWord))
            \(optional: content.publishUntil, { "<p>\(t("On this site up to and including {date}", ["date": t.date($0)]))</p>" })</aside></div>
            """)
    }
}
