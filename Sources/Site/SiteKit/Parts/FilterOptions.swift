package import HTML
package import Localisation
package import VolunteerCentre

/// The options of all lists in all languages as markup, made once: every list page writes eighty of them.
package struct FilterOptions: Sendable {
    /// A class, since a page walks over all of them and would copy each.
    package final class Option: Sendable {
        package let slug: String
        /// Up to the number: what would find something or nothing, and was chosen or not.
        private let some: (open: HTML, chosen: HTML)
        private let none: (open: HTML, chosen: HTML)

        package init(_ name: String, slug: String, label: String) {
            self.slug = slug
            func markup(_ kind: HTML, _ checked: HTML) -> HTML {
                """
                <label class="option\(kind)"><input type="checkbox" name="\(name)" value="\(slug)"\(checked)><span>\(label)</span> <small class="tally">
                """
            }
            some = (markup("", ""), markup("", " checked"))
            none = (markup(" none", ""), markup(" none", " checked"))
        }

        package func write(_ count: UInt32, isChosen: Bool, to page: inout HTML) {
            let markup = count == 0 ? none : some
            page += isChosen ? markup.chosen : markup.open
            page += count
            page += "</small></label>"
        }
    }

    /// The closed questions with their names in the address, in the order of the page.
    package static let lists: [(name: String, list: Taxonomy.List)] = zip(
        ["interesse", "inzet", "dag", "dagdeel", "activiteit", "doelgroep", "aanbod", "taal", "talen"],
        VacancyQuestion.lists
    ).map { ($0, $1) }
    package static let distances = [2, 5, 10, 15, 25, 50]

    private var options: [Language: [Taxonomy.List: [Option]]] = [:]
    private var distances: [Language: [(kilometres: Int, open: HTML, chosen: HTML)]] = [:]

    package init(_ taxonomy: Taxonomy, _ catalogues: Catalogues) {
        for language in Language.allCases {
            let t = catalogues.localiser(language)
            distances[language] = Self.distances.map { distance in
                func markup(_ selected: HTML) -> HTML {
                    """
                    <option value="\(distance)"\(selected)>\(t("{distance} km", ["distance": String(distance)]))</option>
                    """
                }
                return (distance, markup(""), markup(" selected"))
            }
            for (name, list) in Self.lists {
                options[language, default: [:]][list] = taxonomy.entries(list).map {
                    Option(name, slug: $0.slug, label: $0.label(language))
                }
            }
        }
    }

    package func distances(_ language: Language, chosen: Int) -> [HTML] {
        (distances[language] ?? []).map { $0.kilometres == chosen ? $0.chosen : $0.open }
    }

    package func of(_ list: Taxonomy.List, _ language: Language) -> [Option] { options[language]?[list] ?? [] }
}
