package import SQL
package import Time

/// A question that is asked again for a volunteer: each new vacancy that it finds is mailed once.
package struct SavedSearch: Sendable, Equatable {
    package enum Frequency: String, Sendable, CaseIterable, SQLValue { case never, daily, weekly }

    package let id: ID<SavedSearch>
    package let volunteer: ID<Volunteer>
    /// Nil: what suits the answers in her profile.
    package let question: VacancyQuestion?
    package let frequency: Frequency
    package let createdAt: Instant
    /// Since when she wants to hear of what is new.
    let newsFrom: Instant

    package static let most = 20

    package static func find(_ id: ID<SavedSearch>, in centre: ID<Centre>, _ tx: Transaction) throws -> SavedSearch? {
        try tx.first("select * from saved_search where centre_id = \(centre) and id = \(id)").map(SavedSearch.init)
    }

    /// Hers, the newest first: all of them, since there are few.
    package static func all(of volunteer: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [SavedSearch]
    {
        try tx(
            """
            select * from saved_search where centre_id = \(centre) and volunteer_id = \(volunteer)
            order by created_at desc, id desc limit \(most + 1)
            """
        ).map(SavedSearch.init)
    }

    init(_ row: Row) throws {
        id = try row["id"]
        volunteer = try row["volunteer_id"]
        let text: String? = try row["question"]
        question = try text.map { try KeptJSON.decode($0, over: VacancyQuestion()) }
        frequency = try row["frequency"]
        createdAt = try row["created_at"]
        newsFrom = try row["news_from"]
    }

    /// How many of all centres cannot be read, so that nothing comes of them.
    package static func unreadable(_ tx: Transaction) throws -> Int {
        var count = 0
        try tx.each("select * from saved_search order by id") { row in
            if (try? SavedSearch(row)) == nil { count += 1 }
        }
        return count
    }
}
