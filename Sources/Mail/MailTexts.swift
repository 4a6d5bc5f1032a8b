import Foundation
import Mustache

/// The bodies of mails: one Mustache file per mail and language, `nl/password_reset.mustache`, read at start.
package struct MailTexts: Sendable {
    package enum Failure: Error, Equatable { case missing(String), unreadable(String) }

    private let templates: [String: MustacheTemplate]

    /// - Parameter folder: holds a folder per language tag. Throws when a file is no Mustache.
    package init(folder: String) throws {
        var templates: [String: MustacheTemplate] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        where name.hasSuffix(".mustache") {
            let source = try String(
                contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name), encoding: .utf8)
            // Plain text: the layout escapes for HTML, so the template must not.
            guard let template = try? MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + source) else {
                throw Failure.unreadable(name)
            }
            templates[String(name.dropLast(".mustache".count))] = template
        }
        self.templates = templates
    }

    /// - Parameter languages: the reader's language and what stands in for it, best first.
    package func render(_ name: String, languages: [String], values: [String: String]) throws -> String {
        for language in languages {
            if let template = templates["\(language)/\(name)"] { return template.render(values) }
        }
        throw Failure.missing(name)
    }

    package var names: [String] { templates.keys.sorted() }
}
