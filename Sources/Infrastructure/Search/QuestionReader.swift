import Foundation

/// Turns the words of a question into what each segment is asked.
struct QuestionReader {
    /// More words than this add nothing.
    static let most = 12
    /// So many words that say something are a sentence.
    private static let sentence = 3
    /// As many words with the same beginning are looked for.
    private static let prefixes = 24

    let analysis: TextAnalysis
    let ranking: Ranking
    let synonyms: Synonyms
    let kinship: Kinship
    /// Nothing is corrected.
    let isLiteral: Bool
    let segments: [Segment]
    private let stemmers: [Stemmer]

    init(
        analysis: TextAnalysis, ranking: Ranking, synonyms: Synonyms, kinship: Kinship = .none,
        isLiteral: Bool = false, segments: [Segment]
    ) {
        self.analysis = analysis
        self.ranking = ranking
        self.synonyms = synonyms
        self.kinship = kinship
        self.isLiteral = isLiteral
        self.segments = segments
        stemmers = analysis.stems ? TextLanguage.allCases.map(Stemmer.init) : []
    }

    struct Reading {
        /// Per segment the words of the question, each as what it may mean; empty when nothing was asked.
        var words: [[Meaning]] = []
        var corrections: [SearchAnswer.Correction] = []
        /// Per segment what comes last, and the words for it.
        var last: [[Meaning]] = []
        var denied: [String] = []
        /// Dutch words that nothing says, where what is kin to them was looked for.
        var kin: [String] = []
        /// Words that mean nothing here, and are near to nothing.
        var unknown: [String] = []
        /// Words were typed, and all of them are what every text says.
        var asksEverything = false
    }

    /// - Parameter asksBesides: words that say nothing narrow nothing, since something else was asked.
    func read(_ text: String, _ language: TextLanguage, asksBesides: Bool = false) -> Reading {
        var reading = Reading(words: segments.map { _ in [] }, last: segments.map { _ in [] })
        let typed = Words.all(in: text, limit: 40).map { Array($0.utf8) }
        let (all, language) = units(typed, page: language)
        let units = all.filter { !$0.isDenied }
        for unit in all where unit.isDenied {
            reading.denied.append(String(decoding: unit.words[0], as: UTF8.self))
            for (segment, meaning) in known(unit.words[0], divides: false).enumerated() where !meaning.isNothing {
                reading.last[segment].append(meaning)
            }
        }
        if units.isEmpty, !typed.isEmpty {
            if asksBesides || !reading.denied.isEmpty { return reading }
            // Small words alone find nothing: everything would be no answer to "it" or "aan".
            reading.asksEverything = typed.contains(where: analysis.common.contains)
            if !reading.asksEverything { reading.words = segments.map { _ in [.nothing] } }
            return reading
        }
        // In a sentence the words that the table knows say what is meant; those around them say less.
        let isSentence = units.count >= Self.sentence && units.contains { $0.kin != nil }
        for (place, unit) in units.prefix(Self.most).enumerated() {
            // In a sentence, and beside words whose kin is known, other words are mostly no more than the way of saying it.
            let translates = units.count < Self.sentence && units.allSatisfy { $0.kin == nil }
            let said = unit.kin == nil ? [] : said(unit)
            var (meanings, correction) = meanings(
                of: unit, said: said, language, isLast: place == units.count - 1, translates: translates)
            if units.count < Self.sentence, unit.kin != nil, unit.words.contains(where: analysis.splitter.knows),
                isNowhere(said), !meanings.allSatisfy(\.isNothing)
            {
                reading.kin.append(unit.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
            }
            if isSentence, unit.kin == nil { meanings = meanings.map { $0.times(ranking.aside) } }
            for segment in segments.indices { reading.words[segment].append(meanings[segment]) }
            if let correction { reading.corrections.append(correction) }
            if unit.kin == nil, correction == nil, meanings.allSatisfy(\.isNothing) {
                reading.unknown += unit.words.map { String(decoding: $0, as: UTF8.self) }
            }
        }
        return reading
    }

    /// A word of the question, or some that mean one thing together.
    private struct Unit {
        let words: [[UInt8]]
        var kin: Kinship.Kin?
        /// What says it comes last.
        var isDenied = false
    }

    /// What the question asks, without its small words: they say nothing in the language in which it is put. Phrases of the table may
    /// hold some (*geen nederlands nodig*); a small word alone says nothing.
    private func units(_ typed: [[UInt8]], page: TextLanguage) -> ([Unit], TextLanguage) {
        guard analysis.stems else { return (typed.map { Unit(words: [$0]) }, page) }
        let stems = stemmers.map { stemmer in typed.map(stemmer.stem) }
        let language = language(of: typed, stems, page: page)
        let said = said(typed, language)
        let others = TextLanguage.allCases.filter { $0 != language && $0 != .dutch }
        var (units, place) = ([Unit](), 0)
        while place < typed.count {
            let word = typed[place]
            let isSaid = said.contains(word)
            let isDutch = analysis.splitter.knows(word)
            // Whoever reads English may type a word of another language all the same.
            let isKnown =
                isDutch
                || language != .dutch && kinship.knows(word, stem: stems[Int(language.rawValue)][place], language)
            let languages = [language] + (language == .dutch ? [] : [.dutch]) + (isKnown ? [] : others)
            if !kinship.isEmpty, let found = kinship.longest(at: place, in: typed, stems: stems, languages),
                isSaid || found.count > 1
            {
                // *Geen rijbewijs* means the kin of the phrase, and not what says rijbewijs.
                let isDenial = found.count > 1 && Denial.denied(by: typed, from: place, isSaid: said.contains) != nil
                let words = isDenial ? [] : typed[place..<place + found.count].filter(said.contains)
                units.append(Unit(words: Array(words), kin: found.kin))
                if isDenial, let last = typed[place..<place + found.count].last {
                    units.append(Unit(words: [last], isDenied: true))
                }
                place += found.count
                continue
            }
            if let next = Denial.denied(by: typed, from: place, isSaid: said.contains) {
                units.append(Unit(words: [typed[next]], isDenied: true))
                place = next + 1
                continue
            }
            if isSaid { units.append(Unit(words: [word])) }
            place += 1
        }
        return (units, language)
    }

    private func said(_ typed: [[UInt8]], _ language: TextLanguage) -> [[UInt8]] {
        typed.filter { $0.count >= TextAnalysis.shortestWord && !analysis.isSilent($0, language) }
    }

    /// In which language somebody asks: the page's, unless another one knows more of the words. One word alone is of the page (*IT*,
    /// *les*, *dans*), and so is what would say nothing in the other language.
    private func language(of typed: [[UInt8]], _ stems: [[[UInt8]]], page: TextLanguage) -> TextLanguage {
        func known(_ language: TextLanguage) -> Int {
            typed.indices.count { place in
                analysis.isSilent(typed[place], language)
                    || kinship.knows(typed[place], stem: stems[Int(language.rawValue)][place], language)
                    || language == .dutch && analysis.splitter.knows(typed[place])
            }
        }
        guard typed.count > 1 else { return page }
        let own = known(page)
        let others = TextLanguage.allCases.filter { $0 != page }.map { (language: $0, known: known($0)) }
        guard let best = others.max(by: { $0.known < $1.known }), best.known > own,
            !said(typed, best.language).isEmpty
        else { return page }
        return best.language
    }

    /// Words may be known each, and stand together nowhere.
    private func isNowhere(_ meanings: [Meaning]) -> Bool {
        zip(segments, meanings).allSatisfy { $1.isNothing || $0.matches($1).documents.isEmpty }
    }

    /// What says all words of a unit itself.
    private func said(_ unit: Unit) -> [Meaning] {
        let words = unit.words.map { known($0, divides: false) }
        return segments.indices.map { segment in
            let meanings = words.map { $0[segment] }
            return meanings.isEmpty || meanings.contains(where: \.isNothing)
                ? Meaning.nothing : meanings.count == 1 ? meanings[0] : .all(meanings)
        }
    }

    private func meanings(
        of unit: Unit, said: [Meaning], _ language: TextLanguage, isLast: Bool, translates: Bool
    ) -> ([Meaning], SearchAnswer.Correction?) {
        if let kin = unit.kin { return (zip(said, meanings(of: kin)).map(Self.either), nil) }
        let word = unit.words[0]
        var found = known(word)
        // A whole word is no beginning: what is made with it was found by its parts, and names are not meant.
        if found.allSatisfy(\.isNothing), isLast, word.count >= 3, !analysis.splitter.knows(word) {
            found = beginning(word)
        }
        // Dutch knows *enfant* too; where nothing says it, it is what another language means by it.
        if found.allSatisfy(\.isNothing), !isLiteral, let kin = kin(of: word) { return (meanings(of: kin), nil) }
        if found.allSatisfy(\.isNothing), !isLiteral, translates, let other = translated(word, language) {
            return other
        }
        // Our texts are Dutch: what is nearest to a word of another language is another word.
        if found.allSatisfy(\.isNothing), !isLiteral, language == .dutch { return corrected(word) }
        return (found, nil)
    }

    /// What any other language means by a word alone.
    private func kin(of word: [UInt8]) -> Kinship.Kin? {
        let others = TextLanguage.allCases.filter { $0 != .dutch }
        return kinship.longest(at: 0, in: [word], stems: stemmers.map { [$0.stem(word)] }, others)?.kin
    }

    /// A word that only a dictionary of another language knows, as what it says of it.
    private func translated(_ word: [UInt8], _ language: TextLanguage) -> ([Meaning], SearchAnswer.Correction?)? {
        guard !analysis.splitter.knows(word) else { return nil }
        let languages = TextLanguage.allCases.filter { $0 != .dutch && ($0 == language || language == .dutch) }
        for other in languages where !analysis.isSilent(word, other) {
            let stem = stemmers[Int(other.rawValue)].stem(word)
            for dutch in analysis.translations.find(stem, other) {
                let own = stemmers[0].stem(dutch)
                var found = look(for: [(own, ranking.translated)])
                if let kin = kinship.of(dutch, stem: own) { found = zip(found, meanings(of: kin)).map(Self.either) }
                guard !found.allSatisfy(\.isNothing) else { continue }
                return (found, .init(word, meant: dutch, isTranslation: true))
            }
        }
        return nil
    }

    private static func either(_ a: Meaning, _ b: Meaning) -> Meaning {
        a.isNothing ? b : b.isNothing ? a : .any([a, b])
    }

    /// What gives an answer that is meant, or says a word for it. The more of it, the better; the word itself is worth more.
    private func meanings(of kin: Kinship.Kin) -> [Meaning] {
        let tags = kin.tags.map { look(for: [($0.tag, ranking.kinTag * $0.weight)]) }
        let words = look(for: kin.words.map { ($0, ranking.kinWord) })
        return segments.indices.map { segment in
            let all = (tags.map { $0[segment] } + [words[segment]]).filter { !$0.isNothing }
            return all.isEmpty ? .nothing : all.count == 1 ? all[0] : .sum(all)
        }
    }

    /// The word itself, by the rules of each language, and other words for the same.
    /// - Parameter divides: whether a compound that nothing has may be looked for by its parts.
    private func known(_ word: [UInt8], divides: Bool = true) -> [Meaning] {
        guard analysis.stems else { return look(for: [(word, 1)]) }
        var terms: [(term: [UInt8], factor: Float)] = []
        func add(_ term: [UInt8], _ factor: Float) {
            if !terms.contains(where: { $0.term == term }) { terms.append((term, factor)) }
        }
        for stemmer in stemmers { add(stemmer.stem(word), 1) }
        if let relative = stemmers[0].relative(word) { add(relative, ranking.relative) }
        for other in synonyms.others(than: stemmers[0].stem(word)) { add(other, ranking.synonym) }
        var found = look(for: terms)
        // Who writes a compound also means the words it is made of, when they stand together in a text.
        let parts = analysis.splitter.parts(of: word)
        guard parts.count > 1 else { return found }
        let apart = together(parts)
        for segment in segments.indices where !apart[segment].isNothing {
            found[segment] = Self.either(found[segment], apart[segment])
        }
        guard divides, !isEnough(found) else { return found }
        return zip(found, divided(parts)).map(Self.either)
    }

    /// Mostly one word alone has enough, and nothing has to be joined to know it.
    private func isEnough(_ found: [Meaning]) -> Bool {
        if zip(segments, found).contains(where: { $0.0.least($0.1) >= ranking.enough }) { return true }
        return zip(segments, found).reduce(0) { $0 + $1.0.matches($1.1).documents.count } >= ranking.enough
    }

    private func together(_ parts: [[UInt8]]) -> [Meaning] {
        let parts = parts.filter { !analysis.isSilent($0, .dutch) }
        guard !parts.isEmpty else { return segments.map { _ in .nothing } }
        let meanings = parts.map { part -> [Meaning] in
            let stem = stemmers[0].stem(part)
            let factor = ranking.dividedCompound / Float(parts.count)
            return look(
                for: [(stem, factor)] + synonyms.others(than: stem).map { ($0, factor * ranking.synonym) })
        }
        return segments.indices.map { segment in
            let all = meanings.map { $0[segment] }
            return all.contains(where: \.isNothing) ? .nothing : .all(all)
        }
    }

    private func beginning(_ word: [UInt8]) -> [Meaning] {
        var terms: [[UInt8]: Int] = [:]
        for segment in segments {
            for term in segment.vocabulary.range(beginningWith: word).prefix(Self.prefixes * 8) {
                terms[Array(segment.vocabulary.term(term)), default: 0] += segment.frequency(of: term)
            }
        }
        // The words themselves decide last: the same question always gets the same answer.
        let best = terms.sorted {
            ($1.value, $0.key.count) == ($0.value, $1.key.count)
                ? $0.key.lexicographicallyPrecedes($1.key) : ($1.value, $0.key.count) < ($0.value, $1.key.count)
        }.prefix(Self.prefixes)
        return look(for: best.map { ($0.key, ranking.prefix) })
    }

    /// Nothing has all parts of a compound: what it is about stands before, what is done at its end, and either says something, unless
    /// it is a part of very many words.
    private func divided(_ parts: [[UInt8]]) -> [Meaning] {
        look(
            for: parts.filter { !analysis.isSilent($0, .dutch) && !analysis.bare.contains($0) }.flatMap { part in
                let stem = stemmers[0].stem(part)
                return [(stem, ranking.dividedCompound / 2)]
                    + synonyms.others(than: stem).map { ($0, ranking.dividedCompound / 2 * ranking.synonym) }
            })
    }

    private func corrected(_ word: [UInt8]) -> ([Meaning], SearchAnswer.Correction?) {
        var most = analysis.stems ? Typing.allowed(length: word.count) : 0
        var found: [[UInt8]: (uses: Int, form: [UInt8])] = [:]
        // What Dutch knows is meant, also where nothing says it: *kerk* is no mistyped *keer*.
        guard most > 0, !analysis.splitter.knows(word) else { return (segments.map { _ in .nothing }, nil) }
        let stem = stemmers[0].stem(word)
        for segment in segments {
            let (terms, errors) = segment.vocabulary.nearest(to: word, stem: stem, most: most)
            if errors < most {
                found.removeAll()
                most = errors
            }
            for term in terms {
                let uses = segment.frequency(of: term)
                let name = Array(segment.vocabulary.term(term))
                found[name] = (uses + (found[name]?.uses ?? 0), Array(segment.vocabulary.form(term)))
            }
        }
        for (other, stem) in synonyms.words {
            let errors = Typing.errors(between: other[...], and: word[...], most: most)
            if errors < most {
                found.removeAll()
                most = errors
            }
            if errors <= most, found[stem] == nil { found[stem] = (0, other) }
        }
        let (kin, errors) = kinship.nearest(to: word, stem: stem, most: most)
        if errors < most, !kin.isEmpty { found.removeAll() }
        for form in kin {
            let key = stemmers[0].stem(form)
            if found[key] == nil { found[key] = (0, form) }
        }
        // People seldom mistype the first letter.
        func rank(_ entry: (key: [UInt8], value: (uses: Int, form: [UInt8]))) -> (Int, Int, Int) {
            (entry.key.first == word.first ? 1 : 0, entry.value.uses, entry.key.count)
        }
        let best = found.sorted {
            rank($1) == rank($0) ? $0.key.lexicographicallyPrecedes($1.key) : rank($1) < rank($0)
        }.prefix(3)
        guard let meant = best.first, meant.value.form != word else { return (segments.map { _ in .nothing }, nil) }
        let near = best.enumerated().flatMap { place, one in
            let factor = place == 0 ? ranking.mistyped : ranking.mistyped / 2
            return [(one.key, factor)] + synonyms.others(than: one.key).map { ($0, factor * ranking.synonym) }
        }
        var meanings = look(for: near)
        if let kin = kinship.of(meant.value.form, stem: meant.key) {
            meanings = zip(meanings, self.meanings(of: kin)).map(Self.either)
        }
        return (meanings, .init(word, meant: meant.value.form))
    }

    /// Any of these terms, each worth by how rare it is among all documents.
    private func look(for terms: [(term: [UInt8], factor: Float)]) -> [Meaning] {
        let total = Float(segments.reduce(0) { $0 + $1.count })
        var meanings: [[Meaning]] = segments.map { _ in [] }
        for (term, factor) in terms {
            let numbers = segments.map { $0.vocabulary.number(of: term) }
            let uses = Float(zip(segments, numbers).reduce(0) { $0 + ($1.1.map($1.0.frequency) ?? 0) })
            guard uses > 0 else { continue }
            let rarity = Self.logarithm(1 + (total - uses + 0.5) / (uses + 0.5))
            for (segment, number) in numbers.enumerated() {
                if let number { meanings[segment].append(.term(number, factor * rarity / Segment.weightUnit)) }
            }
        }
        return meanings.map { $0.isEmpty ? .nothing : $0.count == 1 ? $0[0] : .any($0) }
    }

    private static func logarithm(_ value: Float) -> Float { Float(log(Double(value))) }
}

extension Meaning {
    var isNothing: Bool { if case .nothing = self { true } else { false } }
}

extension SearchAnswer.Correction {
    fileprivate init(_ typed: [UInt8], meant: [UInt8], isTranslation: Bool = false) {
        self.init(
            typed: String(decoding: typed, as: UTF8.self), meant: String(decoding: meant, as: UTF8.self),
            isTranslation: isTranslation)
    }
}
