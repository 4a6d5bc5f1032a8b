import Foundation

/// What in a text of the candidate pool says who somebody is: people may say too much without meaning to.
package struct Revealing: Sendable {
    private let given: String
    private let family: Set<String>

    /// *Jan Bakker*, *Bakker, Jan*; a name of one word is all of somebody's name.
    package init(_ name: String) {
        let halves = name.split(separator: ",", maxSplits: 1).map(Self.words)
        let words = halves.count == 2 ? halves[1] + halves[0] : halves.first ?? []
        let surnames = words.count > 1 ? words.dropFirst() : words[...]
        given = words.count > 1 ? words.first?.key ?? "" : ""
        family = Set(surnames.map(\.key)).subtracting(Self.particles)
    }

    /// The piece that says it, as it was typed: an address, a number, her surname. *Jong* is somebody's name, *jong* what she is.
    package func piece(of typed: String, isName: Bool) -> String? {
        // Bold, circled and wide letters are letters: phones write them.
        let text = typed.precomposedStringWithCompatibilityMapping
        if let address = text.split(whereSeparator: \.isWhitespace).first(where: Self.isAddress) {
            return String(address)
        }
        let runs = text.split { !$0.isNumber && !" -/.()+".contains($0) }
        if let number = runs.first(where: { $0.filter(\.isNumber).count >= 8 }) {
            return number.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
        }
        // `06_1234_5678`, `06:12:…`: what begins as a telephone number, with other signs between.
        for run in text.split(whereSeparator: { !$0.isNumber && !" -/.()+_:,·".contains($0) })
        where run.filter(\.isNumber).count >= 9 && (run.first { $0.isNumber } == "0" || run.contains("+")) {
            return run.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
        }
        let words = Self.words(text)
        // `GerritNijhuis`
        if let whole = words.first(where: { word in
            !given.isEmpty && family.contains { $0.count > 2 && (word.key == given + $0 || word.key == $0 + given) }
        }) {
            return whole.typed
        }
        for (place, word) in words.enumerated() where family.contains(word.key) {
            let before = words[..<place].last { !Self.particles.contains($0.key) }?.key
            if isName || word.typed.first?.isUppercase == true
                || before.map({ $0 == given || Self.titles.contains($0) }) ?? false
                || Self.isCalled(words.map(\.key), place)
            {
                return word.typed
            }
        }
        return nil
    }

    /// `anna@mail.example`, `https://…`, `www.anna.nl`, `anna.nl`. A full stop without a space after it is none.
    private static func isAddress(_ word: Substring) -> Bool {
        let word = word.lowercased()
        return word.contains("@") || word.contains("://") || word.contains("www.")
            || word.contains(/[a-z0-9-]{2}\.(?:nl|be|com|org|eu)(?:[\/?#]|[^a-z0-9]*$)/)
    }

    private struct Word {
        let typed: String
        let key: String
    }

    private static func words(_ text: some StringProtocol) -> [Word] {
        text.split { !$0.isLetter }.map { Word(typed: String($0), key: Folding.fold(String($0))) }
    }

    /// Parts of surnames that are words of every sentence.
    private static let particles: Set<String> = [
        "van", "de", "der", "den", "het", "ter", "ten", "te", "in", "op", "aan", "von", "el", "al", "le", "la", "bij",
    ]

    /// *Ik heet zonneveld*, *mijn naam is de jong*, *zonneveld is mijn naam*.
    private static func isCalled(_ words: [String], _ place: Int) -> Bool {
        let before = words[..<place].filter { !particles.contains($0) }.suffix(2)
        let after = words[(place + 1)...].prefix(3)
        return before.last == "heet" || before.last == "naam" || Array(before) == ["naam", "is"]
            || Array(after) == ["is", "mijn", "naam"] || Array(after.prefix(2)) == ["heet", "ik"]
    }

    /// What comes before a surname, in capitals or not.
    private static let titles: Set<String> = [
        "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "familie", "fam",
    ]
}
