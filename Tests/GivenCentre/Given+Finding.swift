import SQL
package import Time
package import VolunteerCentre

extension Given {
    package func finder() throws -> Finder { try Resources.finder(database, now: now) }

    /// What jobs and the schedule work with. Pictures stay as they are.
    package func tools() throws -> Toolbox {
        Toolbox(workroom, finder: try finder(), withoutMetadata: { $0 })
    }

    /// What visitors find, by an index that is read anew.
    package func found(_ words: String = "", in centre: Centre? = nil, at instant: Instant? = nil) async throws
        -> FoundVacancies
    {
        let finder = try finder()
        try await finder.catchUp()
        var search = VacancySearch()
        search.words = words
        return finder.search(search, in: centre ?? self.centre, page: Page(1, size: 500), now: instant ?? now)
    }
}
