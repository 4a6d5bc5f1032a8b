import SQL

/// Gives a centre another host name: what the operator does when a town chose its address, or mistyped it.
package enum MoveCentre {
    package enum Outcome: Sendable, Equatable { case moved, taken }

    /// A port makes no other website: both would answer to the name.
    static func isTaken(_ host: String, except id: ID<Centre>? = nil, _ tx: Transaction) throws -> Bool {
        func bare(_ host: String) -> Substring? { host.lowercased().split(separator: ":").first }
        return try CentreQueries.all(tx).contains { centre in
            centre.id != id && centre.host.map { bare($0) == bare(host) } ?? false
        }
    }

    package static func run(to host: String, in work: UnitOfWork) throws -> Outcome {
        let (host, id) = (host.lowercased(), work.centre.id)
        guard try !Self.isTaken(host, except: id, work.tx) else { return .taken }
        try work.tx("update centre set host = \(host) where id = \(id)")
        try Audit.record("centre.moved", on: "centre", id.number, in: work)
        return .moved
    }
}
