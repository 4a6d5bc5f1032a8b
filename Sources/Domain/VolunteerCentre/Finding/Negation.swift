/// Whether what is said of a time is denied: *niet op zaterdag*, *maandag kan ik niet*, *not on Saturday*.
struct Negation {
    let words: [String]
    /// The words after which a part of the sentence ends: a comma, a full stop.
    let ends: Set<Int>

    private static let before: Set<String> = [
        "niet", "geen", "nooit", "behalve", "not", "no", "never", "except", "t", "cannot", "nicht", "kein", "keine",
        "keinen", "ausser",
        "nie", "pas", "sauf", "jamais",
    ]
    private static let after: Set<String> = ["niet", "nooit", "not", "t", "cannot", "nicht", "nie", "pas"]
    /// What may stand between.
    private static let between: Set<String> = [
        "op", "in", "de", "het", "een", "s", "om", "on", "at", "the", "in", "am", "an", "le", "la", "les", "l", "de",
    ]
    /// Who says that she can or cannot: it is said of the time that stands before.
    private static let able: Set<String> = [
        "kan", "wil", "mag", "hoef", "want", "will", "veux", "mochte", "lukt", "gaat", "werk", "ik", "dat", "me",
        "mij", "i", "can", "do", "don", "work", "ich", "kann", "geht",
        "es", "je", "ne", "peux",
    ]
    /// After these something else begins.
    private static let joining: Set<String> = [
        "maar", "en", "of", "want", "wel", "dus", "omdat", "but", "and", "or", "because", "aber", "und", "oder", "mais",
        "et", "ou",
    ]
    /// What somebody does not do then: *op zaterdag niet werken*.
    private static let doing: Set<String> = [
        "werken", "komen", "helpen", "kunnen", "beschikbaar", "thuis", "vrij", "work", "come", "help", "available",
        "free",
        "arbeiten", "kommen", "helfen", "travailler", "venir", "aider", "disponible",
    ]
    private static let farthest = 3

    /// Widens the words from `first` to `last` by what denies them.
    func around(_ first: inout Int, _ last: inout Int) -> Bool {
        if let place = denial(before: first) {
            first = place
            return true
        }
        if let place = denial(after: last) {
            last = place
            return true
        }
        return false
    }

    private func denial(before first: Int) -> Int? {
        for place in stride(from: first - 1, through: max(0, first - Self.farthest), by: -1) {
            if ends.contains(place) { return nil }
            if Self.before.contains(words[place]) { return place }
            guard Self.between.contains(words[place]) || Self.able.contains(words[place]) else { return nil }
        }
        return nil
    }

    /// *Maandag kan ik niet*, *zaterdag niet*; but *woensdag niet te vroeg* and *woensdag, niet ver weg* say nothing against Wednesday.
    private func denial(after last: Int) -> Int? {
        var isAble = false
        for place in last + 1..<max(last + 1, min(words.count, last + 1 + Self.farthest)) {
            if ends.contains(place - 1) { return nil }
            if Self.after.contains(words[place]) { return isAble || isLast(place) ? place : nil }
            isAble = isAble || Self.able.contains(words[place])
            guard isAble || Self.between.contains(words[place]) else { return nil }
        }
        return nil
    }

    private func isLast(_ place: Int) -> Bool {
        guard place < words.count - 1, !ends.contains(place) else { return true }
        return Self.joining.contains(words[place + 1]) || Self.doing.contains(words[place + 1])
    }

    /// Whether what begins here is denied: *niet in Borne* asks for no circle around Borne.
    func denies(from place: Int) -> Bool { denial(before: place) != nil }
}
