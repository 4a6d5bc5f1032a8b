package import SQL

/// A table of states: what may follow what, drawn in docs/states.md.
package protocol LifeState: RawRepresentable, Hashable, Sendable, SQLValue where RawValue == String {
    var next: Set<Self> { get }
}

/// A record that goes through states. There is one way to take a step: state, history, log and change row are written
/// together.
package protocol Living {
    associatedtype State: LifeState

    /// Its table, which is also its name in the history and in the log.
    static var table: String { get }
    /// Whether the index follows it (`ChangeFeed`).
    static var isIndexed: Bool { get }

    var id: ID<Self> { get }
    var state: State { get }
}

extension Living {
    package static var isIndexed: Bool { false }

    /// - Parameters:
    ///   - columns: what changes with the state, each `, column = value`.
    ///   - cause: why, as one of a list of the record's own.
    ///   - followUp: what was done about it, in the record's own word.
    ///   - action: its name in the log, where that is not the state's.
    func step(
        to target: State, also columns: SQL = .empty, cause: String? = nil, reason: String? = nil,
        followUp: String? = nil, logged action: String? = nil, in work: UnitOfWork
    ) throws {
        precondition(state.next.contains(target), "\(state) does not become \(target)")
        try work.tx(
            """
            update \(name: Self.table) set state = \(target) \(columns)
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        try Self.note(
            id, from: state, to: target, cause: cause, reason: reason, followUp: followUp, logged: action, in: work)
    }

    /// For a record that was just made, or whose row was written with what it says.
    /// - Parameter old: nil for the first step. The same state twice is something that was said about it.
    static func note(
        _ id: ID<Self>, from old: State? = nil, to new: State, cause: String? = nil, reason: String? = nil,
        followUp: String? = nil, logged action: String? = nil, in work: UnitOfWork
    ) throws {
        precondition(old.map { $0 == new || $0.next.contains(new) } ?? true, "\(table): \(new) does not follow")
        try work.tx(
            """
            insert into state_change (centre_id, subject, subject_id, from_state, to_state, account_id, cause, reason,
                follow_up, at)
            values (\(work.centre.id), \(table), \(id), \(old), \(new), \(work.actor.account), \(cause), \(reason),
                \(followUp), \(work.now))
            """)
        try Audit.record(action ?? "\(table).\(new.rawValue)", on: table, id.number, in: work)
        if isIndexed { try work.changed(table, id) }
    }
}
