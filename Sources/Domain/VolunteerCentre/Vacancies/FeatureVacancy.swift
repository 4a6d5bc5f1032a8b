package import SQL

/// The centre puts a vacancy *in de kijker*: it stands first on the home page, three at most, the newest first.
package enum FeatureVacancy {
    package static let shown = 3

    /// - Returns: whether there was such a vacancy for this actor.
    package static func run(_ id: ID<Vacancy>, _ isFeatured: Bool, in work: UnitOfWork) throws -> Bool {
        guard try VacancyQueries.find(id, for: isFeatured ? .feature : .unfeature, in: work) != nil else {
            return false
        }
        let at = isFeatured ? work.now : nil
        try work.tx("update vacancy set featured_at = \(at) where centre_id = \(work.centre.id) and id = \(id)")
        try Audit.record(isFeatured ? "vacancy.featured" : "vacancy.unfeatured", on: "vacancy", id.number, in: work)
        return true
    }
}
