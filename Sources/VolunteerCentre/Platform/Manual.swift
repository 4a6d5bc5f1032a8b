import Foundation
package import Localisation

/// The manual for organisations: chapters of numbered steps, in the languages of the site.
package struct Manual: Sendable {
    package struct Chapter: Sendable, Decodable {
        package let id: String
        private let title: [String: String]
        private let intro: [String: String]
        private let steps: [String: [String]]

        package func title(_ language: Language) -> String { Manual.best(title, language) ?? "" }
        package func intro(_ language: Language) -> String { Manual.best(intro, language) ?? "" }
        package func steps(_ language: Language) -> [String] { Manual.best(steps, language) ?? [] }
    }

    package let chapters: [Chapter]

    /// Throws when the file is missing or no list of chapters.
    package init(file: String) throws {
        chapters = try JSONDecoder().decode([Chapter].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }

    private static func best<T>(_ texts: [String: T], _ language: Language) -> T? {
        language.chain.lazy.compactMap { texts[$0] }.first
    }
}
