import SQL

/// A dated, person-free thing that will be counted. Figures come from these rows alone, so erasing people changes no figure.
package enum Fact: String, Sendable, SQLValue {
    case organisationApproved = "organisation_approved"
    case vacancyPublished = "vacancy_published"
    /// On the website again after it was offline or archived: no new vacancy in the yearly figures.
    case vacancyReactivated = "vacancy_reactivated"
    /// An organisation said of a vacancy what is true of it now; the channel says what.
    case vacancyConfirmed = "vacancy_confirmed"
    case application
    case match
    /// An organisation answered a response for the first time; the channel tells whether in time.
    case answer
    /// A response was declined or withdrawn; the channel says why.
    case declined, withdrawn
    /// Somebody offered herself to the centre for the first time: she registered, or responded, whichever was first.
    case candidate

    package func record(municipality: String, interest: String = "", channel: String, in work: UnitOfWork) throws {
        try [self].record(municipality: municipality, interest: interest, channel: channel, in: work)
    }
}

extension [Fact] {
    /// Several that one act makes, about the same place and interest: one statement.
    func record(municipality: String, interest: String, channel: String, in work: UnitOfWork) throws {
        let rows = map { fact -> SQL in
            "(\(work.centre.id), \(fact), \(work.today), \(municipality), \(interest), \(channel))"
        }
        try work.tx(
            """
            insert into fact (centre_id, kind, date, municipality, interest, channel)
            values \(rows.joined(separator: ", "))
            """)
    }
}
