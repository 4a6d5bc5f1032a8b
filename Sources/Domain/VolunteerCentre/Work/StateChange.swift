package import SQL
package import Time

/// The history of states: one row per step, with when, why and by whom.
package struct StateChange: Sendable, Equatable {
    package let from: String?
    package let to: String
    /// Why, as one of a list of the record's own.
    package let cause: String?
    /// Why, in somebody's words.
    package let reason: String?
    /// What was done about it, in the record's own word.
    package let followUp: String?
    /// Who it was, of an organisation or of the centre; volunteers and visitors are known from the record.
    package let author: String?
    package let at: Instant

    package init(
        from: String?, to: String, cause: String? = nil, reason: String?, followUp: String? = nil,
        author: String? = nil, at: Instant
    ) {
        (self.from, self.to, self.cause, self.reason) = (from, to, cause, reason)
        (self.followUp, self.author, self.at) = (followUp, author, at)
    }

    /// How many steps there are: who decides says how many she saw.
    package static func count(of subject: String, _ id: Int64, in centre: ID<Centre>, _ tx: Transaction) throws -> Int {
        try tx.count("state_change where centre_id = \(centre) and subject = \(subject) and subject_id = \(id)")
    }

    /// The newest fifty steps, oldest first.
    package static func history(of subject: String, _ id: Int64, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [StateChange]
    {
        try tx(
            """
            select c.from_state, c.to_state, c.cause, c.reason, c.follow_up, c.at, \(Hat.colleague("c.account_id", in: centre)) as author
            from state_change c
            where c.centre_id = \(centre) and c.subject = \(subject) and c.subject_id = \(id) order by c.id desc limit 50
            """
        ).map { row in
            StateChange(
                from: try row["from_state"], to: try row["to_state"], cause: try row["cause"],
                reason: try row["reason"],
                followUp: try row["follow_up"], author: try row["author"], at: try row["at"])
        }.reversed()
    }
}
