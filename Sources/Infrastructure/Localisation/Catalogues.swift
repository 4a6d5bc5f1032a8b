import Foundation

/// The texts of every language, read once at start.
package struct Catalogues: Sendable {
    private var texts: [Language: Texts] = [:]

    /// Reads `nl.po`, `nl-BE.po`, `en.po` and `fr.po` from a folder. A file that is not there is an empty catalogue.
    /// Throws a `POError` for a malformed one and Foundation's error for one that cannot be read.
    package init(folder: String) throws {
        var files: [Language: POFile] = [:]
        for language in Language.allCases {
            let name = language.catalogueName
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path) else { continue }
            files[language] = try POFile(String(contentsOfFile: path, encoding: .utf8), name: name)
        }
        self.init(files)
    }

    package init(_ files: [Language: POFile]) {
        for language in Language.allCases {
            texts[language] = Texts([language.fallback, language].compactMap { $0.flatMap { files[$0] } })
        }
    }

    /// What a request or a mail speaks with. `overrides` are a centre's own words: from an id (for a plural also the id
    /// of its plural form) to the text.
    package func localiser(_ language: Language, overrides: [String: String] = [:]) -> Localiser {
        Localiser(language: language, texts: texts[language] ?? Texts([]), overrides: overrides)
    }
}

/// The texts of one language with those it falls back to, ready for look-up.
final class Texts: Sendable {
    let single: [String: String]
    let plural: [String: [String]]

    init(_ files: [POFile]) {
        var single: [String: String] = [:]
        var plural: [String: [String]] = [:]
        for file in files {
            for entry in file.entries where !entry.isFuzzy && !entry.texts.contains("") {
                single[entry.key] = entry.texts[0]
                if entry.pluralID != nil { plural[entry.key] = entry.texts }
            }
        }
        (self.single, self.plural) = (single, plural)
    }
}
