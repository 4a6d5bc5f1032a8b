package import SQL
import Search
package import Time

extension Finder {
    /// What suits somebody best, best first; nothing that a gate forbids (age, language, distance, what is not wanted).
    /// - Parameter except: what she responded to already, or said no to.
    package func suggest(
        _ wishes: Wishes, except: Set<ID<Vacancy>> = [], in centre: Centre, now: Instant, count: Int
    ) -> [Suggested] {
        guard let (snapshot, _) = current(centre) else { return [] }
        var profile = profile(of: wishes, centre.finding.weights)
        profile.today = Int32(clamping: centre.today(now).daysSince1970)
        profile.count = count + except.count
        let suggested: [Suggested] = snapshot.suggest(profile).compactMap { suggestion in
            guard let card = VacancyCard(payload: suggestion.payload, kilometres: suggestion.kilometres) else {
                return nil
            }
            let one = reasons(card, suggestion, wishes)
            // Near and at the right time is no reason for who wants something else altogether.
            return one.reasons.differs.contains(.interest) && !one.reasons.fits.contains(.activity) ? nil : one
        }
        // What contradicts something she said comes after what does not, however well the rest suits.
        let new = suggested.filter { !except.contains($0.card.id) }
        return Array((new.filter { !$0.reasons.contradicts } + new.filter(\.reasons.contradicts)).prefix(count))
    }

    /// What resembles a vacancy: by what it is about, what one does, when and where. Never the vacancy itself.
    package func similar(to vacancy: Vacancy, in centre: Centre, now: Instant, count: Int) -> [VacancyCard] {
        let wishes = Wishes(for: vacancy.content, places: places, at: centre)
        return suggest(wishes, in: centre, now: now, count: count + 1).map(\.card)
            .filter { $0.id != vacancy.id }.prefix(count).map { card in
                // From another vacancy nobody travels.
                var card = card
                card.kilometres = nil
                return card
            }
    }

    /// What is like it first, then what is new, so that nobody ends here.
    /// - Parameter responded: what somebody responded to already.
    package func others(
        than vacancy: Vacancy, without responded: Set<ID<Vacancy>> = [], in centre: Centre, now: Instant, count: Int
    ) -> [VacancyCard] {
        let like = similar(to: vacancy, in: centre, now: now, count: count + responded.count)
        let new = search(.init(), in: centre, page: Page(1, size: count + 1 + responded.count), now: now)
        var met = responded.union([vacancy.id])
        return Array((like + new.cards.elements).filter { met.insert($0.id).inserted }.prefix(count))
    }

    func profile(of wishes: Wishes, _ weights: MatchWeights) -> Profile {
        var profile = Profile()
        func add(_ list: Taxonomy.List, _ slugs: [String], _ weight: Int) {
            guard !slugs.isEmpty else { return }
            let (range, wanted) = (lists.range(list), lists.bits(list, slugs))
            // The first thing in common says most; not known is worth what a toss would be.
            profile.criteria.append(
                .init(
                    list: range, wanted: wanted, first: Int32(weight * 875), further: Int32(weight * 125), most: 2,
                    unknown: Int32(weight * 400)))
        }
        add(.interest, wishes.interests, weights.interest)
        add(.activity, wishes.activities, weights.activity)
        // Days weigh half of what the parts of a day do; one part of the week in common is enough.
        let week = weights.daypart * ((wishes.dayparts.isEmpty ? 0 : 2) + (wishes.days.isEmpty ? 0 : 1))
        profile.slots = lists.slots(days: wishes.days, dayparts: wishes.dayparts)
        (profile.perSlot, profile.mostSlots, profile.unknownSlots) = (Int32(week * 500), 1, Int32(week * 200))
        add(.engagement, wishes.engagements, weights.engagement)
        add(.support, wishes.supports, weights.support)
        profile.excluded = lists.bits(.interest, wishes.excludedInterests)
        if let own = Self.levels.firstIndex(of: wishes.languageLevel) {
            profile.limit = lists.choice(.languageLevel, Array(Self.levels[...own]))
        }
        profile.age = wishes.age.map { UInt8(clamping: $0) }
        if let place = wishes.place {
            profile.from = place.spot
            profile.kilometres = wishes.kilometres.map(Double.init) ?? .infinity
            profile.perKilometre = Int32(weights.distance * 1000 / max(1, wishes.kilometres ?? Self.usualKilometres))
            profile.atHome = wishes.home == nil ? -Int32(weights.distance * 300) : 0
        }
        if wishes.home == .only { profile.needsAnywhere = true }
        return profile
    }

    /// From less to more, as the list of the taxonomy has them.
    static let levels = ["geen", "basis", "goed"]
    /// How far people mostly go who did not say how far.
    private static let usualKilometres = 20

    private func reasons(_ card: VacancyCard, _ suggestion: Suggestion, _ wishes: Wishes) -> Suggested {
        var reasons = Reasons()
        for (criterion, list, slugs) in [
            (Suggested.Criterion.interest, Taxonomy.List.interest, wishes.interests),
            (.activity, .activity, wishes.activities), (.day, .day, wishes.days),
            (.daypart, .daypart, wishes.dayparts),
            (.engagement, .engagement, wishes.engagements), (.support, .support, wishes.supports),
        ] {
            let common = slugs.filter { slug in lists.bit(list, slug).map(suggestion.facets.contains) ?? false }
            reasons.compare(
                criterion, list, common: common,
                isKnown: !slugs.isEmpty && suggestion.facets.meets(Bits(lists.range(list))))
        }
        reasons.add(.distance, fits: wishes.place != nil && (suggestion.anywhere || suggestion.kilometres != nil))
        let saysLevel = suggestion.facets.meets(Bits(lists.range(.languageLevel)))
        reasons.add(.language, fits: !wishes.languageLevel.isEmpty && saysLevel)
        reasons.add(.age, fits: wishes.age != nil && suggestion.minimumAge != 0)
        return Suggested(card: card, reasons: reasons)
    }
}
