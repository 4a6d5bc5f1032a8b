import Localisation
package import SQL
import Time

/// Asks kept questions again and mails what is new since: each vacancy at most once per question, nothing while she pauses.
package struct MailSearchNews: Sendable {
    /// As many stand in one mail; the page behind the button has the rest.
    package static let shown = 10
    private static let batch = 100
    /// So many are looked at for something new.
    private static let weighed = 500

    let finder: Finder

    package init(finder: Finder) {
        self.finder = finder
    }

    /// One mail a morning to each, with what is new for each of her searches.
    /// - Parameter last: the volunteer who was looked at last.
    /// - Returns: where the next run goes on; nil at the end.
    package func callAsFunction(after last: ID<Volunteer> = ID(0), in work: UnitOfWork) throws -> ID<Volunteer>? {
        // By days, so that one late morning does not cost the next.
        let today = work.today
        let (thisMorning, lastWeek) = (
            today.start(in: work.centre.zone), today.adding(days: -6).start(in: work.centre.zone)
        )
        let due: SQL = """
            s.centre_id = \(work.centre.id) and (s.frequency = 'daily' and s.asked_at < \(thisMorning)
                or s.frequency = 'weekly' and s.asked_at < \(lastWeek))
            """
        let people: [ID<Volunteer>] = try work.tx.values(
            """
            select distinct s.volunteer_id from saved_search s join volunteer v on v.id = s.volunteer_id and v.merged_into is null
            where \(due) and s.volunteer_id > \(last) and (v.paused_until is null or v.paused_until < \(today))
            order by s.volunteer_id limit \(Self.batch)
            """)
        guard !people.isEmpty else { return nil }
        let rows = try work.tx(
            """
            select s.* from saved_search s where \(due) and s.volunteer_id in \(list: people)
            order by s.volunteer_id, s.id limit \(Self.batch * (SavedSearch.most + 1))
            """)
        // One that cannot be read is its owner's loss alone; `schakel doctor` counts them.
        let searches = Dictionary(grouping: rows.compactMap { try? SavedSearch($0) }, by: \.volunteer)
        for volunteer in people {
            guard let hers = searches[volunteer],
                let account = try VolunteerQueries.account(of: volunteer, in: work.centre.id, work.tx)
            else { continue }
            try tell(account, what: hers, in: work)
        }
        return people.count == Self.batch ? people.last : nil
    }

    private func tell(_ account: Account, what searches: [SavedSearch], in work: UnitOfWork) throws {
        guard let volunteer = searches.first?.volunteer else { return }
        // What she responded to is no news, however it is found.
        // What she responded to, and what she has in her own list already.
        let known = try Set(ApplicationQueries.respondedTo(by: volunteer, in: work.centre.id, work.tx))
            .union(Favourite.all(of: volunteer, in: work.centre.id, work.tx))
        var news: [(search: SavedSearch, cards: [VacancyCard])] = []
        for search in searches {
            let found = try self.news(of: search, except: known, spoken: account.language, in: work)
            if !found.isEmpty { news.append((search, found)) }
            // Mailed from now on, for her next search too.
            for card in found {
                try work.tx(
                    """
                    insert into saved_search_mailed (saved_search_id, vacancy_id) values (\(search.id), \(card.id))
                    on conflict do nothing
                    """)
            }
        }
        if !news.isEmpty { try work.tell(account, .searchNews(news, to: account, finder, in: work)) }
        for search in searches {
            try work.tx("update saved_search set asked_at = \(work.now) where id = \(search.id)")
        }
    }

    /// What it finds, was published after she kept it, and was never mailed for it: the best or newest first.
    private func news(
        of search: SavedSearch, except known: Set<ID<Vacancy>>, spoken: Language, in work: UnitOfWork
    ) throws -> [VacancyCard] {
        let found: [VacancyCard]
        if let question = search.question {
            var asked = question.search(around: question.found(in: finder.places, at: work.centre))
            asked.order = .newest
            asked.isEnglish = spoken == .en
            let answer = finder.search(asked, in: work.centre, page: Page(1, size: Self.weighed), now: work.now)
            // Some of the words are help for who looks, not news for who does not; and nobody is mailed everything.
            found = answer.isRelaxed || answer.asksEverything || answer.widenedTo != nil ? [] : answer.cards.elements
        } else {
            let answers = try Answers.of(search.volunteer, in: work.centre.id, work.tx)
            let wishes = Wishes(answers, places: finder.places, at: work.centre, today: work.today)
            // Without answers everything would suit.
            found =
                answers.isEmpty
                ? []
                : finder.suggest(wishes, except: known, in: work.centre, now: work.now, count: Self.weighed)
                    .map(\.card)
        }
        let since = Dictionary(uniqueKeysWithValues: work.centre.neighbours.map { ($0.id, $0.since) })
        let new = found.filter {
            !known.contains($0.id) && $0.publishedAt > max(search.newsFrom, since[$0.centre] ?? search.newsFrom)
        }
        guard !new.isEmpty else { return [] }
        let mailed: [ID<Vacancy>] = try work.tx.values(
            """
            select distinct m.vacancy_id from saved_search_mailed m join saved_search s on s.id = m.saved_search_id
            where s.volunteer_id = \(search.volunteer) and m.vacancy_id in \(list: new.map(\.id)) order by m.vacancy_id limit \(new.count)
            """)
        return Array(new.filter { !mailed.contains($0.id) }.prefix(Self.shown))
    }
}

extension MailDraft {
    typealias News = (search: SavedSearch, cards: [VacancyCard])

    /// One mail, each search by its name.
    static func searchNews(_ news: [News], to account: Account, _ finder: Finder, in work: UnitOfWork) throws
        -> MailDraft
    {
        let t = work.mails.localiser(account.language, at: work.centre)
        let names = news.map { $0.search.name(t, finder, at: work.centre) }
        let lists = news.map { work.mails.list($0.cards, in: account.language, at: work.centre) }
        let first = news[0].search
        let premise = Premise(
            .kept, news.map(\.search.id.number), others: news.flatMap { $0.cards.map(\.id.number) })
        guard news.count > 1 else {
            let isSuggestion = first.question == nil
            let token = try ActionLink.issue(.stopSearch, on: first.id.number, for: account.id, in: work)
            return MailDraft(
                kind: isSuggestion ? .suggestionNews : .searchNews, key: "search:\(first.id):\(work.now.milliseconds)",
                button: .page(isSuggestion ? "/mijn/past-bij-mij" : "/mijn/zoekopdrachten/\(first.id)"),
                foot: .act(token), premise: premise,
                values: [
                    .list: lists[0],
                    isSuggestion ? .title : .search: isSuggestion ? news[0].cards.first?.title ?? "" : names[0],
                ])
        }
        let others = names.count - 1
        let all =
            others == 1
            ? t("{search} and {other}", ["search": names[0], "other": names[1]])
            : t("{search} and {count} other searches", ["search": names[0], "count": String(others)])
        let parts = zip(names, lists).map { name, list in "\(t("New with {search}:", ["search": name]))\n\n\(list)" }
        return MailDraft(
            kind: .searchNews, key: "searches:\(first.volunteer):\(work.now.milliseconds)",
            button: .page("/mijn/bewaard"), buttonLabel: l10n("View what you keep"),
            foot: .act(
                try ActionLink.issue(.stopSearches, on: first.volunteer.number, for: account.id, in: work)),
            premise: premise,
            values: [.search: all, .list: parts.joined(separator: "\n\n")])
    }
}

extension SavedSearch {
    fileprivate func name(_ t: Localiser, _ finder: Finder, at centre: Centre) -> String {
        question.map { $0.name(t, finder.taxonomy, around: $0.found(in: finder.places, at: centre)) }
            ?? t("What suits me")
    }
}
