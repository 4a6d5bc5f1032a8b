/// What people may mean by a word that few texts say: answers of the closed questions, and other words to look for. Unlike
/// synonyms it says nothing of the words themselves: who types *hospice* looks for care, and a text about care says no *hospice*.
package struct Kinship: Sendable {
    /// A line of the table.
    struct Kin: Sendable {
        /// Tags of documents, each with how sure it is that they are meant, up to 1.
        var tags: [(tag: [UInt8], weight: Float)] = []
        /// Dutch words that texts say for it, as stems.
        var words: [[UInt8]] = []
    }

    /// A phrase of the table has three words at most.
    private static let longest = 3

    /// One list of lines; of several the first that has a phrase counts.
    private let tables: [Table]

    package static let none = Kinship(lines: [])

    /// - Parameter lines: `WORDS -> TAG[:WEIGHT] … [+ WORDS]`; words by commas, of another language with `en:`, `de:` or `fr:`.
    package init(lines: [String]) { tables = [Table(lines: lines)] }

    private init(tables: [Table]) { self.tables = tables }

    /// The same with lines that go before it. A line that leads nowhere takes a meaning away.
    package func preceded(by lines: [String]) -> Kinship {
        lines.isEmpty ? self : Kinship(tables: [Table(lines: lines)] + tables)
    }

    package var isEmpty: Bool { tables.allSatisfy(\.isEmpty) }

    /// The longest phrase of the table that begins at this word.
    /// - Parameters:
    ///   - stems: of the same words, per language.
    ///   - languages: where to look, the likeliest first.
    func longest(
        at place: Int, in words: [[UInt8]], stems: [[[UInt8]]], _ languages: [TextLanguage]
    ) -> (count: Int, kin: Kin)? {
        for count in (1...Self.longest).reversed() where place + count <= words.count {
            let range = place..<place + count
            let key = Table.joined(Array(words[range]))
            for table in tables {
                for language in languages {
                    let stem = Table.joined(Array(stems[Int(language.rawValue)][range]))
                    if let kin = table.find(key, stem: stem, language) { return (count, kin) }
                }
            }
        }
        return nil
    }

    func knows(_ word: [UInt8], stem: [UInt8], _ language: TextLanguage) -> Bool {
        tables.contains { $0.find(word, stem: stem, language) != nil }
    }

    /// What one Dutch word may mean.
    func of(_ word: [UInt8], stem: [UInt8]) -> Kin? {
        for table in tables { if let kin = table.find(word, stem: stem, .dutch) { return kin } }
        return nil
    }

    /// The Dutch words of the tables that are nearest to a mistyped one, and how many errors lie between.
    func nearest(to word: [UInt8], stem: [UInt8], most: Int) -> (forms: [[UInt8]], errors: Int) {
        var (forms, least) = ([[UInt8]](), most)
        for table in tables {
            let (terms, errors) = table.vocabulary.nearest(to: word, stem: stem, most: least)
            guard !terms.isEmpty else { continue }
            if errors < least { forms = [] }
            least = errors
            forms += terms.map { Array(table.vocabulary.term($0)) }
        }
        return (forms, least)
    }
}

extension Kinship {
    fileprivate struct Table: Sendable {
        private let kin: [Kin]
        /// Per language by the words as they are written, with a space between them, and by their stems.
        private let written: [[[UInt8]: Int]]
        private let stemmed: [[[UInt8]: Int]]
        /// Dutch words of the table, to understand who mistypes one.
        let vocabulary: Vocabulary

        init(lines: [String]) {
            let stemmers = TextLanguage.allCases.map(Stemmer.init)
            var kin: [Kin] = []
            var written = [[[UInt8]: Int]](repeating: [:], count: stemmers.count)
            var stemmed = written
            var forms: Set<[UInt8]> = []
            for line in lines {
                // By bytes: a phrase of many looked for by characters is slow.
                let bytes = line.utf8
                guard
                    let arrow = bytes.indices.first(where: {
                        bytes[$0] == UInt8(ascii: "-") && bytes[$0...].dropFirst().first == UInt8(ascii: ">")
                    })
                else { continue }
                let meaning = line[bytes.index(arrow, offsetBy: 2)...].split(separator: "+", maxSplits: 1)
                var one = Kin()
                for part in meaning.first?.split(separator: " ") ?? [] {
                    let pieces = part.split(separator: ":")
                    guard let tag = pieces.first else { continue }
                    one.tags.append((SearchDocument.term(ofTag: tag), pieces.count > 1 ? Float(pieces[1]) ?? 1 : 1))
                }
                if meaning.count > 1 {
                    one.words = Words.all(in: String(meaning[1]), limit: 8).map { stemmers[0].stem(Array($0.utf8)) }
                }
                for phrase in line[..<arrow].split(separator: ",") {
                    let (language, text) = Self.language(of: phrase.utf8)
                    var words: [[UInt8]] = []
                    Words.each(in: text) { if words.count < Kinship.longest { words.append(copy $0) } }
                    guard !words.isEmpty else { continue }
                    let number = Int(language.rawValue)
                    let (key, stem) = (Self.joined(words), Self.joined(words.map(stemmers[number].stem)))
                    written[number][key] = written[number][key] ?? kin.count
                    stemmed[number][stem] = stemmed[number][stem] ?? kin.count
                    if language == .dutch, words.count == 1 { forms.insert(words[0]) }
                }
                kin.append(one)
            }
            (self.kin, self.written, self.stemmed) = (kin, written, stemmed)
            vocabulary = Vocabulary(
                terms: forms.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0, $0) })
        }

        var isEmpty: Bool { kin.isEmpty }

        private static let marks: [([UInt8], TextLanguage)] = [
            (Array("en:".utf8), .english), (Array("de:".utf8), .german), (Array("fr:".utf8), .french),
        ]

        private static func language(of phrase: Substring.UTF8View) -> (TextLanguage, Substring.UTF8View) {
            let trimmed = phrase.drop { $0 == UInt8(ascii: " ") }
            for (mark, language) in marks where trimmed.starts(with: mark) { return (language, trimmed.dropFirst(3)) }
            return (.dutch, trimmed)
        }

        static func joined(_ words: [[UInt8]]) -> [UInt8] { Array(words.joined(separator: [UInt8(ascii: " ")])) }

        func find(_ key: [UInt8], stem: [UInt8], _ language: TextLanguage) -> Kin? {
            let number = Int(language.rawValue)
            return (written[number][key] ?? stemmed[number][stem]).map { kin[$0] }
        }
    }
}
