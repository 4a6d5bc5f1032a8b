import Foundation
import Localisation
import VolunteerCentre
import Web

/// What a visitor asked of the vacancy board, as its address says: always the same address for the same question.
struct VacancyFilter {
    var words = ""
    var interests: [String] = []
    var engagements: [String] = []
    var municipalities: [String] = []

    init(_ visit: Visit) {
        let query = visit.query
        words = String(
            (query.first("q") ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(400))
        interests = Self.chosen(query.all("interesse"), among: Self.slugs(.interest, visit))
        engagements = Self.chosen(query.all("inzet"), among: Self.slugs(.engagement, visit))
        municipalities = Self.chosen(query.all("gemeente"), among: visit.centre.municipalities)
    }

    private static func slugs(_ list: Taxonomy.List, _ visit: Visit) -> [String] {
        visit.services.taxonomy.entries(list).map(\.slug)
    }

    private static func chosen(_ given: [String], among known: [String]) -> [String] {
        let given = Set(given.prefix(100))
        return known.filter(given.contains)
    }

    var search: VacancyQueries.Search {
        .init(
            words: Folding.words(words), interests: interests, engagements: engagements,
            municipalities: municipalities)
    }

    var isEmpty: Bool { pairs.isEmpty }

    /// As pairs of an address.
    var pairs: [(String, String)] { (words.isEmpty ? [] : [("q", words)]) + chosen }

    /// All but the words.
    var chosen: [(String, String)] {
        interests.map { ("interesse", $0) } + engagements.map { ("inzet", $0) }
            + municipalities.map { ("gemeente", $0) }
    }

    func address(_ path: String, without left: (String, String)? = nil) -> String {
        let rest = pairs.filter { pair in left.map { pair != $0 } ?? true }
        return path + (rest.isEmpty ? "" : "?" + Query.encode(rest))
    }
}
