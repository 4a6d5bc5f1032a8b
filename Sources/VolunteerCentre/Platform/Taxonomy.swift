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
    }

    package struct Unreadable: Error {}

    private let lists: [String: [Entry]]
    private let entries: [String: Entry]
    private let positions: [String: Int]

    /// Reads `taxonomy.csv`: list, slug and a label per language.
    package init(file: String) throws {
        let lines = try CSVFile.lines(file)
        guard let head = lines.first, head.starts(with: ["list", "slug"]) else { throw Unreadable() }
        let languages = head.dropFirst(2).map { Language(rawValue: $0) }
        var lists: [String: [Entry]] = [:]
        var entries: [String: Entry] = [:]
        var positions: [String: Int] = [:]
        for line in lines.dropFirst() {
            guard line.count == head.count else { throw Unreadable() }
            var labels: [Language: String] = [:]
            for (language, label) in zip(languages, line.dropFirst(2)) {
                if let language { labels[language] = label }
            }
            let entry = Entry(slug: line[1], labels: labels)
            lists[line[0], default: []].append(entry)
            entries[line[0] + "/" + line[1]] = entry
        }
        self.lists = lists
        for (list, members) in lists {
            for (position, entry) in members.enumerated() { positions[list + "/" + entry.slug] = position }
        }
        self.positions = positions
        self.entries = entries
    }

    package func entries(_ list: List) -> [Entry] { lists[list.rawValue] ?? [] }

    /// Chosen slugs as people know the list: in its own order, so that *maandag* comes before *dinsdag*.
    package func inOrder(_ list: List, _ slugs: [String]) -> [String] {
        slugs.sorted {
            (positions[list.rawValue + "/" + $0] ?? .max, $0) < (positions[list.rawValue + "/" + $1] ?? .max, $1)
        }
    }

    package func contains(_ list: List, _ slug: String) -> Bool { entries[list.rawValue + "/" + slug] != nil }

    /// The label of a slug; the slug itself when a list no longer knows it.
    package func label(_ list: List, _ slug: String, _ language: Language) -> String {
        entries[list.rawValue + "/" + slug]?.label(language) ?? slug
    }
}
