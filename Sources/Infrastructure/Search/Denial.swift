/// What somebody does not want is not looked for: *geen honden*, *niet met kinderen*, *not in an office*.
enum Denial {
    /// Before what is denied itself.
    private static let none: Set<String> = [
        "geen", "kein", "keine", "keinen", "no", "without", "zonder", "ohne", "sans",
    ]
    /// Before a small word and what is denied.
    private static let not: Set<String> = ["niet", "not", "nicht", "pas"]
    private static let with: Set<String> = [
        "met", "in", "bij", "voor", "op", "naar", "with", "at", "for", "mit", "im", "bei", "avec", "de", "dans", "pour",
        "d",
    ]
    private static let articles: Set<String> = [
        "de", "het", "een", "the", "a", "an", "die", "der", "den", "dem", "einem", "einer", "la", "le", "les", "un",
        "une",
    ]

    /// Where the question goes on after something that is denied from this word on; nil when nothing is.
    static func end(of words: [[UInt8]], from place: Int, isSaid: ([UInt8]) -> Bool) -> Int? {
        func word(_ place: Int) -> String {
            words.indices.contains(place) ? String(decoding: words[place], as: UTF8.self) : ""
        }
        var next = place + 1
        if not.contains(word(place)), with.contains(word(next)) {
            next += 1
        } else if !none.contains(word(place)) {
            return nil
        }
        if articles.contains(word(next)) { next += 1 }
        return words.indices.contains(next) && isSaid(words[next]) ? next + 1 : nil
    }
}
