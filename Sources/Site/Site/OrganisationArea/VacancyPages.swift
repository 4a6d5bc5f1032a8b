import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Vacatures*: all of an organisation's own, in every state; drafts and the archive on a shelf of their own.
struct VacanciesPage {
    enum Shelf: String, CaseIterable {
        case all = ""
        case drafts = "concepten"
        case archive = "archief"

        var path: String { "/beheer/vacatures" + (self == .all ? "" : "?lijst=" + rawValue) }

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
    /// Only what she looks after who looks.
    let isOwn: Bool
    let department: ID<Department>?
    let departments: [Department]
    let vacancies: Paged<VacancyQueries.Listed>
    let list: ListAddress

    var table: VacancyTable {
        VacancyTable(vacancies: vacancies.elements, base: "/beheer/vacatures", showsOrganisation: false, list: list)
    }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let shelves: [(Shelf, String)] = [
            (.all, t("All vacancies")), (.drafts, t("My drafts")), (.archive, t("Archive")),
        ]
        return AreaLayout.organisation(
            shelves.first { $0.0 == shelf && shelf != .all }?.1 ?? t("Vacancies"), visit, current: "/beheer/vacatures"
        ).html(
            """
            \(visit.notice(VacanciesNotice.self) { $0.words(t) })
            <header class="page-head"><div><h1>\(t("Vacancies"))</h1></div>
            <div class="actions"><a class="btn green" href="\(visit.link("/beheer/vacatures/nieuw"))">\(visit.icon("plus-lg"))\(t("Add vacancy"))</a></div></header>
            \(visit.tabs(t("Vacancies"), shelves.map { ($0.path, $1) }, current: shelf.path))
            \(visit.searchForm("/beheer/vacatures", t("Search in your vacancies"), words, more: kept(visit)))
            \(if: isOwn, "<p class=\"chips\"><a href=\"\(visit.link(shelf.path))\">\(t("Only what you look after")) \(visit.icon("x-lg"))<span class=\"visually-hidden\"> \(t("Show all"))</span></a></p>")
            \(if: vacancies.elements.isEmpty, nothing(visit), else: table.html(visit))
            \(visit.listFoot(vacancies, list))
            """)
    }

    /// What the search keeps of the address.
    private func kept(_ visit: Visit) -> HTML {
        """
        \(if: isOwn, "<input type=\"hidden\" name=\"van\" value=\"ik\">")\
        \(if: shelf != .all, "<input type=\"hidden\" name=\"lijst\" value=\"\(shelf.rawValue)\">")\
        \(if: !departments.isEmpty, choice(visit))
        """
    }

    private func choice(_ visit: Visit) -> HTML {
        """
        <div class="search-field"><label for="afdeling">\(visit.t("Department"))</label><select id="afdeling" name="afdeling"><option value="">\(visit.t("All"))</option>\
        \(each: departments, { .option($0.id.description, $0.name, isChosen: $0.id == department) })</select></div>
        """
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        if !words.isEmpty || department != nil || isOwn {
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

/// What the page says after something was done.
enum VacanciesNotice: String, Notice {
    case draftSaved = "bewaard"
    case deleted = "verwijderd"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .draftSaved:
            .success(
                t("Only your organisation sees it. Go on with it whenever you like."), title: t("Saved as a draft"))
        case .deleted: .success(t("The vacancy and all that belonged to it have been deleted."))
        }
    }
}

extension Address where Said == VacanciesNotice {
    static var vacancies: Address { Address("/beheer/vacatures") }
}
