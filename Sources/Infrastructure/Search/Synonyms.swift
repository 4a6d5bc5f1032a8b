/// Words that mean the same at a centre: who types one finds the others too.
package struct Synonyms: Sendable {
    /// A line of the table. Words of a group find each other; with `from`, those words find the group and not the other way.
    package struct Group: Sendable, Equatable {
        package var from: [String]
        package var words: [String]

        /// - Parameter line: `maatje buddy`, or `hospice > palliatief` for one direction.
        package init(line: String) {
            let sides = line.split(separator: ">", maxSplits: 1).map { Words.all(in: String($0), limit: 40) }
            from = sides.count == 2 ? sides[0] : []
            words = sides.last ?? []
        }
    }

    private var others: [[UInt8]: [[UInt8]]] = [:]
    /// All words of the table as people write them, with their stems.
    let words: [(word: [UInt8], stem: [UInt8])]

    package static let none = Synonyms(groups: [])

    package init(groups: [Group]) {
        let stemmer = Stemmer(.dutch)
        var words: [(word: [UInt8], stem: [UInt8])] = []
        func stems(_ list: [String]) -> [[UInt8]] {
            list.map { word in
                let stem = stemmer.stem(Array(word.utf8))
                words.append((Array(word.utf8), stem))
                return stem
            }
        }
        for group in groups {
            let (from, to) = (stems(group.from), stems(group.words))
            for stem in from.isEmpty ? to : from {
                for other in to where other != stem && !(others[stem]?.contains(other) ?? false) {
                    others[stem, default: []].append(other)
                }
            }
        }
        self.words = words
    }

    func others(than stem: [UInt8]) -> [[UInt8]] { others[stem] ?? [] }
}
