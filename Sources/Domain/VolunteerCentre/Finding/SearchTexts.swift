import Foundation
package import Search

/// The words that searching needs, from files: those that say nothing, those that are no compounds, those that mean the same.
package struct SearchTexts: Sendable {
    package let analysis: TextAnalysis
    package let synonyms: Synonyms
    let synonymLines: String
    package private(set) var kinship: Kinship
    package let sentences: SentenceTable

    /// Reads the dictionaries of other languages: some tenths of a second, beside what else there is to do.
    /// - Parameter folder: where Debian puts them.
    package func readTranslations(_ folder: String) {
        analysis.translations.set(FreeDict.read(folder))
    }

    /// - Parameters:
    ///   - folder: `Resources/Data`.
    ///   - wordList: the words of the language, a line each; compounds stay whole when it cannot be read.
    package init(folder: String, wordList: String) throws {
        try self.init(folder: folder, wordList: wordList, kinship: Self.kinship(in: folder))
    }

    /// The lexicon takes as long as all else together, so the start reads it beside that.
    package static func kinship(in folder: String) throws -> Kinship {
        Kinship(lines: try text("kinship.txt", in: folder).compactMap(String.init))
    }

    /// The same with a lexicon.
    package func knowing(_ kinship: Kinship) -> SearchTexts {
        var texts = self
        texts.kinship = kinship
        return texts
    }

    private static func text(_ name: String, in folder: String) throws -> [Substring.UTF8View] {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8).utf8.split(separator: UInt8(ascii: "\n"))
            .filter { $0.first != UInt8(ascii: "#") }
    }

    /// - Parameter kinship: nil: it comes later, with `knowing`.
    package init(folder: String, wordList: String, kinship: Kinship?) throws {
        func lines(_ name: String) throws -> [[String]] {
            try Self.text(name, in: folder).map { $0.split(separator: UInt8(ascii: " ")).compactMap(String.init) }
        }
        let languages: [String: TextLanguage] = ["nl": .dutch, "en": .english, "fr": .french, "de": .german]
        var silent: [TextLanguage: Set<String>] = [:]
        var (common, bare) = (Set<String>(), Set<String>())
        for line in try lines("silent-words.txt") {
            if line.first == "deel" { bare.formUnion(line.dropFirst()) }
            guard let name = line.first, let language = languages[name] ?? (name == "alle" ? .dutch : nil) else {
                continue
            }
            silent[language, default: []].formUnion(line.dropFirst())
            if name == "alle" { common.formUnion(line.dropFirst()) }
        }
        sentences = SentenceTable(lines: try lines("wishes.txt").map { $0.joined(separator: " ") })
        self.kinship = kinship ?? .none
        let synonymLines = try lines("synonyms.txt").map { $0.joined(separator: " ") }
        let groups = synonymLines.map { Synonyms.Group(line: $0) }
        var words = (try? Data(contentsOf: URL(fileURLWithPath: wordList))).map { Array($0) } ?? []
        // Words that the list lacks and people make compounds with: taalbuddy, bezoekmaatje.
        if !words.isEmpty { for group in groups { words += Array(("\n" + group.words.joined(separator: "\n")).utf8) } }
        analysis = TextAnalysis(
            splitter: CompoundSplitter(
                words: WordList(lines: words), whole: Set(try lines("whole-words.txt").flatMap { $0 })),
            silent: silent, common: common, bare: bare)
        synonyms = Synonyms(groups: groups)
        self.synonymLines = synonymLines.joined(separator: "\n")
    }
}
