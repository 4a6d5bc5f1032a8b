import Foundation
import SQL
import Search

/// FreeDict's dictionaries as Debian installs them (`dict-freedict-eng-nld` and its five sisters): a line with the word and how it is spoken,
/// then lines with what it means. Both directions are read, since each lacks words that the other has.
enum FreeDict {
    private static let languages: [(code: String, language: TextLanguage)] = [
        ("eng", .english), ("deu", .german), ("fra", .french),
    ]

    /// - Parameter folder: where the files are; those that are not there are left out.
    static func read(_ folder: String) -> TranslationsBuilder {
        var builder = TranslationsBuilder()
        for (code, language) in languages {
            entries("\(folder)/freedict-\(code)-nld.dict.dz") { builder.add($0, language, means: $1) }
            entries("\(folder)/freedict-nld-\(code).dict.dz") { builder.add($1, language, means: $0) }
        }
        return builder
    }

    private static func entries(_ path: String, _ body: (Substring, Substring) -> Void) {
        guard let reader = try? GzipReader(path: path) else { return }
        var word = ""
        while let line = try? reader.nextLine() {
            let text = String(decoding: line, as: UTF8.self)
            if let spoken = text.firstRange(of: " /"), text.hasSuffix("/") {
                word = String(text[..<spoken.lowerBound])
                continue
            }
            guard !word.isEmpty, !word.contains(" ") else { continue }
            // `2. aankopen, inkopen <v>`
            for part in text.split(separator: ",") {
                let tidy = part.drop { $0.isNumber || $0 == "." || $0 == " " }.prefix { $0 != "<" && $0 != "(" }
                if !tidy.isEmpty { body(word[...], tidy) }
            }
        }
    }
}
