/// Whether what is said of a time is denied: *niet op zaterdag*, *maandag kan ik niet*, *not on Saturday*.
struct Negation {
    private let words: [String]

    private static let before: Set<String> = [
        "niet", "geen", "nooit", "behalve", "not", "no", "never", "except", "t", "cannot", "nicht", "kein", "keine",
        "keinen", "ausser",
        "nie", "pas", "sauf", "jamais",
    ]
    private static let after: Set<String> = ["niet", "nooit", "not", "t", "cannot", "nicht", "nie", "pas"]
    /// What may stand between.
    private static let between: Set<String> = [
        "op", "in", "de", "het", "een", "s", "om", "on", "at", "the", "in", "am", "an", "le", "la", "les", "l", "de",
        "kan", "lukt", "gaat",
        "werk", "ik", "dat", "me", "mij", "i", "can", "do", "don", "work", "ich", "kann", "geht", "es", "je", "ne",
        "peux",
    ]
    private static let farthest = 3

    init(_ words: [String]) { self.words = words }

    /// Widens the words from `first` to `last` by what denies them.
    func around(_ first: inout Int, _ last: inout Int) -> Bool {
        var place = first - 1
        while place >= 0, place >= first - Self.farthest {
            if Self.before.contains(words[place]) {
                first = place
                return true
            }
            guard Self.between.contains(words[place]) else { break }
            place -= 1
        }
        place = last + 1
        while place < words.count, place <= last + Self.farthest {
            if Self.after.contains(words[place]) {
                last = place
                return true
            }
            guard Self.between.contains(words[place]) else { break }
            place += 1
        }
        return false
    }
}
