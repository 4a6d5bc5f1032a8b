import Foundation

/// The texts that ship with the program: one file per text and language, `nl/password_reset.mustache`, read at start.
package struct TextLibrary: Sendable {
    package enum Failure: Error, Equatable { case missing(String), unreadable(String) }

    private let templates: [String: Template]

    /// - Parameters:
    ///   - folder: holds a folder per language tag.
    ///   - ending: of the files that count, such as `mustache`.
    /// - Throws: `Failure.unreadable` when a file is no template.
    package init(folder: String, ending: String) throws {
        var templates: [String: Template] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        where name.hasSuffix("." + ending) {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
            guard let template = try? Template(String(contentsOf: file, encoding: .utf8)) else {
                throw Failure.unreadable(name)
            }
            templates[String(name.dropLast(ending.count + 1))] = template
        }
        self.templates = templates
    }

    /// - Parameter languages: the reader's language and what stands in for it, best first.
    package func template(_ name: String, languages: [String]) throws(Failure) -> Template {
        for language in languages {
            if let template = templates["\(language)/\(name)"] { return template }
        }
        throw Failure.missing(name)
    }

    package var names: [String] { templates.keys.sorted() }
}
