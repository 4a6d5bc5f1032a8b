package import SQL
package import Time

/// A dated, person-free thing that will be counted. Figures come from these rows alone, so erasing people changes no figure.
package enum Fact: String, Sendable, SQLValue {
    case organisationApproved = "organisation_approved"
    case vacancyPublished = "vacancy_published"
    /// On the website again after it was offline or archived: no new vacancy in the yearly figures.
    case vacancyReactivated = "vacancy_reactivated"
    case application
    case match

    package func record(
        centre: Centre, municipality: String, interest: String = "", channel: String, now: Instant, _ tx: Transaction
    ) throws {
        try tx(
            """
            insert into fact (centre_id, kind, date, municipality, interest, channel)
            values (\(centre.id), \(self), \(centre.today(now)), \(municipality), \(interest), \(channel))
            """)
    }
}
