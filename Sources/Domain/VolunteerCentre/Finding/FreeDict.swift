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

    /// By bytes: it is half a million lines, and characters would cost a third of the start.
    private static func entries(_ path: String, _ body: (String, String) -> Void) {
        guard let reader = try? GzipReader(path: path) else { return }
        let (space, slash) = (UInt8(ascii: " "), UInt8(ascii: "/"))
        var word = ""
        while let line = try? reader.nextLine() {
            if line.last == slash,
                let spoken = line.indices.dropLast().first(where: { line[$0] == space && line[$0 + 1] == slash })
            {
                word = String(decoding: line[..<spoken], as: UTF8.self)
                continue
            }
            guard !word.isEmpty, !word.utf8.contains(space) else { continue }
            // `2. aankopen, inkopen <v>`
            for part in line.split(separator: UInt8(ascii: ",")) {
                let tidy = part.drop { $0 == space || $0 == UInt8(ascii: ".") || (48...57).contains($0) }
                    .prefix { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "(") }
                if !tidy.isEmpty { body(word, String(decoding: tidy, as: UTF8.self)) }
            }
        }
    }
}
