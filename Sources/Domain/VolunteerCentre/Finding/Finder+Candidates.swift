import Search
package import Time

/// A candidate who suits a vacancy, and why.
package struct SuggestedCandidate: Sendable, Equatable {
    package let card: CandidateCard
    package let reasons: Reasons
}

extension Finder {
    /// As many can be paged through: further back nobody looks, and nobody copies the pool page by page.
    private static let listed = 100
    /// So many are weighed before the gates; beyond them nobody suits better.
    private static let weighed = 500

    /// Who suits a vacancy best: the same score as the other way round, without needs. The gates are hers: age, how much
    /// Dutch, what she does not want, how far she goes.
    /// - Parameter hidden: whom the organisation must not see.
    package func candidates(
        for vacancy: Vacancy, hidden: Set<Int64>, in centre: Centre, now: Instant,
        count: Int
    ) -> [SuggestedCandidate] {
        // Only for what is online, so in words that the centre saw or chose to trust: a draft can be changed again and again to
        // find out about people.
        let today = centre.today(now)
        guard let snapshot = currentCandidates(centre), vacancy.isOpen(today: today) else { return [] }
        let wishes = Wishes(for: vacancy.content, places: places, at: centre)
        let suiting = suggestions(for: vacancy.content, wishes, snapshot, at: centre).lazy.compactMap {
            suggestion -> SuggestedCandidate? in
            guard !hidden.contains(suggestion.key),
                let card = CandidateCard(payload: suggestion.payload, kilometres: suggestion.kilometres),
                Self.canMeet(card, vacancy.content, year: today.year)
            else { return nil }
            return self.reasons(card, wishes)
        }
        return Array(suiting.prefix(count))
    }

    /// From each place of a vacancy, and of everybody the best.
    private func suggestions(
        for content: Vacancy.Content, _ wishes: Wishes, _ snapshot: Snapshot, at centre: Centre
    ) -> [Suggestion] {
        let known =
            [wishes.place].compactMap { $0 } + (content.fromHome ? [] : places.all(content.otherPlaces, at: centre))
        var best: [Int64: Suggestion] = [:]
        // Without a place nobody is too far away; with one that is not known, the others count.
        for place in known.isEmpty ? [nil] : known.map(Optional.some) {
            var wishes = wishes
            wishes.place = place
            var profile = profile(of: wishes, centre.finding.weights)
            profile.count = Self.weighed
            for one in snapshot.suggest(profile) where one.score > best[one.key]?.score ?? .min { best[one.key] = one }
        }
        return best.values.sorted { ($0.score, $1.key) > ($1.score, $0.key) }
    }

    /// Candidates by words and interests; without words the newest first.
    package func candidates(
        _ words: String, interests: [String], hidden: Set<Int64>, in centre: Centre, page: Page
    ) -> Paged<CandidateCard> {
        guard let snapshot = currentCandidates(centre) else { return Paged([], page: page, total: 0) }
        var query = SearchQuery()
        query.words = words
        query.choices = [lists.choice(.interest, interests)].compactMap { $0 }
        query.order = words.isEmpty ? .newest : .fit
        // Who is hidden falls out afterwards: they are few.
        (query.offset, query.limit) = (0, page.offset + page.size + hidden.count)
        let answer = snapshot.search(query)
        let visible = answer.hits.filter { !hidden.contains($0.key) }
        let cards = visible.prefix(Self.listed).dropFirst(page.offset).prefix(page.size)
            .compactMap { CandidateCard(payload: $0.payload, kilometres: nil) }
        let total = max(visible.count, answer.total - (answer.hits.count - visible.count))
        return Paged(cards, page: page, total: min(total, Self.listed))
    }

    /// Ages that laws and insurances ask for. Any other number would tell, by trying, how old somebody is.
    private static let ages = [12, 16, 18, 21]

    private static func canMeet(_ card: CandidateCard, _ content: Vacancy.Content, year: Int) -> Bool {
        let gates = card.gates
        if let minimum = content.minimumAge, let born = gates.birthYear,
            let limit = ages.last(where: { $0 <= minimum }),
            year - born < limit
        {
            return false
        }
        if !gates.excluded.isEmpty, content.interests.contains(where: gates.excluded.contains) { return false }
        if let needed = levels.firstIndex(of: content.languageLevel), let own = levels.firstIndex(of: gates.level),
            own < needed
        {
            return false
        }
        if gates.onlyHome { return content.fromHome }
        if let most = card.distance, let far = card.kilometres { return far <= Double(most) }
        return true
    }

    private func reasons(_ card: CandidateCard, _ wishes: Wishes) -> SuggestedCandidate? {
        var reasons = Reasons()
        for (criterion, list, asked) in [
            (Suggested.Criterion.interest, Taxonomy.List.interest, wishes.interests),
            (.activity, .activity, wishes.activities), (.day, .day, wishes.days), (.daypart, .daypart, wishes.dayparts),
            (.engagement, .engagement, wishes.engagements),
        ] {
            let own = card.answers[list] ?? []
            reasons.compare(
                criterion, list, common: asked.filter(own.contains), isKnown: !asked.isEmpty && !own.isEmpty)
        }
        reasons.add(.distance, fits: card.kilometres != nil)
        // Near and at the right time is no reason to bother somebody who wants something else altogether.
        guard reasons.fits.contains(.interest) || reasons.fits.contains(.activity) else { return nil }
        return SuggestedCandidate(card: card, reasons: reasons)
    }
}
