import HTML
import Localisation
import VolunteerCentre

/// The vacancy board: a search box, filters, what was found, page by page.
struct VacancyListPage {
    let filter: VacancyFilter
    let found: Paged<VacancyQueries.Card>

    static let path = "/vacatures"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = found.page.number > 1 ? t("Vacancies, page {n}", ["n": String(found.page.number)]) : t("Vacancies")
        let feed = visit.link(filter.address("/vacatures.atom"))
        return PublicLayout(
            title: title, visit: visit, current: Self.path,
            head:
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\(t("New vacancies"))\" href=\"\(feed)\">"
        ).html(
            """
            <div class="wrap page">
            <header class="page-head"><div><h1>\(t("Vacancies"))</h1></div></header>
            \(SearchForm(visit: visit, words: filter.words, chosen: filter.chosen).html)
            <div class="listing">\(filters(visit))<div>
            <div class="results-head"><p class="results" role="status">\(summary(visit))</p></div>
            \(chips(visit))
            \(if: found.elements.isEmpty, nothing(visit), else: visit.cards(found.elements))
            \(visit.pager(found, path: Self.path, query: filter.pairs))
            <p class="muted"><a href="\(feed)">\(t("Follow this list with a feed reader"))</a></p>
            </div></div>
            </div>
            """)
    }

    private func summary(_ visit: Visit) -> HTML {
        let count = visit.t("{count} vacancy", "{count} vacancies", count: found.total)
        return filter.words.isEmpty
            ? "<strong>\(count)</strong>"
            : "<strong>\(count)</strong> \(visit.t("for “{words}”", ["words": filter.words]))"
    }

    private func filters(_ visit: Visit) -> HTML {
        let t = visit.t
        let lists = visit.services.taxonomy
        func entries(_ list: Taxonomy.List) -> [(String, String)] {
            lists.entries(list).map { ($0.slug, $0.label(visit.language)) }
        }
        return """
            <form class="filters" action="\(visit.link(Self.path))" aria-label="\(t("Filters"))">
            \(if: !filter.words.isEmpty, "<input type=\"hidden\" name=\"q\" value=\"\(filter.words)\">")
            \(fold(t("Interests"), "interesse", entries(.interest), filter.interests))
            \(fold(t("How often"), "inzet", entries(.engagement), filter.engagements))
            \(if: visit.centre.municipalities.count > 1, fold(t("Municipality"), "gemeente", visit.centre.municipalities.map { ($0, $0) }, filter.municipalities))
            <button class="btn plain">\(t("Show vacancies"))</button></form>
            """
    }

    private func fold(
        _ title: String, _ name: String, _ entries: [(String, String)], _ chosen: [String]
    ) -> HTML {
        let options = entries.map { entry -> HTML in
            """
            <label class="option"><input type="checkbox" name="\(name)" value="\(entry.0)"\(attribute: "checked", if: chosen.contains(entry.0))><span>\(entry.1)</span></label>
            """
        }
        return """
            <details\(attribute: "open", if: !chosen.isEmpty)><summary>\(title)</summary><div class="options rows">\(options)</div></details>
            """
    }

    private func chips(_ visit: Visit) -> HTML {
        guard !filter.chosen.isEmpty else { return .empty }
        return """
            <ul class="chips">\(each: filter.chosen, { pair in
                let label = switch pair.0 {
                    case "interesse": visit.label(.interest, pair.1)
                    case "inzet": visit.label(.engagement, pair.1)
                    default: pair.1
                    }
                return """
                    <li><a href="\(visit.link(filter.address(Self.path, without: pair)))">\(label) \(visit.icon("x-lg"))\
                    <span class="visually-hidden">\(visit.t("remove"))</span></a></li>
                    """
            })</ul>
            """
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        let searched = !filter.isEmpty
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
            <h2>\(searched ? t("Nothing found this time") : t("There are no vacancies yet"))</h2>
            <p>\(searched ? t("Try one shorter word, or look at all vacancies. Or ask us: we know what there is.") : t("Come back soon, or ask us what there is to do."))</p>
            <p class="actions">\(if: searched, "<a class=\"btn\" href=\"\(visit.link(Self.path))\">\(t("All vacancies"))</a>")\(visit.mailLink)</p></div>
            """
    }
}
