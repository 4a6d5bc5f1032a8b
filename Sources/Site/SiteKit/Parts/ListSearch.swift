package import HTML
import Localisation
import SQL
import Web

extension Visit {
    /// The field above a list.
    /// - Parameter more: other fields, and hidden ones that keep the rest of the address.
    package func searchForm(_ path: String, _ label: String, _ words: String, more: HTML = .empty) -> HTML {
        """
        <form class="search compact" role="search" action="\(link(path))">
        <div class="search-field"><label for="q">\(label)</label><input id="q" name="q" type="search" dir="auto" value="\(words)"></div>
        \(more)\(if: path.hasPrefix("/beheer"), hatField)\(optional: query.first("volgorde"), { "<input type=\"hidden\" name=\"volgorde\" value=\"\($0)\">" })<button class="btn">\(icon("search"))\(t("Search"))</button></form>
        """
    }

    /// A form that asks drops what stands in its address: the organisation goes along as a field.
    package var hatField: HTML {
        worn.map { "<input type=\"hidden\" name=\"voor\" value=\"\($0.description)\">" } ?? .empty
    }

    package var nothingFound: HTML {
        "<div class=\"empty\"><h2>\(t("Nothing found this time"))</h2><p>\(t("Try another word, or a part of the name."))</p></div>"
    }
}
