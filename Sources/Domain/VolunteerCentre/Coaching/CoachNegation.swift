extension CoachWords {
    /// Behind these "not" denies nothing: *niet alleen een diploma, maar ook …*
    private static let only: Set<String> = ["alleen", "enkel", "slechts", "only", "just"]
    /// A clause with one of these says something of its own: what stood before the comma denies it no more.
    private static let ownVerbs: Set<String> = [
        "is", "zijn", "heb", "hebt", "heeft", "moet", "moeten", "vragen", "verwachten", "vereist", "wel", "maar", "are",
        "must", "need",
    ]

    /// Whether what stands here is said not to be needed: *geen diploma of cv nodig*, *een cv is bij ons niet belangrijk*, *een
    /// diploma? Niet nodig!* Who cannot take part without it is asked for it all the same.
    func isTakenBack(_ hit: Range<Int>, of sentence: CoachText.Line, _ next: CoachText.Line?) -> Bool {
        let folded = sentence.words.map(\.folded)
        let clause = sentence.clause(around: hit.lowerBound)
        let denied = clause.contains { place in
            !hit.contains(place) && not.contains(folded[place])
                && !(place + 1 < folded.count && Self.only.contains(folded[place + 1]))
        }
        let before = folded[clause.lowerBound..<hit.lowerBound]
        if before.contains("zonder") || before.contains("without") {
            return !denied && !folded[hit.upperBound..<clause.upperBound].contains("geen")
        }
        if denied || before.contains(where: no.contains) { return true }
        let own = folded[clause]
        if !own.contains(where: Self.ownVerbs.contains) {
            let earlier = folded[..<clause.lowerBound].reversed().prefix { !Self.ownVerbs.contains($0) }
            if earlier.contains(where: no.contains) { return true }
        }
        guard sentence.text.contains("?"), let next else { return false }
        return next.words.prefix(3).contains { no.contains($0.folded) || not.contains($0.folded) }
    }
}
