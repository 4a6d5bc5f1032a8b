import HTML
import Localisation
import SQL
import VolunteerCentre
import Web

/// *Vacatures*: all of an organisation's own, in every state; drafts and the archive on a shelf of their own.
struct VacanciesPage {
    enum Shelf: String, CaseIterable {
        case all = ""
        case drafts = "concepten"
        case archive = "archief"

        var state: Vacancy.State? {
            switch self {
            case .all: nil
            case .drafts: .draft
            case .archive: .archived
            }
        }
    }

    let words: String
    let shelf: Shelf
    let department: ID<Department>?
    let departments: [Department]
    let vacancies: Paged<VacancyQueries.Listed>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let shelves: [(Shelf, String)] = [
            (.all, t("All vacancies")), (.drafts, t("My drafts")), (.archive, t("Archive")),
        ]
        return AreaLayout.organisation(
            shelves.first { $0.0 == shelf && shelf != .all }?.1 ?? t("Vacancies"), visit, current: "/beheer/vacatures"
        ).html(
            """
            \(notice(visit))
            <header class="page-head"><div><h1>\(t("Vacancies"))</h1></div>
            <div class="actions"><a class="btn green" href="\(visit.link("/beheer/vacatures/nieuw"))">\(visit.icon("plus-lg"))\(t("Add vacancy"))</a></div></header>
            <nav class="tabs" aria-label="\(t("Vacancies"))">\(each: shelves, { entry in
                "<a href=\"\(visit.link("/beheer/vacatures" + (entry.0 == .all ? "" : "?lijst=" + entry.0.rawValue)))\"\(attribute: "aria-current", entry.0 == shelf ? "page" : nil)>\(entry.1)</a>"
            })</nav>
            <form class="search compact" role="search" action="\(visit.link("/beheer/vacatures"))">
            \(if: shelf != .all, "<input type=\"hidden\" name=\"lijst\" value=\"\(shelf.rawValue)\">")
            <div class="search-field"><label for="q">\(t("Search in your vacancies"))</label><input id="q" name="q" type="search" dir="auto" value="\(words)"></div>
            \(if: !departments.isEmpty, choice(visit))
            <button class="btn">\(visit.icon("search"))\(t("Search"))</button></form>
            \(if: vacancies.elements.isEmpty, nothing(visit), else: VacancyTable(vacancies: vacancies.elements, base: "/beheer/vacatures", showsOrganisation: false).html(visit))
            \(visit.pager(vacancies, path: "/beheer/vacatures", query: [("lijst", shelf.rawValue), ("q", words), ("afdeling", department?.description ?? "")]))
            """)
    }

    private func choice(_ visit: Visit) -> HTML {
        """
        <div class="search-field"><label for="afdeling">\(visit.t("Department"))</label><select id="afdeling" name="afdeling"><option value="">\(visit.t("All"))</option>\
        \(each: departments, { "<option value=\"\($0.id.number)\"\(attribute: "selected", if: $0.id == department)>\($0.name)</option>" })</select></div>
        """
    }

    private func notice(_ visit: Visit) -> HTML {
        let t = visit.t
        return switch visit.query.first("melding") {
        case "bewaard":
            visit.notice(
                .success, "\(t("Only your organisation sees it. Go on with it whenever you like."))",
                title: t("Saved as a draft"))
        case "verwijderd": visit.notice(.success, "\(t("The vacancy and all that belonged to it have been deleted."))")
        default: .empty
        }
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        if !words.isEmpty || department != nil {
            return
                "<div class=\"empty\"><h2>\(t("Nothing found this time"))</h2><p>\(t("Try a part of the title."))</p></div>"
        }
        let (title, text) =
            switch shelf {
            case .all: (t("No vacancies yet"), t("Place your first vacancy. It takes about ten minutes."))
            case .drafts: (t("No drafts"), t("What you have begun and not yet sent in stands here."))
            case .archive: (t("The archive is empty"), t("A vacancy that you no longer need, you keep here."))
            }
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160"><h2>\(title)</h2><p>\(text)</p></div>
            """
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
                <tr><th scope="row" id="v\(row.id.number)"><a href="\(visit.link("\(base)/\(row.id)"))"\(visit.theirs)>\(row.title.isEmpty ? t("Without a title") : row.title)</a></th>
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
