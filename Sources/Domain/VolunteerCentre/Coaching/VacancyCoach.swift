/// Reads a vacancy as a good colleague would, and says what would bring more responses. Rules are words and counts: the same text
/// gets the same advice, and every hint can be explained.
package struct VacancyCoach: Sendable {
    /// What is known besides the text.
    package struct Known: Sendable {
        /// A colleague looks after it, and stands on its page.
        package var hasContactPerson: Bool
        /// What the centre does not want to be looked at.
        package var off: Set<CoachRule>

        package init(hasContactPerson: Bool = false, off: Set<CoachRule> = []) {
            (self.hasContactPerson, self.off) = (hasContactPerson, off)
        }
    }

    /// A sentence of more words than this is read twice; what Dutch public bodies advise is fifteen on average.
    package static let longest = 23
    /// So many places are shown of one kind: what is more is discouraging.
    static let shown = 3
    /// A description that says less says nothing.
    static let fewestWords = 8
    /// More hours a week than this look like a job.
    static let mostHours = 16

    let words: CoachWords

    package init(words: CoachWords) { self.words = words }

    package func advice(about content: Vacancy.Content, _ known: Known = Known()) -> CoachAdvice {
        let reading = Reading(content)
        var (hints, inOrder): ([CoachAdvice.Hint], [CoachRule]) = ([], [])
        for rule in CoachRule.allCases where !known.off.contains(rule) {
            if let places = trouble(rule, reading, known) {
                hints.append(.init(rule: rule, places: Array(places.prefix(Self.shown))))
            } else {
                inOrder.append(rule)
            }
        }
        return CoachAdvice(hints: hints, inOrder: inOrder, isBlank: reading.isBlank)
    }

    /// - Returns: nil: in order; else where it was met.
    private func trouble(_ rule: CoachRule, _ reading: Reading, _ known: Known) -> [CoachAdvice.Place]? {
        let content = reading.content
        func missing(_ isSaid: Bool) -> [CoachAdvice.Place]? { isSaid ? nil : [] }
        func offers(_ supports: String...) -> Bool { !content.supports.filter(supports.contains).isEmpty }
        func found(_ places: [CoachAdvice.Place]) -> [CoachAdvice.Place]? { places.isEmpty ? nil : places }
        switch rule {
        case .task: return missing(saysWhatToDo(reading))
        case .hours: return missing(!content.hours.isEmpty || !content.dayparts.isEmpty || reading.namesTime)
        case .place:
            return missing(
                content.fromHome || !content.postcode.isEmpty || !content.neighbourhood.isEmpty || reading.namesStreet
                    || says(rule, reading))
        case .contact:
            return missing(
                known.hasContactPerson || offers("vast-aanspreekpunt") || says(rule, reading) || namesSomebody(reading))
        case .guidance: return missing(offers("begeleiding", "training") || says(rule, reading))
        case .insurance: return missing(says(rule, reading))
        case .expenses: return missing(offers("onkosten") || says(rule, reading))
        case .sentences: return found(reading.all.compactMap(tooLong))
        case .words: return found(hardWords(reading))
        case .diploma: return found(asked(rule, reading))
        case .paid:
            let hours = reading.weeklyHours.filter { $0.hours > Self.mostHours }
            return found(
                hours.map { CoachAdvice.Place(found: $0.sentence, mended: nil) } + asked(rule, reading))
        }
    }

    /// A text in sentences, as the coach counts them.
    package static func sentences(of text: String) -> [String] { CoachText.split(text) }

    private func phrases(_ rule: CoachRule) -> [CoachWords.Phrase] { words.phrases[rule.rawValue] ?? [] }

    private func says(_ rule: CoachRule, _ reading: Reading) -> Bool {
        let phrases = phrases(rule)
        return reading.all.contains { sentence in phrases.contains { $0.place(in: sentence.words) != nil } }
    }

    /// A name or a role in a sentence that says to turn to somebody; or both, in any sentence.
    private func namesSomebody(_ reading: Reading) -> Bool {
        func has(_ list: String, _ sentence: CoachText.Line) -> Bool {
            (words.phrases[list] ?? []).contains { $0.place(in: sentence.words) != nil }
        }
        return reading.all.contains { sentence in
            let (turns, role) = (has("turn", sentence) || sentence.hasTelephone, has("role", sentence))
            // "Henk bereik je op 06-…" begins with him.
            let named =
                sentence.hasName
                || sentence.hasTelephone
                    && sentence.words.first.map { first in
                        sentence.text[first.range].first?.isUppercase == true
                            && !has("turn", CoachText.Line(String(sentence.text[first.range])))
                    } ?? false
            return turns && (role || named) || role && named
        }
    }

    /// Words about two things that somebody does, or many about one.
    private func saysWhatToDo(_ reading: Reading) -> Bool {
        let all = reading.description.sentences.flatMap(\.words)
        guard all.count >= Self.fewestWords else { return false }
        let verbs = words.phrases["doing"] ?? []
        let met = Set(all.filter { word in verbs.contains { $0.place(in: [word]) != nil } }.map { $0.folded.prefix(4) })
        return met.count >= 2 || met.count == 1 && all.count >= 2 * Self.fewestWords
    }

    /// What is asked, unless the sentence says that it is not needed.
    private func asked(_ rule: CoachRule, _ reading: Reading) -> [CoachAdvice.Place] {
        let phrases = phrases(rule)
        return reading.all.compactMap { sentence in
            let isAsked = phrases.contains { phrase in
                phrase.place(in: sentence.words).map { !isTakenBack(sentence, $0, phrase.count) } ?? false
            }
            return isAsked ? CoachAdvice.Place(found: sentence.text, mended: nil) : nil
        }
    }

    private func isTakenBack(_ sentence: CoachText.Line, _ start: Int, _ count: Int) -> Bool {
        let before = sentence.words[max(0, start - 3)..<start].map(\.folded)
        let after = sentence.words[(start + count)...].prefix(5).map(\.folded)
        return before.contains { words.no.contains($0) || words.not.contains($0) }
            || after.contains(where: words.not.contains)
    }

    private func tooLong(_ sentence: CoachText.Line) -> CoachAdvice.Place? {
        guard sentence.words.count > Self.longest else { return nil }
        return CoachAdvice.Place(found: sentence.text, mended: sentence.inTwo)
    }

    /// Each once, in its sentence with a word that everybody knows.
    private func hardWords(_ reading: Reading) -> [CoachAdvice.Place] {
        var (places, met): ([CoachAdvice.Place], Set<String>) = ([], [])
        for sentence in reading.all {
            for (phrase, plain) in words.hard {
                guard let start = phrase.place(in: sentence.words) else { continue }
                let range =
                    sentence.words[start].range
                    .lowerBound..<sentence.words[start + phrase.count - 1].range
                    .upperBound
                let word = String(sentence.text[range])
                guard met.insert(Folding.fold(word)).inserted, !met.contains(where: { $0.contains(" \(word)") }) else {
                    continue
                }
                places.append(.init(found: word, mended: plain))
            }
        }
        return places
    }
}

extension VacancyCoach {
    /// A vacancy in sentences.
    struct Reading {
        let content: Vacancy.Content
        let description: CoachText
        let all: [CoachText.Line]

        init(_ content: Vacancy.Content) {
            self.content = content
            description = CoachText(content.description)
            all =
                CoachText(content.title).sentences + description.sentences + CoachText(content.offer).sentences
        }

        var isBlank: Bool { all.isEmpty }

        private var words: [String] { all.flatMap(\.words).map(\.folded) }

        private static let amounts: Set<String> = [
            "een", "paar", "twee", "drie", "vier", "vijf", "zes", "acht", "half", "halve", "elke", "anderhalf", "1",
            "one",
            "two",
            "three", "four",
        ]
        private static let units: Set<String> = [
            "uur", "uren", "uurtje", "uurtjes", "u", "dagdeel", "dagdelen", "minuten", "dag", "dagen", "middag",
            "middagen", "ochtend", "ochtenden", "avond", "avonden", "hour", "hours", "voormiddag", "namiddag",
        ]

        private static let often: Set<String> = ["keer", "maand", "week", "jaar", "dag"]

        /// How long or at what time: "2 uur", "paar uur", "dinsdagmiddag", "van 9 tot 12".
        var namesTime: Bool {
            let words = words
            let pairs = zip(words, words.dropFirst())
            return pairs.contains { first, second in
                (Self.amounts.contains(first) || first.first?.isNumber == true) && Self.units.contains(second)
                    || first == "per" && Self.often.contains(second) || first == "om" && second == "de"
                    || ["tot", "half", "om", "vanaf"].contains(first) && second.first?.isNumber == true
                    || first == "s" && second.hasSuffix("s")
                        && ["ochtends", "middags", "avonds", "morgens"].contains(second)
            }
                || all.contains { $0.text.contains(/\b\d{1,2}[:.u]\d{2}\b/) }
                || words.contains { word in
                    word.hasSuffix("ochtend") && word.contains("dag")
                        || word.hasSuffix("middag") && word.contains("dag")
                            && word.count > 6
                        || word.hasSuffix("avond") && word.contains("dag")
                }
        }

        private static let streets = [
            "straat", "laan", "weg", "plein", "kade", "dijk", "singel", "steeg", "hof", "pad",
        ]

        /// A street with its number, or one that begins with a capital.
        var namesStreet: Bool {
            all.contains { sentence in
                sentence.words.enumerated().contains { place, word in
                    let next = place + 1 < sentence.words.count ? sentence.words[place + 1].folded : ""
                    return word.folded.count > 5 && Self.streets.contains { word.folded.hasSuffix($0) }
                        && (next.first?.isNumber == true || sentence.isName(place))
                }
            }
        }

        /// Numbers of hours a week, in the field or in a sentence.
        var weeklyHours: [(hours: Int, sentence: String)] {
            (CoachText(content.hours).sentences + all).flatMap { sentence -> [(hours: Int, sentence: String)] in
                let words = sentence.words.map(\.folded)
                guard words.contains("week") || words.contains("w") || words.contains("pw") else { return [] }
                return words.indices.dropLast(2).compactMap { place in
                    guard ["uur", "uren", "u", "hours"].contains(words[place + 1]),
                        ["per", "week", "p", "pw", "a"].contains(words[place + 2]), let hours = Int(words[place]),
                        hours <= 60
                    else { return nil }
                    return (hours, sentence.text)
                }
            }
        }
    }
}

extension CoachText.Line {
    /// A word with one capital, not the first of its sentence.
    func isName(_ place: Int) -> Bool {
        let word = text[words[place].range]
        return place > 0 && word.count > 1 && word.first?.isUppercase == true
            && word.dropFirst().contains(where: \.isLowercase)
    }

    /// Nine digits or more, however they are grouped.
    var hasTelephone: Bool { text.count { $0.isNumber } >= 9 && text.contains("0") }

    var hasName: Bool { words.indices.contains(where: isName) }

    private static let joints: Set<String> = ["en", "maar", "want", "dus", "and", "but", "so"]
    /// With these a sentence begins: "koffie en thee" stays whole.
    private static let openings: Set<String> = [
        "je", "jij", "we", "wij", "u", "er", "dan", "ook", "het", "ze", "zij", "hij", "dit", "dat", "you", "we", "they",
        "it",
    ]

    /// Two sentences of it, at the joint that is nearest to the middle; nil where it has none that is far enough from both ends.
    var inTwo: String? {
        let middle = words.count / 2
        let joint = words.indices.dropFirst(6).dropLast(6).filter {
            Self.joints.contains(words[$0].folded) && Self.openings.contains(words[$0 + 1].folded)
        }
        .min { abs($0 - middle) < abs($1 - middle) }
        guard let joint, joint + 1 < words.count else { return nil }
        let first = text[..<words[joint - 1].range.upperBound]
        let rest = text[words[joint + 1].range.lowerBound...]
        return "\(first). \(rest.prefix(1).uppercased())\(rest.dropFirst())"
    }
}
