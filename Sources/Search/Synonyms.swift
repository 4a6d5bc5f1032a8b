/// Words that mean the same at a centre: each group is found by any of its words.
package struct Synonyms: Sendable {
    private var groups: [[UInt8]: [[UInt8]]] = [:]

    package static let none = Synonyms(groups: [])

    /// - Parameter groups: words as people write them; of an entry of several words the first counts.
    package init(groups: [[String]]) {
        let stemmer = Stemmer(.dutch)
        for group in groups {
            let stems = group.compactMap { Words.all(in: $0, limit: 1).first }.map { stemmer.stem(Array($0.utf8)) }
            for stem in stems {
                for other in stems where other != stem && !(self.groups[stem]?.contains(other) ?? false) {
                    self.groups[stem, default: []].append(other)
                }
            }
        }
    }

    func others(than stem: [UInt8]) -> [[UInt8]] { groups[stem] ?? [] }
}
