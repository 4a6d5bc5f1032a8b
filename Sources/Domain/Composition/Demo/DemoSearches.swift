import Foundation
package import VolunteerCentre

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
        searches(count, seed: seed).map { search in
            let text =
                search.words.replacingOccurrences(of: " ", with: "+")
                .addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? ""
            let (interest, engagement) = (
                search.chosen[.interest]?.first ?? "", search.chosen[.engagement]?.first ?? ""
            )
            return "/vacatures?q=\(text)&interesse=\(interest)&inzet=\(engagement)"
        }
    }

    /// The same as questions.
    package func searches(_ count: Int, seed: UInt64) -> [VacancySearch] {
        var chance = SeededChance(seed: seed)
        var found: [VacancySearch] = []
        while found.count < count {
            let first = words.fill(
                Self.templates[chance.below(Self.templates.count)], place: "", organisation: "", chance: &chance)
            let second =
                found.count % 3 == 0 ? " " + words.fill("{nouns}", place: "", organisation: "", chance: &chance) : ""
            var search = VacancySearch()
            search.words = first + second
            search.chosen = [
                .interest: [chance.pick(taxonomy.entries(.interest)).slug],
                .engagement: [chance.pick(taxonomy.entries(.engagement)).slug],
            ]
            if !found.contains(search) { found.append(search) }
        }
        return found
    }

    private static let templates = ["{compound}", "{noun}", "{nouns}", "{verb}", "{adjectiveE}"]
}
