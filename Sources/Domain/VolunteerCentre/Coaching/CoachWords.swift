import Foundation

/// What the coach looks for, from `Resources/Data/coach.txt`.
package struct CoachWords: Sendable {
    /// Words that follow each other; each whole, or a part of one.
    struct Phrase: Sendable {
        private enum Fit { case whole, beginning, end, part, any }

        private let parts: [(word: String, fit: Fit)]
        var count: Int { parts.count }

        init(_ text: Substring) {
            parts = text.split(separator: " ").flatMap { piece -> [(word: String, fit: Fit)] in
                if piece == "_" { return [("", .any)] }
                let fit: Fit =
                    switch (piece.hasPrefix("*"), piece.hasSuffix("*")) {
                    case (true, true): .part
                    case (true, false): .end
                    case (false, true): .beginning
                    case (false, false): .whole
                    }
                let words = CoachText.words(of: String(piece)).map(\.folded)
                return words.enumerated().map { ($1, $0 == words.count - 1 ? fit : .whole) }
            }
        }

        private static func fits(_ word: String, _ part: (word: String, fit: Fit)) -> Bool {
            switch part.fit {
            case .whole: word == part.word
            case .beginning: word.hasPrefix(part.word)
            case .end: word.hasSuffix(part.word)
            case .part: word.contains(part.word)
            case .any: true
            }
        }

        /// Where it stands in these words.
        func places(in words: [CoachText.Word]) -> [Range<Int>] {
            guard !parts.isEmpty, words.count >= parts.count else { return [] }
            return (0...words.count - parts.count).filter { start in
                zip(words[start...], parts).allSatisfy { Self.fits($0.folded, $1) }
            }
            .map { $0..<$0 + parts.count }
        }
    }

    let phrases: [String: [Phrase]]
    /// What takes back what follows it, and what takes back what stands around it.
    let (no, not): (Set<String>, Set<String>)
    let hard: [(phrase: Phrase, plain: String)]

    package init(file: String) throws {
        var phrases: [String: [Phrase]] = [:]
        var (no, not): (Set<String>, Set<String>) = ([], [])
        var hard: [(Phrase, String)] = []
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let (name, rest) = (String(line[..<colon]), line[line.index(after: colon)...])
            switch name {
            case "hard":
                let sides = rest.split(separator: ">", maxSplits: 1)
                guard sides.count == 2 else { continue }
                hard.append((Phrase(sides[0]), sides[1].trimmingCharacters(in: .whitespaces)))
            case "no": no = Set(Self.pieces(rest).map { Folding.fold(String($0)) })
            case "not": not = Set(Self.pieces(rest).map { Folding.fold(String($0)) })
            default: phrases[name] = Self.pieces(rest).map { Phrase($0) }
            }
        }
        // The longest first: "communicatieve vaardigheden" before "communicatief".
        self.hard = hard.sorted { $0.0.count > $1.0.count }
        (self.phrases, self.no, self.not) = (phrases, no, not)
    }

    /// Words, and phrases between quotation marks.
    private static func pieces(_ text: Substring) -> [Substring] {
        var (pieces, isPhrase): ([Substring], Bool) = ([], false)
        for part in text.split(separator: "\"", omittingEmptySubsequences: false) {
            pieces += isPhrase ? [part] : part.split(separator: " ")
            isPhrase.toggle()
        }
        return pieces
    }
}
