package import Localisation

/// The lists that addresses, forms and figures share. Slugs never change; labels follow the language.
package struct Taxonomy: Sendable {
    package enum List: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
        case interest, activity, engagement, day, daypart, target, support, languageLevel = "language-level",
            language

        /// Of its place among the lists: what Swift makes of a text as raw value reads the text, dozens of times per page.
        package func hash(into hasher: inout Hasher) {
            let place: UInt8 =
                switch self {
                case .interest: 0
                case .activity: 1
                case .engagement: 2
                case .day: 3
                case .daypart: 4
                case .target: 5
                case .support: 6
                case .languageLevel: 7
                case .language: 8
                }
            hasher.combine(place)
        }
    }

    package struct Entry: Sendable, Equatable {
        package let slug: String
        private let labels: [Language: String]

        init(slug: String, labels: [Language: String]) {
            self.slug = slug
            self.labels = labels
        }

        package func label(_ language: Language) -> String { labels[language] ?? labels[.nl] ?? slug }

        /// Whether it has this name in any language.
        /// - Parameter name: folded, without commas.
        func isCalled(_ name: String) -> Bool {
            slug == name || labels.values.contains { Folding.fold($0.replacing(",", with: "")) == name }
        }
    }

    package struct Unreadable: Error {}

    private let lists: [List: [Entry]]
    /// Where a slug stands in its list.
    private let places: [List: [String: Int]]

    /// Reads `taxonomy.csv`: list, slug and a label per language.
    package init(file: String) throws {
        let lines = try CSVFile.lines(file)
        guard let head = lines.first, head.starts(with: ["list", "slug"]) else { throw Unreadable() }
        let languages = head.dropFirst(2).map { Language(rawValue: $0) }
        var lists: [List: [Entry]] = [:]
        for line in lines.dropFirst() {
            guard line.count == head.count, let list = List(rawValue: line[0]) else { throw Unreadable() }
            var labels: [Language: String] = [:]
            for (language, label) in zip(languages, line.dropFirst(2)) {
                if let language { labels[language] = label }
            }
            lists[list, default: []].append(Entry(slug: line[1], labels: labels))
        }
        self.lists = lists
        places = lists.mapValues { entries in
            Dictionary(zip(entries.map(\.slug), entries.indices)) { _, last in last }
        }
    }

    package func entries(_ list: List) -> [Entry] { lists[list] ?? [] }

    /// Chosen slugs as people know the list: in its own order, so that *maandag* comes before *dinsdag*.
    package func inOrder(_ list: List, _ slugs: [String]) -> [String] {
        let places = places[list] ?? [:]
        return slugs.sorted { (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1) }
    }

    package func contains(_ list: List, _ slug: String) -> Bool { places[list]?[slug] != nil }

    /// The label of a slug; the slug itself when a list no longer knows it.
    package func label(_ list: List, _ slug: String, _ language: Language) -> String {
        places[list]?[slug].flatMap { lists[list]?[$0].label(language) } ?? slug
    }
}
