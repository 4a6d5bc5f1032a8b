package import HTML
import Localisation
package import VolunteerCentre

extension Visit {
    /// Real links to the pages of a list; nothing when there is one page. Other parts of the address stay.
    package func pager<E>(_ list: Paged<E>, path: String, query: [(String, String)] = []) -> HTML {
        guard list.pages > 1 else { return .empty }
        let current = list.page.number
        let shown = (1...list.pages).filter { $0 == 1 || $0 == list.pages || abs($0 - current) <= 1 }
        var items = HTML.empty
        var previous = 0
        for number in shown {
            if number > previous + 1 { items += "<li><span>…</span></li>" }
            items += """
                <li><a href="\(address(path, query, page: number))"\(attribute: "aria-current", number == current ? "page" : nil)>\
                <span class="visually-hidden">\(t("Page")) </span>\(number)</a></li>
                """
            previous = number
        }
        return """
            <nav class="pager" aria-label="\(t("Pages"))">
            \(if: current > 1, "<a rel=\"prev\" href=\"\(address(path, query, page: current - 1))\">\(icon("arrow-left"))\(t("Previous"))</a>")
            <ol>\(items)</ol>
            \(if: current < list.pages, "<a rel=\"next\" href=\"\(address(path, query, page: current + 1))\">\(t("Next"))\(icon("arrow-right"))</a>")
            </nav>
            """
    }

    private func address(_ path: String, _ query: [(String, String)], page: Int) -> String {
        let pairs = query.filter { !$0.1.isEmpty } + (page > 1 ? [("pagina", String(page))] : [])
        return Query.address(link(path), pairs)
    }
}
