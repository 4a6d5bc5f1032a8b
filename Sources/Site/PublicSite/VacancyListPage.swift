import HTML
import Localisation
import VolunteerCentre

/// The vacancy board: a search box, what was found, page by page.
struct VacancyListPage {
    let words: String
    let interests: [String]
    let found: Paged<VacancyQueries.Card>

    static let path = "/vacatures"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = found.page.number > 1 ? t("Vacancies, page {n}", ["n": String(found.page.number)]) : t("Vacancies")
        let query = [("q", words)] + interests.map { ("interesse", $0) }
        return PublicLayout(title: title, visit: visit, current: Self.path).html(
            """
            <div class="wrap page">
            <header class="page-head"><div><h1>\(t("Vacancies"))</h1></div></header>
            \(SearchForm(visit: visit, words: words, interests: interests).html)
            <div class="listing"><div>
            <div class="results-head"><p class="results" role="status">\(summary(visit))</p></div>
            \(chips(visit))
            \(if: found.elements.isEmpty, nothing(visit), else: visit.cards(found.elements))
            \(visit.pager(found, path: Self.path, query: query))
            </div></div>
            </div>
            """)
    }

    private func summary(_ visit: Visit) -> HTML {
        let count = visit.t("{count} vacancy", "{count} vacancies", count: found.total)
        return words.isEmpty
            ? "<strong>\(count)</strong>" : "<strong>\(count)</strong> \(visit.t("for “{words}”", ["words": words]))"
    }

    private func chips(_ visit: Visit) -> HTML {
        guard !interests.isEmpty else { return .empty }
        return """
            <ul class="chips">\(each: interests, { slug in
                let rest = [("q", words)].filter { !$0.1.isEmpty } + interests.filter { $0 != slug }.map { ("interesse", $0) }
                let address = visit.link(Self.path) + (rest.isEmpty ? "" : "?" + Query.encode(rest))
                return """
                    <li><a href="\(address)">\(visit.label(.interest, slug)) \(visit.icon("x-lg"))\
                    <span class="visually-hidden">\(visit.t("remove"))</span></a></li>
                    """
            })</ul>
            """
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        let searched = !words.isEmpty || !interests.isEmpty
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
            <h2>\(searched ? t("Nothing found this time") : t("There are no vacancies yet"))</h2>
            <p>\(searched ? t("Try one shorter word, or look at all vacancies. Or ask us: we know what there is.") : t("Come back soon, or ask us what there is to do."))</p>
            <p class="actions">\(if: searched, "<a class=\"btn\" href=\"\(visit.link(Self.path))\">\(t("All vacancies"))</a>")\(visit.mailLink)</p></div>
            """
    }
}
