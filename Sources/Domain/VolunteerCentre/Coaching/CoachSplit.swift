extension CoachText.Line {
    private static let joints: Set<String> = ["en", "maar", "want", "dus", "and", "but", "so"]
    /// With these and a verb behind them a sentence begins: "koffie en thee" stays whole.
    private static let openings: Set<String> = [
        "je", "jij", "we", "wij", "u", "er", "dan", "het", "ze", "zij", "hij", "you", "they", "it",
    ]
    /// After these a verb stands at the end, and what follows *en* may hang on them too.
    private static let subordinate: Set<String> = [
        "dat", "omdat", "zodat", "als", "die", "waar", "waarbij", "waarin", "waarmee", "wanneer", "terwijl", "hoe",
        "wie", "wat", "voordat", "nadat", "zoals", "alleen", "that", "which", "who", "because", "if", "when",
    ]
    /// What stands behind *je* or *we* where a sentence begins.
    private static let auxiliaries: Set<String> = [
        "bent", "ben", "is", "zijn", "hebt", "heb", "heeft", "hebben", "kunt", "kan", "kunnen", "wil", "wilt", "willen",
        "moet", "moeten", "mag", "mogen", "gaat", "ga", "gaan", "krijgt", "krijgen", "doet", "doen", "komt", "komen",
        "wordt", "worden", "werkt", "werken", "maakt", "maken", "zorgt", "zorgen", "leert", "leren", "vindt", "vinden",
        "zoeken", "zoekt", "neemt", "nemen", "geeft", "geven", "staat", "staan", "zit", "zitten", "mocht", "hoeft",
        "hoeven",
        "weet", "ziet", "zien", "denkt", "voelt", "merkt", "drinkt", "drinken", "eet", "eten", "are", "can", "will",
        "have", "get", "help", "make", "do",
    ]

    /// Two sentences of it, at the joint that is nearest to the middle; nil where none is sure to make two good ones.
    /// - Parameter isVerb: whether a word is something that people do.
    func inTwo(_ isVerb: (CoachText.Word) -> Bool) -> String? {
        let middle = words.count / 2
        let joint = words.indices.dropFirst(6).dropLast(6).filter { place in
            Self.joints.contains(words[place].folded) && Self.openings.contains(words[place + 1].folded)
                && (Self.auxiliaries.contains(words[place + 2].folded) || isVerb(words[place + 2]))
                && !words[..<place].contains { Self.subordinate.contains($0.folded) }
        }
        .min { abs($0 - middle) < abs($1 - middle) }
        guard let joint else { return nil }
        let first = text[..<words[joint - 1].range.upperBound]
        let rest = text[words[joint + 1].range.lowerBound...]
        guard [first, rest].allSatisfy({ part in part.count { $0 == "(" } == part.count { $0 == ")" } }) else {
            return nil
        }
        return "\(first). \(rest.prefix(1).uppercased())\(rest.dropFirst())"
    }

    private static let turns: Set<String> = ["maar", "wel", "want", "but", "however"]

    /// The words that belong with one of them: as far as a colon, a comma between two that are no list, or *maar* on either side.
    func clause(around place: Int) -> Range<Int> {
        var begin = place
        while begin > 0, !breaks(before: begin) { begin -= 1 }
        var end = place + 1
        while end < words.count, !breaks(before: end) { end += 1 }
        return begin..<end
    }

    private func breaks(before place: Int) -> Bool {
        let between = text[words[place - 1].range.upperBound..<words[place].range.lowerBound]
        if between.contains(where: { ";:–—()|".contains($0) }) { return true }
        if Self.turns.contains(words[place].folded) { return true }
        if ["en", "and"].contains(words[place].folded), place + 2 < words.count {
            return Self.openings.contains(words[place + 1].folded)
                && Self.auxiliaries.contains(words[place + 2].folded)
        }
        guard between.contains(",") else { return false }
        let begin = stop(from: place, by: -1)
        // "Geen probleem, …" is no list.
        return place - begin > 2 && stop(from: place, by: 1) - place > 2
            || place - begin == 2 && ["geen", "no"].contains(words[begin].folded)
    }

    /// Where the piece between two commas ends.
    private func stop(from place: Int, by step: Int) -> Int {
        var at = place
        while at + step >= 0, at + step < words.count {
            let (left, right) = step > 0 ? (at, at + 1) : (at - 1, at)
            if at != place || step > 0, text[words[left].range.upperBound..<words[right].range.lowerBound].contains(",")
            {
                return step > 0 ? right : at
            }
            at += step
        }
        return step > 0 ? words.count : 0
    }
}
