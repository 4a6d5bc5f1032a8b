import Foundation
package import Localisation

/// The frequently asked questions, per audience, in the languages of the site.
package struct Questions: Sendable {
    package struct Entry: Sendable, Decodable {
        private let question: [String: String]
        private let answer: [String: String]
        fileprivate let audience: String

        package func question(_ language: Language) -> String { Self.best(question, language) }
        package func answer(_ language: Language) -> String { Self.best(answer, language) }

        private static func best(_ texts: [String: String], _ language: Language) -> String {
            language.chain.lazy.compactMap { texts[$0] }.first ?? ""
        }
    }

    private let entries: [Entry]

    /// Throws when the file is missing or no list of questions.
    package init(file: String) throws {
        entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }

    package var forVolunteers: [Entry] { entries.filter { $0.audience == "volunteer" } }
    package var forOrganisations: [Entry] { entries.filter { $0.audience == "organisation" } }
}
