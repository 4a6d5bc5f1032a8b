package import SQL
package import Time

/// Pauses that are over: those who chose the candidate pool can be found again.
package enum EndPauses {
    /// - Returns: how many; the schedule runs it again until there are none.
    package static func run(centre: Centre, now: Instant, _ tx: Transaction) throws -> Int {
        let ids: [ID<Volunteer>] = try tx(
            """
            select id from volunteer where centre_id = \(centre.id) and paused_until < \(centre.today(now))
            order by id limit 500
            """
        ).map { try $0["id"] }
        for id in ids {
            try tx("update volunteer set paused_until = null where centre_id = \(centre.id) and id = \(id)")
            try Audit.record("pause.ended", on: "volunteer", id.number, by: .system(centre: centre.id), now: now, tx)
            try ChangeFeed.append(kind: "volunteer", record: id, centre: centre.id, now: now, tx)
        }
        return ids.count
    }
}
