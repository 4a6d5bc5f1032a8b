import SQL

/// Pauses that are over: those who chose the candidate pool can be found again.
package enum EndPauses {
    /// - Returns: how many; the schedule runs it again until there are none.
    package static func run(in work: UnitOfWork) throws -> Int {
        let ids: [ID<Volunteer>] = try work.tx.values(
            """
            select id from volunteer where centre_id = \(work.centre.id) and paused_until < \(work.today)
            order by id limit 500
            """)
        for id in ids {
            try work.tx("update volunteer set paused_until = null where centre_id = \(work.centre.id) and id = \(id)")
            try Audit.record("pause.ended", on: "volunteer", id.number, in: work)
            try work.changed("volunteer", id)
        }
        return ids.count
    }
}
