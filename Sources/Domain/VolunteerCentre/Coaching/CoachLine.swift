extension CoachText.Line {
    /// A word with one capital, not the first of its sentence.
    func isName(_ place: Int) -> Bool {
        let word = text[words[place].range]
        return place > 0 && word.count > 1 && word.first?.isUppercase == true
            && word.dropFirst().contains(where: \.isLowercase)
    }

    func text(of place: Range<Int>) -> String {
        String(text[words[place.lowerBound].range.lowerBound..<words[place.upperBound - 1].range.upperBound])
    }

    /// A part of a name: a capital where none belongs, or before another one; or between quotation marks.
    func isNamed(_ place: Range<Int>) -> Bool {
        let first = words[place.lowerBound].range
        guard text[first].first?.isUppercase == true else { return isQuoted(first.lowerBound) }
        if place.lowerBound > 0 { return isName(place.lowerBound) || isQuoted(first.lowerBound) }
        return place.upperBound < words.count && isName(place.upperBound)
    }

    private func isQuoted(_ index: String.Index) -> Bool {
        let before = text[..<index]
        let opened = before.lastIndex { "“„«".contains($0) }
        let closed = before.lastIndex { "”»".contains($0) }
        return opened.map { open in closed.map { $0 < open } ?? true } ?? (before.count { $0 == "\"" } % 2 == 1)
    }

    /// Nine to twelve digits behind a nought or a plus, however they are grouped; a date with a time and a bank account are none.
    var hasTelephone: Bool {
        guard text.count(where: \.isNumber) >= 9 else { return false }
        let rest = text.replacing(/\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,}/, with: "")
            .replacing(/\b\d{1,2}[-\/.]\d{1,2}[-\/.]\d{2,4}\b/, with: "…")
        return rest.contains(/(?:\+|\b0)\d?(?:[ \-.\/()]{0,2}\d){8,11}\b/)
    }

    /// Where these stand before it, a word with a capital is a place.
    private static let whereabouts: Set<String> = ["in", "te", "uit", "naar", "rond", "vanuit", "stichting", "wijk"]

    /// Somebody, not a place.
    var hasName: Bool {
        words.indices.contains { place in
            isName(place) && !Self.whereabouts.contains(words[place - 1].folded)
                && (words[place - 1].folded != "van" || place < 2
                    || Self.havingNames.contains(words[place - 2].folded))
        }
    }

    /// "Het nummer van Henk" is a person, "de geschiedenis van Borne" is not.
    private static let havingNames: Set<String> = ["nummer", "mailadres", "adres", "hulp", "begeleiding", "leiding"]
}
