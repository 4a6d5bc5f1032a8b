import Foundation
package import SQL

/// A volunteer keeps a question, says how often she wants mail about it, or lets it go.
package enum ChangeSavedSearches {
    package enum Outcome: Sendable, Equatable { case kept(ID<SavedSearch>), tooMany, notFound }

    /// The same question twice is one; the frequency of the last time counts.
    /// - Parameter question: nil for what suits the answers in her profile.
    package static func keep(_ question: VacancyQuestion?, _ frequency: SavedSearch.Frequency, in work: UnitOfWork)
        throws -> Outcome
    {
        guard case .volunteer(let volunteer) = work.actor.role, try work.claim("volunteer", volunteer) else {
            return .notFound
        }
        let all = try SavedSearch.all(of: volunteer, in: work.centre.id, work.tx)
        if let same = all.first(where: { $0.question == question }) {
            _ = try change(same.id, frequency, in: work)
            return .kept(same.id)
        }
        guard all.count < SavedSearch.most else { return .tooMany }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = try question.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let kept: ID<SavedSearch>? = try work.tx.value(
            """
            insert into saved_search (centre_id, volunteer_id, question, frequency, created_at, asked_at, news_from)
            values (\(work.centre.id), \(volunteer), \(text), \(frequency), \(work.now), \(work.now), \(work.now))
            on conflict do nothing returning id
            """)
        guard let id = kept else { throw SQLError.conflict }
        try Audit.record("search.kept", on: "saved_search", id.number, in: work)
        return .kept(id)
    }

    package static func change(_ id: ID<SavedSearch>, _ frequency: SavedSearch.Frequency, in work: UnitOfWork) throws
        -> Bool
    {
        guard try isOwn(id, in: work) else { return false }
        // Who begins again hears of what is new from now on.
        try work.tx(
            """
            update saved_search set frequency = \(frequency),
                asked_at = case when frequency = 'never' then \(work.now) else asked_at end,
                news_from = case when frequency = 'never' then \(work.now) else news_from end where id = \(id)
            """)
        try Audit.record("search.changed", on: "saved_search", id.number, in: work)
        return true
    }

    package static func letGo(_ id: ID<SavedSearch>, in work: UnitOfWork) throws -> Bool {
        guard try isOwn(id, in: work) else { return false }
        try erase("id = \(id)", in: work.centre.id, work.tx)
        try Audit.record("search.let_go", on: "saved_search", id.number, in: work)
        return true
    }

    package static func erase(_ which: SQL, in centre: ID<Centre>, _ tx: Transaction) throws {
        let them: SQL = "select id from saved_search where centre_id = \(centre) and \(which)"
        try tx("delete from saved_search_mailed where saved_search_id in (\(them))")
        try tx(
            """
            delete from action_link where centre_id = \(centre) and purpose = \(ActionLink.Purpose.stopSearch)
                and subject_id in (\(them))
            """)
        try tx("delete from saved_search where centre_id = \(centre) and \(which)")
    }

    private static func isOwn(_ id: ID<SavedSearch>, in work: UnitOfWork) throws -> Bool {
        guard case .volunteer(let volunteer) = work.actor.role else { return false }
        return try SavedSearch.find(id, in: work.centre.id, work.tx)?.volunteer == volunteer
    }
}

/// The link below each mail about what somebody searches: no more mails about it, without logging in. The searches themselves stay.
package enum StopSearchByLink {
    package static func run(_ token: String, in work: UnitOfWork) throws -> Bool {
        guard let link = try ActionLink.usable(token, in: work),
            let searches = try searches(of: link, centre: work.centre, work.tx), try link.use(in: work)
        else { return false }
        for search in searches {
            try work.tx("update saved_search set frequency = 'never' where id = \(search.id)")
            let hers = work.acting(as: .volunteer(search.volunteer), link.account)
            try Audit.record("search.stopped", on: "saved_search", search.id.number, in: hers)
        }
        return true
    }

    /// Which ones the mail was about; nil for another link, or when they are gone.
    package static func searches(of link: ActionLink, centre: Centre, _ tx: Transaction) throws -> [SavedSearch]? {
        switch link.purpose {
        case .stopSearch: return try SavedSearch.find(ID(link.subject), in: centre.id, tx).map { [$0] }
        case .stopSearches:
            let all = try SavedSearch.all(of: ID(link.subject), in: centre.id, tx).filter { $0.frequency != .never }
            return all.isEmpty ? nil : all
        default: return nil
        }
    }
}
