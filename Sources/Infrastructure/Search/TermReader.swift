/// Reads words of texts one after another and knows the terms of each form once it has met it. For one thread.
struct TermReader {
    private struct Slot {
        var hash: UInt64
        var form: Int32
    }

    private let analysis: TextAnalysis
    private let stemmers: [Stemmer]
    private var slots = [Slot](repeating: Slot(hash: 0, form: -1), count: 1 << 10)
    private var formStarts: [UInt32] = [0]
    private var formTerms: [UInt32] = []
    private var formBytes: [[UInt8]] = []
    private var formUses: [UInt32] = []
    private var numbers: [[UInt8]: UInt32] = [:]
    private(set) var terms: [[UInt8]] = []

    /// Set in the number of a term that is only a part of the word, or what somebody does who is called so.
    static let part: UInt32 = 1 << 31

    init(_ analysis: TextAnalysis) {
        self.analysis = analysis
        stemmers = TextLanguage.allCases.map(Stemmer.init)
    }

    func language(of document: SearchDocument) -> TextLanguage {
        document.language ?? analysis.language(of: document.text)
    }

    /// Calls `body` with the number of each term of the text, parts of compounds marked.
    /// - Parameter names: forms that are not taken apart.
    mutating func read(
        _ text: String, _ language: TextLanguage, names: Set<Int> = [], _ body: (UInt32) -> Void
    ) {
        var text = text
        text.withUTF8 { bytes in
            Words.each(in: bytes) { word in
                let form = self.form(copy word, language)
                formUses[form] &+= 1
                let isName = names.contains(form)
                for place in Int(formStarts[form])..<Int(formStarts[form + 1])
                where !isName || formTerms[place] & Self.part == 0 {
                    body(formTerms[place])
                }
            }
        }
    }

    /// The forms of a text of names.
    mutating func names(_ text: String, _ language: TextLanguage) -> Set<Int> {
        var (text, names) = (text, Set<Int>())
        text.withUTF8 { bytes in
            Words.each(in: bytes) { word in names.insert(self.form(copy word, language)) }
        }
        return names
    }

    /// The number of a tag of a document.
    mutating func number(ofTag tag: Substring) -> UInt32 { number(of: SearchDocument.term(ofTag: tag)) }

    private mutating func form(_ word: [UInt8], _ language: TextLanguage) -> Int {
        var hash = Hash()
        hash.add(language.rawValue)
        for byte in word { hash.add(byte) }
        let wanted = hash.value
        var place = Int(truncatingIfNeeded: wanted) & (slots.count - 1)
        // Two words with the same 64 bits: less likely than a broken memory bank.
        while slots[place].form >= 0 {
            if slots[place].hash == wanted { return Int(slots[place].form) }
            place = (place + 1) & (slots.count - 1)
        }
        let form = formBytes.count
        slots[place] = Slot(hash: wanted, form: Int32(form))
        formBytes.append(word)
        formUses.append(0)
        addTerms(of: word, language)
        formStarts.append(UInt32(formTerms.count))
        if formBytes.count * 2 > slots.count { grow() }
        return form
    }

    private mutating func addTerms(of word: [UInt8], _ language: TextLanguage) {
        guard analysis.stems else {
            formTerms.append(number(of: word))
            return
        }
        guard word.count >= TextAnalysis.shortestWord, !analysis.isSilent(word, language) else { return }
        let stemmer = stemmers[Int(language.rawValue)]
        let whole = number(of: stemmer.stem(word))
        formTerms.append(whole)
        guard language == .dutch else { return }
        var parts = analysis.splitter.parts(of: word).filter { !analysis.isSilent($0, language) }.map(stemmer.stem)
        if let relative = stemmer.relative(word) { parts.append(relative) }
        for part in parts {
            let number = number(of: part)
            if number != whole { formTerms.append(number | Self.part) }
        }
    }

    private mutating func number(of term: [UInt8]) -> UInt32 {
        if let known = numbers[term] { return known }
        let number = UInt32(terms.count)
        numbers[term] = number
        terms.append(term)
        return number
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(hash: 0, form: -1), count: old.count * 2)
        for slot in old where slot.form >= 0 {
            var place = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
            while slots[place].form >= 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }

    /// The form in which the texts mostly write each term.
    func shownForms() -> [[UInt8]] {
        var best = [Int](repeating: -1, count: terms.count)
        for form in formBytes.indices where formStarts[form] < formStarts[form + 1] {
            let term = formTerms[Int(formStarts[form])]
            guard term & Self.part == 0 else { continue }
            let other = best[Int(term)]
            if other < 0 || formUses[form] > formUses[other] { best[Int(term)] = form }
        }
        return best.enumerated().map { $1 < 0 ? terms[$0] : formBytes[$1] }
    }
}
