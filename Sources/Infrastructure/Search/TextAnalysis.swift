/// How texts and questions become terms. One value for all centres; a reader or a question makes its own stemmers from it.
package struct TextAnalysis: Sendable {
    /// Words of one letter say nothing.
    static let shortestWord = 2

    let splitter: CompoundSplitter
    let silent: [TextLanguage: Set<[UInt8]>]
    /// Ends of compounds that carry no meaning of their own: *lid*, *meester*, *dienst*.
    let bare: Set<[UInt8]>
    /// Those of them that every text says: who asks for them alone asks for everything.
    let common: Set<[UInt8]>
    private(set) var stems = true
    /// What words of other languages mean, once it was read.
    package let translations = Translations()
    /// The languages of each silent word by its hash, a bit each: one look tells, for every word of every text.
    private let languages: [UInt64: UInt8]

    /// - Parameters:
    ///   - splitter: without a word list it takes nothing apart, and everything else works.
    ///   - silent: per language the words that say nothing ("iets", "met"), without accents.
    ///   - common: those of them that every text says ("vrijwilliger").
    ///   - bare: parts of compounds that alone are no answer to the compound ("lid" to "bestuurslid").
    package init(
        splitter: CompoundSplitter, silent: [TextLanguage: Set<String>], common: Set<String> = [],
        bare: Set<String> = []
    ) {
        self.splitter = splitter
        self.bare = Set(bare.map { Array($0.utf8) })
        self.common = Set(common.map { Array($0.utf8) })
        self.silent = silent.mapValues { Set($0.map { Array($0.utf8) }) }
        var languages: [UInt64: UInt8] = [:]
        for (language, words) in self.silent {
            for word in words { languages[Self.hash(word), default: 0] |= 1 << language.rawValue }
        }
        self.languages = languages
    }

    /// Every word as it stands: to measure the index alone.
    package static let plain: TextAnalysis = {
        var plain = TextAnalysis(splitter: CompoundSplitter(words: .empty), silent: [:])
        plain.stems = false
        return plain
    }()

    /// Whether the word list of the language has it.
    package func knows(_ word: String) -> Bool { splitter.knows(Array(word.utf8)) }

    func isSilent(_ word: [UInt8], _ language: TextLanguage) -> Bool { silent[language]?.contains(word) ?? false }

    private static func hash(_ word: borrowing [UInt8]) -> UInt64 {
        var hash = Hash()
        for place in 0..<word.count { hash.add(word[place]) }
        return hash.value
    }

    /// The language of a text by its small words; Dutch when it has few of them.
    package func language(of text: String) -> TextLanguage {
        var hits = [Int](repeating: 0, count: TextLanguage.allCases.count)
        Words.each(in: text.utf8.prefix(300)) { word in
            guard let known = languages[Self.hash(word)] else { return }
            for language in hits.indices where known >> UInt8(language) & 1 == 1 { hits[language] += 1 }
        }
        let best = TextLanguage.allCases.max { hits[Int($0.rawValue)] < hits[Int($1.rawValue)] } ?? .dutch
        return hits[Int(best.rawValue)] > hits[0] + 2 ? best : .dutch
    }
}
