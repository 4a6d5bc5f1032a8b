import SQL

/// Gives a centre another host name: what the operator does when a town chose its address, or mistyped it.
package enum MoveCentre {
    package enum Outcome: Sendable, Equatable { case moved, taken }

    package static func run(to host: String, in work: UnitOfWork) throws -> Outcome {
        let (host, id) = (host.lowercased(), work.centre.id)
        let other = try work.tx.first("select 1 as here from centre where lower(host) = \(host) and id <> \(id)")
        guard other == nil else { return .taken }
        try work.tx("update centre set host = \(host) where id = \(id)")
        try Audit.record("centre.moved", on: "centre", id.number, in: work)
        return .moved
    }
}
