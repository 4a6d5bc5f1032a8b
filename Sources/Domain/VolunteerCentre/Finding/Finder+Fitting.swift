package import SQL
import Search
package import Time

extension Finder {
    /// - Parameters:
    ///   - except: what is not counted, since she said no to it or responded before.
    ///   - asked: what was asked already, answered or not.
    ///   - mayNeedDutch: whoever looks reads another language, and may speak less Dutch than others.
    package func fitting(
        _ wishes: Wishes, except: Set<ID<Vacancy>> = [], asked: Set<WishesQuestion>, mayNeedDutch: Bool,
        in centre: Centre, now: Instant
    ) -> Fitting {
        guard let (snapshot, _) = current(centre) else { return Fitting(count: 0, next: nil) }
        let query = fittingQuery(wishes, except, in: centre, now: now)
        let answer = snapshot.search(query)
        let isEnough = asked.count >= WishesQuestion.most || answer.total <= WishesQuestion.few && asked.count > 1
        // How much Dutch matters most to who reads another language: asked soon, whatever else is known.
        if mayNeedDutch, !asked.isEmpty, !asked.contains(.needs) { return Fitting(count: answer.total, next: .needs) }
        guard !isEnough, answer.total > 0 else { return Fitting(count: answer.total, next: nil) }
        let rest = RestAfterQuestion(
            snapshot: snapshot, lists: lists, query: query, answer: answer, mayNeedDutch: mayNeedDutch)
        let best = WishesQuestion.allCases.filter { !asked.contains($0) }.map { ($0, rest.share(after: $0)) }
            .min { $0.1 < $1.1 }
        return Fitting(
            count: answer.total, next: best.flatMap { $0.1 < WishesQuestion.useless ? $0.0 : nil })
    }

    /// How many contradict nothing of it.
    package func fittingCount(_ wishes: Wishes, except: Set<ID<Vacancy>> = [], in centre: Centre, now: Instant) -> Int {
        guard let (snapshot, _) = current(centre) else { return 0 }
        var query = fittingQuery(wishes, except, in: centre, now: now)
        query.limit = 0
        return snapshot.search(query).total
    }

    /// As many are looked at to know how far they lie apart.
    private static let sample = 150

    private func fittingQuery(
        _ wishes: Wishes, _ except: Set<ID<Vacancy>>, in centre: Centre, now: Instant
    ) -> SearchQuery {
        var query = SearchQuery()
        query.except = Set(except.map(\.number))
        query.today = Int32(clamping: centre.today(now).daysSince1970)
        query.now = UInt32(clamping: now.milliseconds / 1000)
        for (list, slugs) in [
            (Taxonomy.List.interest, wishes.interests), (.activity, wishes.activities),
            (.engagement, wishes.engagements), (.support, wishes.supports),
        ] {
            if let choice = lists.choice(list, slugs) { query.lenient.append(choice) }
        }
        if let own = Self.levels.firstIndex(of: wishes.languageLevel),
            let choice = lists.choice(.languageLevel, Array(Self.levels[...own]))
        {
            query.lenient.append(choice)
        }
        query.slots = lists.slots(days: wishes.days, dayparts: wishes.dayparts)
        query.excluded = lists.bits(.interest, wishes.excludedInterests)
        query.age = wishes.age.map { UInt8(clamping: $0) }
        if let place = wishes.place, let kilometres = wishes.kilometres {
            query.circle = .init(centre: place.spot, kilometres: Double(kilometres))
            query.addsAnywhere = true
        }
        query.needsAnywhere = wishes.home == .only
        (query.limit, query.wantsSpots) = (Self.sample, true)
        return query
    }
}

/// What would be left, as a share, after a question that somebody answers as the vacancies are spread.
private struct RestAfterQuestion {
    let snapshot: Snapshot
    let lists: SearchLists
    let query: SearchQuery
    let answer: SearchAnswer
    let mayNeedDutch: Bool

    /// Estimates from the desk: of ten people one is younger than eighteen or twenty at most, and one learns Dutch; of those who read
    /// another language most do.
    private static let young = 0.1
    private var learning: Double { mayNeedDutch ? 0.7 : 0.1 }
    /// People mostly go as far as this, in kilometres.
    private static let usual = 10.0

    func share(after question: WishesQuestion) -> Double {
        switch question {
        case .interests: share(.interest, isAlwaysKnown: true)
        case .activities: share(.activity, isAlwaysKnown: true)
        case .week: share(.daypart, isAlwaysKnown: false) * share(.engagement, isAlwaysKnown: true)
        case .place: near
        case .needs: 1 - learning * part(.languageLevel, "goed") - Self.young * grown
        }
    }

    private var total: Double { Double(max(1, answer.total)) }

    private func part(_ list: Taxonomy.List, _ slug: String) -> Double {
        lists.bit(list, slug).map { Double(answer.counts[$0]) / total } ?? 0
    }

    private func share(_ list: Taxonomy.List, isAlwaysKnown: Bool) -> Double {
        let range = lists.range(list)
        let counts = answer.counts[range].map(Double.init)
        let all = counts.reduce(0, +)
        guard all > 0 else { return 1 }
        let known = isAlwaysKnown ? answer.total : count { $0.choices = [.init(list: range, chosen: Bits(range))] }
        let unknown = total - Double(known)
        return counts.reduce(0) { $0 + $1 / all * min(1, ($1 + unknown) / total) }
    }

    /// What asks for somebody of sixteen or older.
    private var grown: Double { 1 - Double(count { $0.age = min($0.age ?? .max, 15) }) / total }

    private func count(_ narrow: (inout SearchQuery) -> Void) -> Int {
        var query = query
        (query.limit, query.wantsSpots) = (0, false)
        narrow(&query)
        return snapshot.search(query).total
    }

    /// Of those that were looked at, how many lie near one of them; what is done from home is near everybody.
    private var near: Double {
        let spots = answer.hits.map(\.spots)
        let placed = spots.filter { !$0.isEmpty }
        guard placed.count > 1 else { return 1 }
        let within = placed.reduce(0) { sum, one in
            sum + placed.count { other in one[0].kilometres(to: other[0]) <= Self.usual }
        }
        let home = Double(spots.count - placed.count)
        return (Double(within) / Double(placed.count) + home) / Double(spots.count)
    }
}
