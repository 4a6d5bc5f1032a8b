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

    /// - Parameter last: the search that was looked at last.
    /// - Returns: where the next run goes on; nil at the end.
    package func callAsFunction(after last: ID<SavedSearch> = ID(0), in work: UnitOfWork) throws -> ID<SavedSearch>? {
        // By days, so that one late morning does not cost the next.
        let today = work.today
        let (thisMorning, lastWeek) = (
            today.start(in: work.centre.zone), today.adding(days: -6).start(in: work.centre.zone)
        )
        let rows = try work.tx(
            """
            select s.* from saved_search s join volunteer v on v.id = s.volunteer_id and v.merged_into is null
            where s.centre_id = \(work.centre.id) and s.id > \(last)
                and (s.frequency = 'daily' and s.asked_at < \(thisMorning)
                    or s.frequency = 'weekly' and s.asked_at < \(lastWeek))
                and (v.paused_until is null or v.paused_until < \(today))
            order by s.id limit \(Self.batch)
            """)
        for row in rows {
            // One that cannot be read is its owner's loss alone; `schakel doctor` counts them.
            guard let search = try? SavedSearch(row) else { continue }
            guard let account = try VolunteerQueries.account(of: search.volunteer, in: work.centre.id, work.tx) else {
                continue
            }
            let found = try news(of: search, spoken: account.language, in: work)
            if !found.isEmpty {
                try work.tell(account, .searchNews(search, found, to: account, in: work))
                for card in found {
                    try work.tx(
                        """
                        insert into saved_search_mailed (saved_search_id, vacancy_id) values (\(search.id), \(card.id))
                        on conflict do nothing
                        """)
                }
            }
            try work.tx("update saved_search set asked_at = \(work.now) where id = \(search.id)")
        }
        return rows.count == Self.batch ? try rows.last?["id"] : nil
    }

    /// What it finds, was published after she kept it, and was never mailed for it: the best or newest first.
    private func news(of search: SavedSearch, spoken: Language, in work: UnitOfWork) throws -> [VacancyCard] {
        let found: [VacancyCard]
        if let question = search.question {
            var asked = question.search(around: question.found(in: finder.places, at: work.centre))
            asked.order = .newest
            asked.isEnglish = spoken == .en
            let answer = finder.search(asked, in: work.centre, page: Page(1, size: Self.weighed), now: work.now)
            // Some of the words are help for who looks, not news for who does not; and nobody is mailed everything.
            found = answer.isRelaxed || answer.asksEverything ? [] : answer.cards.elements
        } else {
            let answers = try Answers.of(search.volunteer, in: work.centre.id, work.tx)
            let wishes = Wishes(answers, places: finder.places, at: work.centre, today: work.today)
            let responded = try ApplicationQueries.respondedTo(by: search.volunteer, in: work.centre.id, work.tx)
            // Without answers everything would suit.
            found =
                answers.isEmpty
                ? []
                : finder.suggest(wishes, except: responded, in: work.centre, now: work.now, count: Self.weighed)
                    .map(\.card)
        }
        let since = Dictionary(uniqueKeysWithValues: work.centre.neighbours.map { ($0.id, $0.since) })
        let new = found.filter { $0.publishedAt > max(search.newsFrom, since[$0.centre] ?? search.newsFrom) }
        guard !new.isEmpty else { return [] }
        let mailed: [ID<Vacancy>] = try work.tx.values(
            """
            select vacancy_id from saved_search_mailed where saved_search_id = \(search.id)
                and vacancy_id in \(list: new.map(\.id)) order by vacancy_id limit \(new.count)
            """)
        return Array(new.filter { !mailed.contains($0.id) }.prefix(Self.shown))
    }
}

extension MailDraft {
    static func searchNews(_ search: SavedSearch, _ cards: [VacancyCard], to account: Account, in work: UnitOfWork)
        throws -> MailDraft
    {
        let token = try ActionLink.issue(.stopSearch, on: search.id.number, for: account.id, in: work)
        let list = work.mails.list(cards, in: account.language, at: work.centre)
        return MailDraft(
            kind: search.question == nil ? .suggestionNews : .searchNews,
            key: "search:\(search.id):\(work.now.milliseconds)",
            button: .page(
                search.question == nil ? "/mijn/past-bij-mij" : "/mijn/zoekopdrachten/\(search.id)"),
            foot: .act(token),
            values: [.title: cards.first?.title ?? "", .list: list])
    }
}
