package import SQL
package import Time

/// The history of states: one row per step, with when and why. Who it was says the log.
package struct StateChange: Sendable, Equatable {
    package let from: String?
    package let to: String
    package let reason: String?
    package let at: Instant

    package init(
        from: String?, to: String, reason: String?, at: Instant
    ) {
        self.from = from
        self.to = to
        self.reason = reason
        self.at = at
    }

    /// The newest fifty steps, oldest first.
    package static func history(of subject: String, _ id: Int64, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [StateChange]
    {
        try tx(
            """
            select from_state, to_state, reason, at from state_change
            where centre_id = \(centre) and subject = \(subject) and subject_id = \(id) order by id desc limit 50
            """
        ).map { row in
            StateChange(
                from: try row["from_state"], to: try row["to_state"], reason: try row["reason"], at: try row["at"])
        }.reversed()
    }
}
