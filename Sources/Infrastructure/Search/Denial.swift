/// What somebody does not want is not looked for, and what says it comes last: *geen honden*, *niet koken*, *niet met kinderen*, *not in an
/// office*.
enum Denial {
    /// Before what is denied itself.
    private static let none: Set<String> = [
        "geen", "kein", "keine", "keinen", "no", "without", "zonder", "ohne", "sans", "behalve", "except", "ausser",
        "sauf",
    ]
    /// Before a small word and what is denied.
    private static let not: Set<String> = ["niet", "not", "nicht", "pas", "t"]
    private static let with: Set<String> = [
        "met", "in", "bij", "voor", "op", "naar", "van", "with", "at", "for", "mit", "im", "bei", "avec", "de", "dans",
        "pour",
        "d",
    ]
    private static let french: Set<String> = ["de", "d", "avec", "dans", "pour", "trop", "plus", "le", "la", "les"]
    private static let articles: Set<String> = [
        "de", "het", "een", "the", "a", "an", "die", "der", "den", "dem", "einem", "einer", "la", "le", "les", "un",
        "une",
    ]

    /// Between: *niet meer sjouwen*, *niet zo graag koken*, *I don't want to work with children*.
    private static let degrees: Set<String> = [
        "meer", "zo", "te", "graag", "echt", "any", "much", "too", "mehr", "zu", "so", "plus", "want", "to",
        "work",
        "help",
        "like", "wil", "willen", "werken", "helpen",
    ]

    /// The word that is denied from this one on; nil when nothing is.
    static func denied(by words: [[UInt8]], from place: Int, isSaid: ([UInt8]) -> Bool) -> Int? {
        func word(_ place: Int) -> String {
            words.indices.contains(place) ? String(decoding: words[place], as: UTF8.self) : ""
        }
        guard not.contains(word(place)) || none.contains(word(place)) else { return nil }
        // *Pas op kinderen* is Dutch, and looks after them.
        if word(place) == "pas", !french.contains(word(place + 1)) { return nil }
        var next = place + 1
        while degrees.contains(word(next)), next < place + 5 { next += 1 }
        if with.contains(word(next)) { next += 1 }
        if articles.contains(word(next)) { next += 1 }
        return words.indices.contains(next) && isSaid(words[next]) ? next : nil
    }
}
