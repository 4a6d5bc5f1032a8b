package import SQL

/// All that happened to a record: the steps that people took, and what the program did by itself.
package struct Timeline: Sendable, Equatable {
    package let steps: [StateChange]
    package let acts: [AutomaticAct]

    package init(steps: [StateChange], acts: [AutomaticAct] = []) {
        (self.steps, self.acts) = (steps, acts)
    }

    /// The newest fifty of each.
    package static func of(_ subject: String, _ id: Int64, in centre: ID<Centre>, _ tx: Transaction) throws -> Timeline
    {
        Timeline(
            steps: try StateChange.history(of: subject, id, in: centre, tx),
            acts: try AutomaticAct.history(of: subject, id, in: centre, tx))
    }

    /// With the steps of what came of it, in order of time.
    package func merging(_ other: [StateChange]?) -> Timeline {
        Timeline(steps: other.map { (steps + $0).sorted { $0.at < $1.at } } ?? steps, acts: acts)
    }
}
