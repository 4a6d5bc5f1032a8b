import HTML
import Localisation
import VolunteerCentre

/// The options of all lists in all languages as markup, made once: every list page writes eighty of them.
package struct FilterOptions: Sendable {
    struct Option: Sendable {
        let slug: String
        /// Up to where `checked` may stand, with and without anything to find.
        let some: HTML
        let none: HTML
        /// Up to the number.
        let label: HTML
    }

    private var options: [Language: [Taxonomy.List: [Option]]] = [:]

    init(_ taxonomy: Taxonomy) {
        for language in Language.allCases {
            for (name, list) in VacancyFilter.lists {
                options[language, default: [:]][list] = taxonomy.entries(list).map { entry in
                    let input: HTML = "<input type=\"checkbox\" name=\"\(name)\" value=\"\(entry.slug)\""
                    return Option(
                        slug: entry.slug, some: "<label class=\"option\">\(input)",
                        none: "<label class=\"option none\">\(input)",
                        label: "<span>\(entry.label(language))</span> <small class=\"tally\">")
                }
            }
        }
    }

    func of(_ list: Taxonomy.List, _ language: Language) -> [Option] { options[language]?[list] ?? [] }
}
