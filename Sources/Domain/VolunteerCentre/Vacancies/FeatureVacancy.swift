package import SQL
package import Time

/// The centre puts a vacancy *in de kijker*: it stands first on the home page, three at most, the newest first.
package enum FeatureVacancy {
    package static let shown = 3

    /// - Returns: whether there was such a vacancy for this actor.
    package static func run(
        _ id: ID<Vacancy>, _ isFeatured: Bool, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Bool {
        guard VacancyPolicy.canReview(actor), let vacancy = try VacancyQueries.find(id, in: centre.id, tx),
            !isFeatured || vacancy.state == .published
        else { return false }
        let at = isFeatured ? now : nil
        try tx("update vacancy set featured_at = \(at) where centre_id = \(centre.id) and id = \(id)")
        try Audit.record(
            isFeatured ? "vacancy.featured" : "vacancy.unfeatured", on: "vacancy", id.number, by: actor, now: now, tx)
        return true
    }
}
