import SQL

/// A dated, person-free thing that will be counted. Figures come from these rows alone, so erasing people changes no figure.
package enum Fact: String, Sendable, SQLValue {
    case organisationApproved = "organisation_approved"
    case vacancyPublished = "vacancy_published"
    /// On the website again after it was offline or archived: no new vacancy in the yearly figures.
    case vacancyReactivated = "vacancy_reactivated"
    case application
    case match
    /// Somebody offered herself to the centre for the first time: she registered, or responded, whichever was first.
    case candidate

    package func record(municipality: String, interest: String = "", channel: String, in work: UnitOfWork) throws {
        try work.tx(
            """
            insert into fact (centre_id, kind, date, municipality, interest, channel)
            values (\(work.centre.id), \(self), \(work.today), \(municipality), \(interest), \(channel))
            """)
    }
}
