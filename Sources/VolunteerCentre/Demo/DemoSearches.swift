import Foundation

/// Searches such as visitors might make among generated vacancies: words of their texts and answers of the lists.
package struct DemoSearches {
    private let words: DemoWords
    private let taxonomy: Taxonomy

    package init(folder: String, taxonomy: Taxonomy) throws {
        words = try DemoWords(file: folder + "/words.json")
        self.taxonomy = taxonomy
    }

    /// Addresses, none twice, with one word or every third time two, an interest and how often.
    package func addresses(_ count: Int, seed: UInt64) -> [String] {
        var chance = SeededChance(seed: seed)
        var found: [String] = []
        var known: Set<String> = []
        while found.count < count {
            let first = words.fill(
                Self.templates[chance.below(Self.templates.count)], place: "", organisation: "", chance: &chance)
            let second =
                found.count % 3 == 0 ? "+" + words.fill("{nouns}", place: "", organisation: "", chance: &chance) : ""
            let interest = chance.pick(taxonomy.entries(.interest)).slug
            let engagement = chance.pick(taxonomy.entries(.engagement)).slug
            let text =
                (first + second).replacingOccurrences(of: " ", with: "+")
                .addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? ""
            let address = "/vacatures?q=\(text)&interesse=\(interest)&inzet=\(engagement)"
            if known.insert(address).inserted { found.append(address) }
        }
        return found
    }

    private static let templates = ["{compound}", "{noun}", "{nouns}", "{verb}", "{adjectiveE}"]
}
