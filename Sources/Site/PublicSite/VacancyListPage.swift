import HTML
import Localisation
import VolunteerCentre

/// The vacancy board: a search box, filters with what each would find, what was found, page by page.
struct VacancyListPage {
    let filter: VacancyFilter
    let found: FoundVacancies
    /// When nothing was found: what each filter less would find.
    let relaxed: [(pair: (String, String), total: Int)]

    static let path = "/vacatures"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let cards = found.cards
        let title = cards.page.number > 1 ? t("Vacancies, page {n}", ["n": String(cards.page.number)]) : t("Vacancies")
        let feed = visit.link(filter.address("/vacatures.atom"))
        return PublicLayout(
            title: title, visit: visit, current: Self.path, scripts: ["results"],
            head: """
                <link rel="alternate" type="application/atom+xml" title="\(t("New vacancies"))" href="\(feed)">\
                \(if: cards.page.number == 1, "<link rel=\"canonical\" href=\"\(visit.website + visit.link(filter.address(Self.path)))\">")
                """
        ).html(
            """
            <div class="wrap page">
            <header class="page-head"><div><h1>\(t("Vacancies"))</h1></div></header>
            \(SearchForm(visit: visit, words: filter.words, chosen: filter.narrowing).html)
            <div class="listing">\(VacancyFilterForm(filter: filter, found: found).html(visit))<div>
            <div class="results-head"><p class="results" role="status" data-part="summary">\(summary(visit))</p>\
            <div data-part="orders">\(orders(visit))</div></div>
            <div data-part="list">\(corrections(visit))
            \(chips(visit))
            \(if: cards.elements.isEmpty, NothingFound(filter: filter, relaxed: relaxed).html(visit), else: visit.cards(cards.elements))
            \(visit.pager(cards, path: Self.path, query: filter.pairs))
            <p class="muted"><a href="\(feed)">\(t("Follow this list with a feed reader"))</a></p></div>
            </div></div>
            </div>
            """)
    }

    private func summary(_ visit: Visit) -> HTML {
        let count = visit.t("{count} vacancy", "{count} vacancies", count: found.cards.total)
        return filter.words.isEmpty
            ? "<strong>\(count)</strong>"
            : "<strong>\(count)</strong> \(visit.t("for “{words}”", ["words": filter.words]))"
    }

    private func orders(_ visit: Visit) -> HTML {
        guard filter.orders.count > 1, found.cards.total > 1 else { return .empty }
        return """
            <nav class="orders" aria-label="\(visit.t("Order"))"><ul>\(each: filter.orders, { order in
                """
                <li><a href="\(visit.link(filter.address(Self.path, sortedBy: order)))"\(attribute: "aria-current", order == filter.order ? "true" : nil)>\(name(of: order, visit))</a></li>
                """
            })</ul></nav>
            """
    }

    private func name(of order: VacancySearch.Order, _ visit: Visit) -> String {
        switch order {
        case .fit: visit.t("Best fit")
        case .newest: visit.t("Newest")
        case .distance: visit.t("Nearest")
        }
    }

    private func corrections(_ visit: Visit) -> HTML {
        let t = visit.t
        var lines: [String] = found.corrections.map { correction in
            t(
                "Nothing says “{typed}”. We looked for “{meant}”.",
                ["typed": correction.typed, "meant": correction.meant])
        }
        if found.isRelaxed { lines.append(t("No vacancy has all these words. These have some of them.")) }
        return lines.isEmpty ? .empty : "<p class=\"meant\">\(lines.joined(separator: " "))</p>"
    }

    private func chips(_ visit: Visit) -> HTML {
        let chosen = filter.narrowing.filter { $0.0 != "afstand" }
        guard !chosen.isEmpty else { return .empty }
        return """
            <ul class="chips">\(each: chosen, { pair in
                """
                <li><a href="\(visit.link(filter.without(pair).address(Self.path)))">\(visit.name(of: pair, in: filter)) \(visit.icon("x-lg"))\
                <span class="visually-hidden">\(visit.t("remove"))</span></a></li>
                """
            })</ul>
            """
    }
}

extension Visit {
    /// What people call a filter.
    func name(of pair: (String, String), in filter: VacancyFilter) -> String {
        switch pair.0 {
        case "q": t("“{words}”", ["words": pair.1])
        case "gemeente": pair.1
        case "plaats":
            filter.found.map { place in
                t("{distance} km around {place}", ["distance": String(filter.distance), "place": place.name])
            } ?? pair.1
        case "thuis": t("Also from home")
        default:
            VacancyFilter.lists.first { $0.name == pair.0 }.map { label($0.list, pair.1) } ?? pair.1
        }
    }
}

/// Nothing was found: which filter less finds something, and who knows what there is.
private struct NothingFound {
    let filter: VacancyFilter
    let relaxed: [(pair: (String, String), total: Int)]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let searched = !filter.isEmpty
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
            <h2>\(searched ? t("Nothing found this time") : t("There are no vacancies yet"))</h2>
            \(if: !relaxed.isEmpty, ways(visit), else: "<p>\(searched ? t("Try one shorter word, or look at all vacancies. Or ask us: we know what there is.") : t("Come back soon, or ask us what there is to do."))</p>")
            <p class="actions">\(if: searched, "<a class=\"btn\" href=\"\(visit.link(VacancyListPage.path))\">\(t("All vacancies"))</a>")\(visit.mailLink)</p></div>
            """
    }

    private func ways(_ visit: Visit) -> HTML {
        """
        <p>\(visit.t("You do find something when you leave out one of these:"))</p>
        <ul class="relax">\(each: relaxed, { way in
            """
            <li><a href="\(visit.link(filter.without(way.pair).address(VacancyListPage.path)))">\(visit.name(of: way.pair, in: filter))</a> \
            <small>\(visit.t("{count} vacancy", "{count} vacancies", count: way.total))</small></li>
            """
        })</ul>
        """
    }
}
