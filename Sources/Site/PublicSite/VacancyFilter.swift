import Foundation
import Localisation
import VolunteerCentre
import Web

/// What a visitor asked of the vacancy board, as its address says: always the same address for the same question.
struct VacancyFilter {
    /// The closed questions with their names in the address, in the order of the page.
    static let lists: [(name: String, list: Taxonomy.List)] = [
        ("interesse", .interest), ("inzet", .engagement), ("dagdeel", .daypart), ("activiteit", .activity),
        ("doelgroep", .target), ("aanbod", .support), ("taal", .languageLevel),
    ]
    static let distances = [2, 5, 10, 15, 25, 50]
    static let standardDistance = 10

    var words = ""
    var chosen: [Taxonomy.List: [String]] = [:]
    var municipalities: [String] = []
    /// As typed: a postcode or the name of a place.
    var place = ""
    var distance = standardDistance
    var addsFromHome = false
    /// As asked; without it the best order for the question.
    var sort: VacancySearch.Order?
    /// What was typed as place, understood; nil when nothing was typed or nobody knows it.
    private(set) var found: Places.Place?

    init(_ visit: Visit) {
        let query = visit.query
        words = Self.typed(query.first("q"), most: 400)
        for (name, list) in Self.lists {
            let given = Self.chosen(query.all(name), among: visit.services.taxonomy.entries(list).map(\.slug))
            if !given.isEmpty { chosen[list] = given }
        }
        municipalities = Self.chosen(query.all("gemeente"), among: visit.centre.municipalities)
        place = Self.typed(query.first("plaats"), most: 80)
        distance =
            query.first("afstand").flatMap { Int($0) }.flatMap { Self.distances.contains($0) ? $0 : nil }
            ?? Self.standardDistance
        addsFromHome = query.first("thuis") == "1"
        sort = query.first("sort").flatMap(Self.order)
        if !place.isEmpty {
            found = visit.services.finder.places.find(
                place, country: visit.centre.country, near: visit.centre.municipalities)
        }
    }

    private static func typed(_ text: String?, most: Int) -> String {
        String((text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(most))
    }

    private static func chosen(_ given: [String], among known: [String]) -> [String] {
        let given = Set(given.prefix(100))
        return known.filter(given.contains)
    }

    private static func order(_ name: String) -> VacancySearch.Order? {
        VacancySearch.Order.allCases.first { Self.name(of: $0) == name }
    }

    static func name(of order: VacancySearch.Order) -> String {
        switch order {
        case .fit: "past"
        case .distance: "afstand"
        case .newest: "nieuw"
        }
    }

    /// The orders that make sense for this question.
    var orders: [VacancySearch.Order] {
        (words.isEmpty ? [] : [.fit]) + [.newest] + (found == nil ? [] : [.distance])
    }

    var order: VacancySearch.Order {
        sort.flatMap { orders.contains($0) ? $0 : nil } ?? (words.isEmpty ? found == nil ? .newest : .distance : .fit)
    }

    var search: VacancySearch {
        var search = VacancySearch()
        search.words = words
        search.chosen = chosen
        search.municipalities = municipalities
        search.circle = found.map { .init(place: $0, kilometres: distance) }
        search.addsFromHome = addsFromHome
        search.order = order
        return search
    }

    /// Nothing but an order.
    var isEmpty: Bool { pairs.allSatisfy { $0.0 == "sort" } }

    /// As pairs of an address.
    var pairs: [(String, String)] {
        (words.isEmpty ? [] : [("q", words)]) + narrowing
            + (sort.map { [("sort", Self.name(of: $0))] } ?? [])
    }

    /// All but the words and the order.
    var narrowing: [(String, String)] {
        Self.lists.flatMap { name, list in (chosen[list] ?? []).map { (name, $0) } }
            + municipalities.map { ("gemeente", $0) }
            + (place.isEmpty
                ? [] : [("plaats", place)] + (distance == Self.standardDistance ? [] : [("afstand", String(distance))]))
            + (addsFromHome ? [("thuis", "1")] : [])
    }

    func address(_ path: String, sortedBy order: VacancySearch.Order? = nil) -> String {
        var pairs = pairs
        if let order { pairs = pairs.filter { $0.0 != "sort" } + [("sort", Self.name(of: order))] }
        return path + (pairs.isEmpty ? "" : "?" + Query.encode(pairs))
    }

    /// What can be left out of a question.
    enum Part {
        case words, fromHome
        case municipality(String)
        case place
        case answer(Taxonomy.List, String)
        case list(Taxonomy.List)
    }

    func without(_ part: Part) -> VacancyFilter {
        var rest = self
        switch part {
        case .words: rest.words = ""
        case .fromHome: rest.addsFromHome = false
        case .municipality(let name): rest.municipalities.removeAll { $0 == name }
        case .place: (rest.place, rest.found, rest.distance, rest.municipalities) = ("", nil, Self.standardDistance, [])
        case .answer(let list, let slug):
            rest.chosen[list] = rest.chosen[list]?.filter { $0 != slug }
            if rest.chosen[list]?.isEmpty ?? false { rest.chosen[list] = nil }
        case .list(let list): rest.chosen[list] = nil
        }
        return rest
    }

    /// Its filters one by one, each with what people call it.
    func parts(_ visit: Visit) -> [(part: Part, name: String)] {
        var parts: [(Part, String)] = []
        for (_, list) in Self.lists {
            for slug in chosen[list] ?? [] { parts.append((.answer(list, slug), visit.label(list, slug))) }
        }
        parts += municipalities.map { (.municipality($0), $0) }
        if !place.isEmpty { parts.append((.place, circleName(visit))) }
        if addsFromHome { parts.append((.fromHome, visit.t("Also from home"))) }
        return parts
    }

    func circleName(_ visit: Visit) -> String {
        found.map { place in
            visit.t("{distance} km around {place}", ["distance": String(distance), "place": place.name])
        } ?? place
    }
}
