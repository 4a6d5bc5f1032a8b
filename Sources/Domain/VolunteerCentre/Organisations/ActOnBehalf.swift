package import SQL

/// A mediator does an organisation's work for it, when somebody asks at the desk or by telephone. The log says so.
package enum ActOnBehalf {
    /// - Returns: whether the session now works for the organisation.
    package static func begin(_ id: ID<Organisation>, in session: Session, in work: UnitOfWork) throws -> Bool {
        guard work.actor.account == session.account,
            try OrganisationQueries.find(id, for: .actOnBehalf, in: work) != nil
        else { return false }
        try work.tx("update session set acting_for = \(id) where id = \(session.id) and centre_id = \(work.centre.id)")
        try Audit.record("organisation.acting.begun", on: "organisation", id.number, in: work)
        return true
    }

    /// - Returns: for whom the session worked.
    package static func end(_ session: Session, in work: UnitOfWork) throws -> ID<Organisation>? {
        guard session.isOnBehalf, let id = session.organisation?.organisation else { return nil }
        try work.tx("update session set acting_for = null where id = \(session.id) and centre_id = \(work.centre.id)")
        try Audit.record("organisation.acting.ended", on: "organisation", id.number, in: work)
        return id
    }
}
