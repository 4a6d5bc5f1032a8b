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
        case .hours:
            return missing(
                content.hours.count { $0.isLetter || $0.isNumber } > 1 || !content.dayparts.isEmpty || reading.namesTime
            )
        case .place:
            return missing(
                content.fromHome || content.postcode.count(where: \.isNumber) > 3 || !content.neighbourhood.isEmpty
                    || reading.namesStreet
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
            let replaced = reading.all.filter { sentence in
                has("staff", sentence)
                    && met("replaced", sentence).contains { !words.isTakenBack($0, of: sentence, nil) }
            }.map(\.text)
            let places = hours.map { CoachAdvice.Place(found: $0.sentence, mended: nil) } + asked(rule, reading)
            return found(
                places
                    + replaced.filter { text in !places.contains { $0.found == text } }.map {
                        .init(found: $0, mended: nil)
                    })
        }
    }

    /// A text in sentences, as the coach counts them.
    package static func sentences(of text: String) -> [String] { CoachText.split(text) }

    /// Where a list is met in a sentence, without what its exceptions cover: "500 meter" is nobody's *meter*.
    private func met(_ list: String, _ sentence: CoachText.Line) -> [Range<Int>] {
        let excepted = (words.phrases[list + "-not"] ?? []).flatMap { $0.places(in: sentence.words) }
        return (words.phrases[list] ?? []).flatMap { $0.places(in: sentence.words) }.filter { place in
            !excepted.contains { $0.overlaps(place) }
        }
    }

    private func has(_ list: String, _ sentence: CoachText.Line) -> Bool { !met(list, sentence).isEmpty }

    private func says(_ rule: CoachRule, _ reading: Reading) -> Bool {
        reading.all.contains { has(rule.rawValue, $0) }
    }

    /// A name or a role in a sentence that says to turn to somebody; or both, in any sentence.
    private func namesSomebody(_ reading: Reading) -> Bool {
        reading.all.contains { sentence in
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
        let met = Set(all.filter(isDoing).map { $0.folded.prefix(4) })
        return met.count >= 2 || met.count == 1 && all.count >= 2 * Self.fewestWords
    }

    private func isDoing(_ word: CoachText.Word) -> Bool {
        (words.phrases["doing"] ?? []).contains { !$0.places(in: [word]).isEmpty }
    }

    /// What is asked, unless it is said that it is not needed.
    private func asked(_ rule: CoachRule, _ reading: Reading) -> [CoachAdvice.Place] {
        reading.all.indices.compactMap { place in
            let (sentence, next) = (reading.all[place], reading.all[(place + 1)...].first)
            let isAsked = met(rule.rawValue, sentence).contains { hit in
                !words.isTakenBack(hit, of: sentence, next) && !isGiven(rule, sentence, around: hit.lowerBound)
            }
            return isAsked ? CoachAdvice.Place(found: sentence.text, mended: nil) : nil
        }
    }

    /// A certificate that somebody gets is none that she must have.
    private func isGiven(_ rule: CoachRule, _ sentence: CoachText.Line, around place: Int) -> Bool {
        let clause = sentence.clause(around: place)
        return met("\(rule.rawValue)-given", sentence).contains { $0.overlaps(clause) }
    }

    private func tooLong(_ sentence: CoachText.Line) -> CoachAdvice.Place? {
        guard sentence.words.count > Self.longest else { return nil }
        return CoachAdvice.Place(found: sentence.text, mended: sentence.inTwo(isDoing))
    }

    /// Each once, with a word that everybody knows; names, and what somebody else is quoted with, are as they are.
    private func hardWords(_ reading: Reading) -> [CoachAdvice.Place] {
        guard !reading.isEnglish else { return [] }
        var (places, known): ([CoachAdvice.Place], Set<String>) = ([], [])
        for sentence in reading.all {
            var covered = (words.phrases["hard-not"] ?? []).flatMap { $0.places(in: sentence.words) }
            var found: [(at: Int, CoachAdvice.Place)] = []
            for (phrase, plain) in words.hard {
                for place in phrase.places(in: sentence.words) where !covered.contains(where: { $0.overlaps(place) }) {
                    covered.append(place)
                    let word = sentence.text(of: place)
                    guard !sentence.isNamed(place), known.insert(Folding.fold(word)).inserted else { continue }
                    found.append((place.lowerBound, .init(found: word, mended: plain)))
                }
            }
            places += found.sorted { $0.at < $1.at }.map(\.1)
        }
        return places
    }
}
