/// What a Dutch compound is made of: *buurthulp* is *buurt* and *hulp*. Stemming does not tell.
///
/// The fewest parts win, then the longest shortest part; between parts may stand s, e, en, er or n.
package struct CompoundSplitter: Sendable {
    /// Shorter words are hardly ever compounds worth taking apart.
    private static let shortest = 7
    private static let shortestPart = 3
    private static let most = 4
    private static let links: [[UInt8]] = ["", "s", "e", "en", "n", "er"].map { Array($0.utf8) }

    private let words: WordList
    private let whole: Set<[UInt8]>

    /// - Parameter whole: words that look like a compound and are none, such as *vrijwilliger*.
    package init(words: WordList, whole: Set<String> = []) {
        self.words = words
        self.whole = Set(whole.map { Array($0.utf8) })
    }

    /// Whether the language has the word.
    func knows(_ word: [UInt8]) -> Bool { words.contains(word[...]) }

    /// The parts in their order; empty for a word that is no compound.
    package func parts(of word: [UInt8]) -> [[UInt8]] {
        guard word.count >= Self.shortest, !whole.contains(word) else { return [] }
        guard let best = split(word[...], least: Self.shortestPart, depth: 1), best.count > 1 else { return [] }
        // A word of the language itself is taken apart only into parts that can hardly be chance: *buschauffeur*, not *kin-deren*.
        let sizes = best.map(\.count)
        let isChance = (sizes.min() ?? 0) < 4 && (sizes.max() ?? 0) < 6
        return words.contains(word[...]) && isChance ? [] : best.map { Array($0) }
    }

    private func split(_ rest: ArraySlice<UInt8>, least: Int, depth: Int) -> [ArraySlice<UInt8>]? {
        var best: [ArraySlice<UInt8>]? = depth > 1 && rest.count >= least && words.contains(rest) ? [rest] : nil
        if best != nil || depth == Self.most { return best }
        var end = rest.endIndex - least
        while end >= rest.startIndex + least {
            let head = rest[rest.startIndex..<end]
            if words.contains(head) {
                for link in Self.links where rest[end...].starts(with: link) {
                    guard let tail = split(rest[(end + link.count)...], least: least, depth: depth + 1) else {
                        continue
                    }
                    let parts = [head] + tail
                    if best.map({ Self.isBetter(parts, than: $0) }) ?? true { best = parts }
                }
            }
            end -= 1
        }
        return best
    }

    private static func isBetter(_ parts: [ArraySlice<UInt8>], than others: [ArraySlice<UInt8>]) -> Bool {
        if parts.count != others.count { return parts.count < others.count }
        return (parts.map(\.count).min() ?? 0) > (others.map(\.count).min() ?? 0)
    }
}
