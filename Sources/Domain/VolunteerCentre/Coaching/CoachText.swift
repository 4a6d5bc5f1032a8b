import Foundation

/// A text as the coach reads it: sentences of words.
struct CoachText: Sendable {
    struct Word: Sendable {
        /// Without capitals and accents.
        let folded: String
        let range: Range<String.Index>
    }

    struct Line: Sendable {
        let text: String
        let words: [Word]

        init(_ text: String) {
            self.text = text
            words = CoachText.words(of: text)
        }
    }

    let sentences: [Line]

    init(_ text: String) { sentences = Self.split(text).map(Line.init) }

    /// Letters and digits that stand together; a dash within a word belongs to it, and an address is one word that says nothing.
    static func words(of text: String) -> [Word] {
        var (words, rest): ([Word], Substring) = ([], text[...])
        let mayHoldAddress = text.contains("@") || text.contains("www.") || text.contains("://")
        while mayHoldAddress,
            let found = rest.firstMatch(of: /[^\s<>()"]+@[^\s<>()"]+|(?:https?:\/\/|www\.)[^\s<>()"]+/)
        {
            words += self.words(of: text, in: rest.startIndex..<found.range.lowerBound)
            words.append(Word(folded: "@", range: found.range))
            rest = text[found.range.upperBound...]
        }
        return words + self.words(of: text, in: rest.startIndex..<text.endIndex)
    }

    private static func words(of text: String, in part: Range<String.Index>) -> [Word] {
        var words: [Word] = []
        var start: String.Index?
        func end(at index: String.Index) {
            guard let begin = start else { return }
            start = nil
            let folded = Folding.fold(String(text[begin..<index]))
            if !folded.isEmpty { words.append(Word(folded: folded, range: begin..<index)) }
        }
        for index in text[part].indices {
            let character = text[index]
            if character.isLetter || character.isNumber {
                if start == nil { start = index }
            } else if start != nil {
                let next = text.index(after: index)
                let joins = "-'’.,".contains(character) && next < part.upperBound
                // A dash between letters, a point or comma between digits: 7,50 and 10.30 are one word.
                let before = text[text.index(before: index)]
                let isInside =
                    joins
                    && (character == "-" || character == "'" || character == "’"
                        ? text[next].isLetter && before.isLetter : text[next].isNumber && before.isNumber)
                if !isInside { end(at: index) }
            }
        }
        end(at: part.upperBound)
        return words
    }

    /// Abbreviations after which a sentence goes on.
    private static let short: Set<String> = [
        "bijv", "bv", "ca", "circa", "o.a", "oa", "d.w.z", "dwz", "m.b.t", "mbt", "i.v.m", "ivm", "t.b.v", "tbv",
        "m.b.v", "t/m", "t.a.v", "i.c.m", "a.d.h.v", "i.o.m", "z.s.m", "a.u.b", "aub", "evt", "incl", "excl", "max",
        "min", "gem", "nr", "tel", "dhr", "mevr", "mw", "mr", "dr", "ds", "ir", "ing", "drs", "prof", "st", "resp",
        "vgl", "p.w", "p.m", "p.p", "ma", "di", "wo", "do", "vr", "za", "zo", "jan", "feb", "mrt", "apr", "jun", "jul",
        "aug", "sept", "sep", "okt", "nov", "dec", "afd", "art", "blz", "pag", "m.i.v", "n.a.v", "o.l.v", "t.o.v",
        "e.g", "i.e", "approx", "a.s", "v.d", "o.l", "ong", "binnenk", "zgn",
    ]
    /// Those with which a sentence may end as well.
    private static let closing: Set<String> = ["enz", "etc", "e.d", "e.a", "p.w", "p.m", "p.p", "u"]
    /// Those that are names or words as well: before a capital they end one.
    private static let words: Set<String> = ["jan", "max", "zo", "min"]
    /// A letter behind these is no initial.
    private static let kinds: Set<String> = [
        "groep", "niveau", "rijbewijs", "klas", "zaal", "blok", "type", "plan", "gebouw", "lokaal", "vitamine", "poule",
    ]

    /// A line ends a sentence, with a full stop or without: what stands on lines of its own is a list, and so is what is kept apart on
    /// one line by bars, or by two dashes or more.
    static func split(_ text: String) -> [String] {
        text.split(whereSeparator: { $0.isNewline || "•|".contains($0) }).flatMap { line -> [String] in
            let dashed = String(line).replacing(" – ", with: " - ").components(separatedBy: " - ")
            return (dashed.count > 2 ? dashed : [String(line)]).flatMap(lineSentences)
        }
    }

    private static func lineSentences(_ line: String) -> [String] {
        let line = line.trimmingCharacters(in: CharacterSet(charactersIn: " \t-–—*·▪>✓✔➢"))
        var (sentences, start): ([String], String.Index) = ([], line.startIndex)
        var index = line.startIndex
        while index < line.endIndex {
            let character = line[index]
            var next = line.index(after: index)
            guard ".!?…".contains(character) else {
                index = next
                continue
            }
            // All that closes it: more marks, quotation marks, brackets.
            while next < line.endIndex, ".!?…\"”’')»".contains(line[next]) { next = line.index(after: next) }
            if isEnd(line, at: index, next) {
                sentences.append(String(line[start..<next]))
                start = next
            }
            index = next
        }
        sentences.append(String(line[start...]))
        return sentences.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    private static func isEnd(_ line: String, at mark: String.Index, _ next: String.Index) -> Bool {
        guard next < line.endIndex else { return true }
        guard line[next].isWhitespace else { return false }
        guard let following = line[next...].first(where: { !$0.isWhitespace }) else { return true }
        let before = line[..<mark]
        let beginsAnew = !following.isLowercase
        // Two points end a sentence of who never writes a capital; after three one may go on.
        let points = line[mark...].prefix { $0 == "." }.count
        guard line[mark] == ".", points == 1 else { return beginsAnew || points == 2 }
        let word = String(before.trailing { !$0.isWhitespace && $0 != "(" }).lowercased()
        if closing.contains(word) { return beginsAnew }
        if short.contains(word) { return words.contains(word) && following.isUppercase }
        // An initial, or the number of an item.
        let earlier = before.split(whereSeparator: \.isWhitespace).dropLast().last.map { $0.lowercased() } ?? ""
        if kinds.contains(earlier) { return beginsAnew }
        if word.split(separator: ".").allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) { return false }
        if word.allSatisfy(\.isNumber), before.allSatisfy({ $0.isNumber || $0.isWhitespace }) { return false }
        return beginsAnew || word.count > 3 && !word.contains(".")
    }
}

extension Substring {
    /// The longest end of which every character is so.
    fileprivate func trailing(_ isSo: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !isSo($0) }) else { return self }
        return self[index(after: last)...]
    }
}
