package import SQL

/// A volunteer enters the candidate pool, changes how she stands in it, or leaves it. It is her consent: nothing happens
/// without it, and leaving works at once.
package enum JoinPool {
    package enum Outcome: Sendable, Equatable {
        case joined
        /// The alias says who she is.
        case revealing
        case notFound
    }

    package static func run(alias: String, introduction: String, in work: UnitOfWork) throws -> Outcome {
        guard case .volunteer(let id) = work.actor.role,
            let volunteer = try VolunteerQueries.find(id, in: work.centre.id, work.tx)
        else { return .notFound }
        let revealing = Revealing(volunteer.name)
        guard revealing.piece(of: alias, isName: true) == nil, revealing.piece(of: introduction, isName: false) == nil
        else { return .revealing }
        try work.tx(
            """
            insert into candidate (volunteer_id, centre_id, code, alias, introduction, joined_at)
            values (\(id), \(work.centre.id), \(work.random(12).hex), \(alias), \(introduction), \(work.now))
            on conflict (volunteer_id) do update set alias = excluded.alias, introduction = excluded.introduction
            """)
        try Audit.record("pool.joined", on: "volunteer", id.number, in: work)
        try work.changed("volunteer", id)
        return .joined
    }

    package static func leave(in work: UnitOfWork) throws -> Bool {
        guard case .volunteer(let id) = work.actor.role,
            try work.tx.run("delete from candidate where centre_id = \(work.centre.id) and volunteer_id = \(id)") > 0
        else { return false }
        try Audit.record("pool.left", on: "volunteer", id.number, in: work)
        try work.changed("volunteer", id)
        return true
    }

    /// An organisation that she did not want to hear of may see her again.
    package static func unblock(_ organisation: ID<Organisation>, in work: UnitOfWork) throws -> Bool {
        guard case .volunteer(let id) = work.actor.role,
            try work.tx.run(
                "delete from candidate_block where volunteer_id = \(id) and organisation_id = \(organisation)") > 0
        else { return false }
        try Audit.record("pool.unblocked", on: "organisation", organisation.number, in: work)
        return true
    }
}
