package import SQL
import Search
package import Time

/// What somebody asks of the vacancies of a centre.
package struct VacancySearch: Sendable, Equatable {
    package enum Order: String, Sendable, CaseIterable { case fit, distance, newest }

    package struct Circle: Sendable, Equatable {
        package let place: Places.Place
        package let kilometres: Int
    }

    package var words = ""
    /// The small words of the question are English ones.
    package var isEnglish = false
    /// The words as they were typed, without correction.
    package var isLiteral = false
    /// Chosen slugs per list of the taxonomy.
    package var chosen: [Taxonomy.List: [String]] = [:]
    package var municipalities: [String] = []
    package var neighbourhoods: [String] = []
    package var circle: Circle?
    /// What a map showed: south, west, north and east in degrees.
    package var mapArea: [Double]?
    /// With a municipality or a circle: also what is done from home.
    package var addsFromHome = false
    package var age: Int?
    /// With so many together.
    package var groupSize: Int?
    /// Published within these days.
    package var withinDays: Int?
    /// Begins within these days, or at any time.
    package var beginsWithin: Int?
    package var organisation: ID<Organisation>?
    package var order = Order.fit
    /// Something was asked that nobody understands: finding everything instead would be a lie.
    package var isUnreadable = false

    package init() {}
}

/// What was found: one page, how many in all, and what each other choice would find.
package struct FoundVacancies: Sendable {
    package let cards: Paged<VacancyCard>
    private let areas: Areas
    private let areaCounts: [UInt32]
    /// What leaving out one part of the question would find: per list, `nil` for the place. Empty when something was found.
    package let without: [(list: Taxonomy.List?, total: Int)]
    private let lists: SearchLists
    private let counts: [UInt32]
    /// Words that no vacancy has and what was looked for instead, as typed and as meant.
    package let corrections: [(typed: String, meant: String, isTranslation: Bool)]
    /// Words that no vacancy has: what is kin to them was looked for.
    package let kin: [String]
    /// No vacancy has all the words.
    package let isRelaxed: Bool
    /// At the time that the words say there is nothing of the kind: this is at another time.
    package let isAtOtherTimes: Bool
    /// Near the place that the words name there is nothing of it: so many kilometres around it there is.
    package let widenedTo: Int?
    /// Words that no vacancy of the centre has, also not by kin.
    package let unknown: [String]
    /// Words for what somebody does not want: what says them comes last.
    package let denied: [String]
    /// The words are what every vacancy says.
    package let asksEverything: Bool
    /// What the words say of place, time and people.
    package let understood: Understood

    init(
        _ answer: SearchAnswer, _ lists: SearchLists, page: Page, areas: Areas, understood: Understood,
        isAtOtherTimes: Bool, widenedTo: Int?,
        unknown: [String], without: [(list: Taxonomy.List?, total: Int)]
    ) {
        cards = Paged(
            answer.hits.compactMap { VacancyCard(payload: $0.payload, kilometres: $0.kilometres) }, page: page,
            total: answer.total)
        (self.areas, areaCounts) = (areas, answer.areaCounts)
        self.understood = understood
        self.isAtOtherTimes = isAtOtherTimes
        self.widenedTo = widenedTo
        self.without = without
        self.lists = lists
        counts = answer.counts
        corrections = answer.corrections.map { ($0.typed, $0.meant, $0.isTranslation) }
        kin = answer.kin
        isRelaxed = answer.isRelaxed
        self.unknown = unknown
        denied = answer.denied
        asksEverything = answer.asksEverything
    }

    package func count(municipality: String) -> Int { count(in: municipality) }

    package func count(neighbourhood: String, in centre: Centre) -> Int {
        count(in: Areas.inner(neighbourhood, in: centre.id))
    }

    private func count(in area: String) -> Int {
        areas.find(area).map(Int.init).flatMap { areaCounts.indices.contains($0) ? Int(areaCounts[$0]) : nil } ?? 0
    }

    /// How many there are with each answer of a list, in its order.
    package func counts(_ list: Taxonomy.List) -> ArraySlice<UInt32> { counts[lists.range(list)] }
}

/// A vacancy on the map. It stands in the middle of its postcode or town: the index knows no address.
package struct VacancyPoint: Sendable, Equatable {
    package let card: VacancyCard
    package let latitude: Double
    package let longitude: Double
}

extension Finder {
    /// How what somebody types may go on, with the words before it left as they are.
    package func words(beginningWith typed: String, in centre: Centre, count: Int) -> [String] {
        guard let (snapshot, _) = current(centre) else { return [] }
        let before = typed.split(whereSeparator: \.isWhitespace).dropLast().map { $0 + " " }.joined()
        return snapshot.words(beginningWith: typed, count: count).map { before + $0 }
    }

    /// As many fit on a map that people still read.
    package static let mostPoints = 2000

    /// What a search finds, as points of the map: the same vacancies as in the list, without those done from home.
    package func points(_ search: VacancySearch, in centre: Centre, now: Instant) -> [VacancyPoint] {
        let (snapshot, areas) = current(centre) ?? (Snapshot(analysis: .plain), Areas())
        var query = query(search, understood(search, in: centre), areas, in: centre, now: now)
        (query.limit, query.wantsSpots) = (Self.mostPoints, true)
        var answer = snapshot.search(query)
        _ = widen(&query, &answer, search, in: snapshot)
        return answer.hits.flatMap { hit in
            guard let card = VacancyCard(payload: hit.payload, kilometres: hit.kilometres) else {
                return [VacancyPoint]()
            }
            return hit.spots.map { VacancyPoint(card: card, latitude: $0.latitude, longitude: $0.longitude) }
        }
    }

    /// - Parameter now: for what is visible today at the centre, and for what is new.
    package func search(_ search: VacancySearch, in centre: Centre, page: Page, now: Instant) -> FoundVacancies {
        let (snapshot, areas) = current(centre) ?? (Snapshot(analysis: .plain), Areas())
        let understood = understood(search, in: centre)
        var query = query(search, understood, areas, in: centre, now: now)
        (query.offset, query.limit) = (page.offset, page.size)
        var (answer, page) = (snapshot.search(query), page)
        // Who types an address, a telephone number or a street names somebody.
        let namesSomebody = search.words.contains { $0 == "@" || $0.isNumber }
        let unknown = namesSomebody ? [] : answer.unknown
        // All of it were words that say nothing to look for.
        if understood.saysLittle, understood.parts.isEmpty, !answer.isAsked { answer.asksEverything = true }
        let widenedTo = widen(&query, &answer, search, in: snapshot)
        // Nothing of that kind then and there: what there is then and there.
        if answer.total == 0, query.asksBesides, !query.words.isEmpty {
            query.words = ""
            answer = snapshot.search(query)
            answer.isRelaxed = answer.total > 0
        }
        let isAtOtherTimes = otherTimes(&query, &answer, in: snapshot)
        if answer.hits.isEmpty, answer.total > 0 {
            page = page.last(of: answer.total)
            query.offset = page.offset
            answer = snapshot.search(query)
        }
        let without = zip(asked(search).map { $0 as Taxonomy.List? } + [nil], answer.nearly).filter { $0.1 > 0 }
        return FoundVacancies(
            answer, lists, page: page, areas: areas, understood: understood,
            isAtOtherTimes: isAtOtherTimes, widenedTo: widenedTo, unknown: unknown,
            without: answer.total == 0 ? without.map { ($0.0, $0.1) } : [])
    }

    /// A town in a sentence is where somebody would like it best; a circle that was chosen is kept to.
    private func widen(
        _ query: inout SearchQuery, _ answer: inout SearchAnswer, _ search: VacancySearch, in snapshot: Snapshot
    ) -> Int? {
        guard answer.total == 0, search.circle == nil, let circle = query.circle else { return nil }
        for distance in Refinement.distances where Double(distance) > circle.kilometres {
            var wider = query
            wider.circle = .init(centre: circle.centre, kilometres: Double(distance))
            let found = snapshot.search(wider)
            guard found.total > 0 else { continue }
            (query, answer) = (wider, found)
            return distance
        }
        return nil
    }

    /// What says the words themselves at another time is nearer than what hardly means them then.
    private static let nearer: Float = 2

    private func otherTimes(_ query: inout SearchQuery, _ answer: inout SearchAnswer, in snapshot: Snapshot) -> Bool {
        guard query.slots != 0, !query.words.isEmpty, query.order == .fit else { return false }
        var other = query
        other.slots = 0
        func best(_ query: SearchQuery) -> Float {
            var query = query
            (query.offset, query.limit) = (0, 1)
            return snapshot.search(query).hits.first?.score ?? 0
        }
        guard best(other) > Self.nearer * best(query) else { return false }
        query = other
        answer = snapshot.search(other)
        return true
    }

    private func asked(_ search: VacancySearch) -> [Taxonomy.List] {
        SearchLists.lists.filter { !(search.chosen[$0] ?? []).isEmpty }
    }

    /// What the words of a search say besides what somebody wants to do; nothing when they are to be taken as they are.
    private func understood(_ search: VacancySearch, in centre: Centre) -> Understood {
        guard !search.isLiteral, search.words.contains(where: { !$0.isWhitespace }) else {
            return .nothing(of: search.words)
        }
        return read(search.words, at: centre)
    }

    /// A sentence as its words mean it at a centre.
    func read(_ words: String, at centre: Centre) -> Understood {
        Sentence(table: sentences, places: places, centre: centre, today: centre.today(now()), isWord: isWord)
            .read(words)
    }

    private func narrow(_ query: inout SearchQuery, _ understood: Understood) {
        query.words = understood.rest
        query.asksBesides = !understood.parts.isEmpty || understood.saysLittle
        for part in understood.parts {
            switch part.wish {
            case .place(let place):
                query.circle =
                    query.circle
                    ?? .init(centre: place.spot, kilometres: Double(VacancyQuestion.standardDistance))
                query.addsAnywhere = true
            case .week(let days, let dayparts):
                query.slots = lists.slots(days: days, dayparts: dayparts)
                // What says nothing of days may be then; what says so comes first.
                query.preferred = query.preferred.union(lists.bits(.day, days))
            case .age(let age): query.age = query.age ?? UInt8(clamping: age)
            // Who can have ten may well have twelve: in a sentence it is a wish, in the filter a number.
            case .group(let size): query.group = query.group > 0 ? query.group : UInt8(clamping: max(2, size * 3 / 4))
            case .fromHome: query.needsAnywhere = true
            case .month(let last): query.beginsBy = Int32(clamping: last.daysSince1970)
            case .answer(let list, let slugs): query.preferred = query.preferred.union(lists.bits(list, slugs))
            case .once:
                query.lenient.append(lenient(.engagement, ["eenmalig", "af-en-toe"]))
                query.preferred = query.preferred.union(lists.bits(.engagement, ["eenmalig"]))
            case .noDutch: query.lenient.append(lenient(.languageLevel, ["geen"]))
            case .littleDutch:
                query.lenient.append(lenient(.languageLevel, ["geen", "basis"]))
                query.preferred = query.preferred.union(lists.bits(.languageLevel, ["geen"]))
                    .union(lists.bits(.target, ["nederlands-leren"]))
            }
        }
    }

    private func lenient(_ list: Taxonomy.List, _ slugs: [String]) -> SearchQuery.Choice {
        .init(list: lists.range(list), chosen: lists.bits(list, slugs))
    }

    private func query(
        _ search: VacancySearch, _ understood: Understood, _ areas: Areas, in centre: Centre, now: Instant
    ) -> SearchQuery {
        var query = SearchQuery()
        (query.words, query.language) = (search.words, search.isEnglish ? .english : .dutch)
        query.isLiteral = search.isLiteral
        query.choices = asked(search).compactMap { lists.choice($0, search.chosen[$0] ?? []) }
        query.areas = Set(
            (search.municipalities + search.neighbourhoods.map { Areas.inner($0, in: centre.id) }).map {
                areas.find($0) ?? SearchQuery.nowhere
            })
        if search.isUnreadable { query.areas = [SearchQuery.nowhere] }
        query.circle = search.circle.map { .init(centre: $0.place.spot, kilometres: Double($0.kilometres)) }
        if let edges = search.mapArea, edges.count == 4 {
            query.box = .init(south: edges[0], west: edges[1], north: edges[2], east: edges[3])
        }
        query.addsAnywhere = search.addsFromHome && !search.isUnreadable
        query.owner = search.organisation?.number
        query.today = Int32(clamping: centre.today(now).daysSince1970)
        query.age = search.age.map { UInt8(clamping: $0) }
        query.group = search.groupSize.map { UInt8(clamping: $0) } ?? 0
        query.groupAnswer = lists.bit(.target, "groepen")
        query.since = search.withinDays.map { UInt32(clamping: now.subtracting(.days($0)).milliseconds / 1000) } ?? 0
        query.beginsBy = search.beginsWithin.map { query.today + Int32(clamping: $0) }
        // Whoever reads the English pages mostly speaks little Dutch.
        if search.isEnglish, search.order == .fit, search.words.isEmpty {
            query.preferred = lists.bits(.languageLevel, ["geen", "basis"])
        }
        narrow(&query, understood)
        query.now = UInt32(clamping: now.milliseconds / 1000)
        query.order =
            switch search.order {
            case .fit: .fit
            case .distance: .distance
            case .newest: .newest
            }
        return query
    }
}
