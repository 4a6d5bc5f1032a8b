import Foundation
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// What a visitor asked of the vacancy board, as its address says: always the same address for the same question.
struct VacancyFilter {
    var question = VacancyQuestion()
    /// The map instead of the list.
    var isMap = false
    /// The words as they were typed: nothing is corrected.
    var isLiteral = false
    /// As asked; without it the best order for the question.
    var sort: VacancySearch.Order?
    /// What was typed as place, understood; nil when nothing was typed or nobody knows it.
    private(set) var found: Places.Place?
    /// Numbers that were typed and are none, by field: they find nothing, and stay to be corrected.
    private(set) var unread: [String: String] = [:]
    /// Answers of lists that no list has any more: leaving them out would find more than was asked.
    private(set) var outdated: [(name: String, slug: String)] = []
    /// Of the page: its small words say nothing.
    private let isEnglish: Bool

    init(_ visit: Visit) { self.init(visit.query, visit) }

    /// - Parameter query: from an address, or from the hidden fields of a form.
    init(_ query: FormData, _ visit: Visit) {
        isEnglish = visit.language == .en
        question.words = Self.typed(query.first("q"), most: 400)
        for (name, list) in FilterOptions.lists {
            let given = query.all(name)
            guard !given.isEmpty else { continue }
            let known = visit.services.taxonomy.entries(list).map(\.slug)
            let chosen = Self.chosen(given, among: known)
            if !chosen.isEmpty { question.chosen[list] = chosen }
            // Beside another answer of the list one that is gone only narrows; alone it would ask for everything.
            guard chosen.isEmpty else { continue }
            outdated += Set(given.prefix(100)).sorted().prefix(5).map { (name, Self.typed($0, most: 80)) }
        }
        question.municipalities = Self.named(query.all("gemeente"), known: visit.centre.municipalities)
        question.neighbourhoods = Self.named(query.all("buurt"), known: visit.centre.neighbourhoods)
        question.place = Self.typed(query.first("plaats"), most: 80)
        question.distance =
            query.first("afstand").flatMap { Int($0) }.flatMap { FilterOptions.distances.contains($0) ? $0 : nil }
            ?? VacancyQuestion.standardDistance
        question.addsFromHome = query.first("thuis") == "1"
        question.mapArea = Self.area(query.first("gebied"))
        question.age = number("leeftijd", 1...120, query)
        question.groupSize = number("samen", 2...200, query)
        question.isNew = query.first("nieuw") == "1"
        let begins = query.first("begint") ?? ""
        question.beginsSoon = begins == "snel"
        if !begins.isEmpty, begins != "snel" { outdated.append(("begint", Self.typed(begins, most: 80))) }
        isMap = query.first("weergave") == "kaart"
        isLiteral = query.first("letterlijk") == "1"
        sort = query.first("sort").flatMap(Self.order)
        found = question.found(in: visit.services.finder.places, at: visit.centre)
    }

    /// A question that was kept.
    init(_ question: VacancyQuestion, _ visit: Visit) {
        self.question = question
        isEnglish = visit.language == .en
        found = question.found(in: visit.services.finder.places, at: visit.centre)
    }

    /// Cut in letters and in bytes: one letter may carry thousands of signs.
    private static func typed(_ text: String?, most: Int) -> String {
        var typed = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(most)
        while typed.utf8.count > most * 4 { typed.removeLast() }
        return String(typed)
    }

    private mutating func number(_ field: String, _ range: ClosedRange<Int>, _ query: FormData) -> Int? {
        let typed = Self.typed(query.first(field), most: 20)
        guard !typed.isEmpty else { return nil }
        // `70 jaar`, `met z'n drieën`: the number in it.
        let said = typed.split { !$0.isLetter && !$0.isNumber }.compactMap { SentenceTable.number(String($0)) }
        if said.count == 1, range.contains(said[0]) { return said[0] }
        unread[field] = typed
        return nil
    }

    /// One that is gone since the address was kept stays: dropping it would find more than was asked.
    private static func named(_ given: [String], known: [String]) -> [String] {
        let given = given.prefix(100).map { typed($0, most: 80) }.filter { !$0.isEmpty }
        return known.filter(given.contains) + Set(given).subtracting(known).sorted().prefix(5)
    }

    /// `52.28,6.70,52.33,6.80`: south, west, north, east of a map. Nil for anything else.
    private static func area(_ text: String?) -> [Double]? {
        let edges = typed(text, most: 60).split(separator: ",").compactMap { Double($0) }
        guard edges.count == 4, edges.allSatisfy({ abs($0) <= 180 }), edges[0] < edges[2], edges[1] < edges[3] else {
            return nil
        }
        return edges.map { ($0 * 10_000).rounded() / 10_000 }
    }

    static func text(of area: [Double]) -> String { area.map { "\($0)" }.joined(separator: ",") }

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
        (question.words.isEmpty && !isEnglish ? [] : [.fit]) + [.newest] + (found == nil ? [] : [.distance])
    }

    var order: VacancySearch.Order {
        sort.flatMap { orders.contains($0) ? $0 : nil }
            ?? (!question.words.isEmpty ? .fit : found != nil ? .distance : isEnglish ? .fit : .newest)
    }

    var search: VacancySearch {
        var search = question.search(around: found)
        search.order = order
        search.isEnglish = isEnglish
        search.isLiteral = isLiteral
        search.isUnreadable = search.isUnreadable || !unread.isEmpty || !outdated.isEmpty
        return search
    }

    /// Nothing but an order.
    var isEmpty: Bool { question.isEmpty && unread.isEmpty && outdated.isEmpty }

    /// As pairs of an address.
    var pairs: [(String, String)] {
        var pairs: [(String, String)] = []
        if !question.words.isEmpty { pairs.append(("q", question.words)) }
        if isLiteral, !question.words.isEmpty { pairs.append(("letterlijk", "1")) }
        narrow(&pairs)
        show(&pairs)
        return pairs
    }

    /// How the answer is shown, for forms that ask something else.
    var shown: [(String, String)] {
        var pairs: [(String, String)] = []
        show(&pairs)
        return pairs
    }

    private func show(_ pairs: inout [(String, String)]) {
        if let sort { pairs.append(("sort", Self.name(of: sort))) }
        if isMap { pairs.append(("weergave", "kaart")) }
    }

    /// All but the words and the order.
    var narrowing: [(String, String)] {
        var pairs: [(String, String)] = []
        narrow(&pairs)
        return pairs
    }

    /// A page asks ten times: one array, no closures.
    private func narrow(_ pairs: inout [(String, String)]) {
        if !question.chosen.isEmpty {
            for (name, list) in FilterOptions.lists {
                for slug in question.chosen[list] ?? [] { pairs.append((name, slug)) }
            }
        }
        for (name, slug) in outdated { pairs.append((name, slug)) }
        for name in question.municipalities { pairs.append(("gemeente", name)) }
        for name in question.neighbourhoods { pairs.append(("buurt", name)) }
        if !question.place.isEmpty {
            pairs.append(("plaats", question.place))
            if question.distance != VacancyQuestion.standardDistance {
                pairs.append(("afstand", String(question.distance)))
            }
        }
        if question.addsFromHome { pairs.append(("thuis", "1")) }
        if let area = question.mapArea { pairs.append(("gebied", Self.text(of: area))) }
        if let age = typed("leeftijd", question.age) { pairs.append(("leeftijd", age)) }
        if let size = typed("samen", question.groupSize) { pairs.append(("samen", size)) }
        if question.isNew { pairs.append(("nieuw", "1")) }
        if question.beginsSoon { pairs.append(("begint", "snel")) }
    }

    /// A number as it stands in its field.
    func typed(_ field: String, _ number: Int?) -> String? { number.map { String($0) } ?? unread[field] }

    func address(_ path: String) -> String { Query.address(path, pairs) }

    func address(_ path: String, sortedBy order: VacancySearch.Order) -> String {
        var sorted = self
        sorted.sort = order
        return sorted.address(path)
    }

    typealias Part = VacancyQuestion.Part

    func without(_ part: Part) -> VacancyFilter {
        var rest = self
        switch part {
        case .words: (rest.question.words, rest.isLiteral) = ("", false)
        case .fromHome: rest.question.addsFromHome = false
        case .mapArea: rest.question.mapArea = nil
        case .age: (rest.question.age, rest.unread["leeftijd"]) = (nil, nil)
        case .group: (rest.question.groupSize, rest.unread["samen"]) = (nil, nil)
        case .isNew: rest.question.isNew = false
        case .beginsSoon: rest.question.beginsSoon = false
        case .municipality(let name): rest.question.municipalities.removeAll { $0 == name }
        case .neighbourhood(let name): rest.question.neighbourhoods.removeAll { $0 == name }
        case .place:
            (rest.question.place, rest.question.municipalities, rest.found) = ("", [], nil)
            rest.question.neighbourhoods = []
            rest.question.distance = VacancyQuestion.standardDistance
        case .answer(let list, let slug):
            rest.question.chosen[list] = rest.question.chosen[list]?.filter { $0 != slug }
            if rest.question.chosen[list]?.isEmpty ?? false { rest.question.chosen[list] = nil }
        case .list(let list): rest.question.chosen[list] = nil
        }
        return rest
    }

    /// The same question in other words.
    func asking(_ words: String) -> VacancyFilter {
        var other = self
        other.question.words = words
        return other
    }

    /// Neighbourhoods and municipalities that the centre no longer has.
    func gone(_ visit: Visit) -> [String] {
        question.neighbourhoods.filter { !visit.centre.neighbourhoods.contains($0) }
            + question.municipalities.filter { !visit.centre.municipalities.contains($0) } + outdated.map(\.slug)
    }

    /// The same question around another place.
    func at(_ place: String, _ visit: Visit) -> VacancyFilter {
        var other = self
        other.question.place = place
        other.found = other.question.found(in: visit.services.finder.places, at: visit.centre)
        return other
    }

    /// Its filters one by one, each with what people call it.
    func parts(_ visit: Visit) -> [(part: Part, name: String)] {
        question.parts(
            visit.t, visit.services.taxonomy, around: found, age: typed("leeftijd", question.age),
            size: typed("samen", question.groupSize))
    }

    func name(_ visit: Visit) -> String { question.name(visit.t, visit.services.taxonomy, around: found) }

    func circleName(_ visit: Visit) -> String { question.circleName(visit.t, around: found) }
}
