package import SQL
package import Time

/// Who of the centre an organisation deals with, and who stands in for whom.
package enum ChangeConsultants {
    package enum Outcome: Sendable, Equatable { case done, past, noReplacement, notFound }

    /// - Parameter account: nil: whoever has the municipality.
    package static func assign(_ account: ID<Account>?, to id: ID<Organisation>, in work: UnitOfWork) throws -> Outcome
    {
        guard try OrganisationQueries.find(id, for: .assignConsultant, in: work) != nil,
            try account.map({ try decides($0, work.centre, work.tx) }) ?? true
        else { return .notFound }
        try work.tx(
            "update organisation set consultant_id = \(account) where centre_id = \(work.centre.id) and id = \(id)")
        try Audit.record("organisation.consultant", on: "organisation", id.number, in: work)
        return .done
    }

    /// Until that day, that day too, mail for her goes to who stands in. Nil: she is there.
    package static func setAway(
        _ account: ID<Account>, until: CalendarDate?, replacedBy other: ID<Account>?, in work: UnitOfWork
    ) throws -> Outcome {
        guard work.actor.isAdministrator, try AccountQueries.staffRole(account, in: work.centre.id, work.tx) != nil
        else { return .notFound }
        if let until {
            guard until >= work.today else { return .past }
            guard let other, other != account, try decides(other, work.centre, work.tx) else { return .noReplacement }
        }
        try work.tx(
            """
            update centre_role set away_until = \(until), replacement_id = \(until == nil ? nil : other)
            where centre_id = \(work.centre.id) and account_id = \(account)
            """)
        try Audit.record("staff.away", on: "account", account.number, in: work)
        return .done
    }

    private static func decides(_ account: ID<Account>, _ centre: Centre, _ tx: Transaction) throws -> Bool {
        let role = try AccountQueries.staffRole(account, in: centre.id, tx)
        return role == .mediator || role == .administrator
    }
}
