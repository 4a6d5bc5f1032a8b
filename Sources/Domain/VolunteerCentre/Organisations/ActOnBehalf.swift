package import SQL
package import Time

/// A mediator does an organisation's work for it, when somebody asks at the desk or by telephone. The log says so.
package enum ActOnBehalf {
    /// - Returns: whether the session now works for the organisation.
    package static func begin(
        _ id: ID<Organisation>, in session: Session, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Bool {
        guard OrganisationPolicy.canReview(actor), actor.account == session.account,
            try OrganisationQueries.published(id, in: centre.id, tx) != nil
        else { return false }
        try tx("update session set acting_for = \(id) where id = \(session.id) and centre_id = \(centre.id)")
        try Audit.record("organisation.acting.begun", on: "organisation", id.number, by: actor, now: now, tx)
        return true
    }

    /// - Returns: for whom the session worked.
    package static func end(_ session: Session, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> ID<Organisation>?
    {
        guard session.isOnBehalf, let id = session.organisation?.organisation else { return nil }
        try tx("update session set acting_for = null where id = \(session.id) and centre_id = \(centre.id)")
        try Audit.record("organisation.acting.ended", on: "organisation", id.number, by: actor, now: now, tx)
        return id
    }
}
