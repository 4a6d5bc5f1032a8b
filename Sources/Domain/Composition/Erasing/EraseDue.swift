package import SQL
package import Time
package import VolunteerCentre

/// Erases what a centre no longer keeps. Facts are counted apart and stay. Running it twice erases nothing twice.
package enum EraseDue {
    /// So many in one transaction: each is audited, and nobody else waits long.
    static let batch = 200

    /// - Returns: how many were erased; the schedule runs it again until there are none.
    package static func run(_ rule: RetentionRule, centre: Centre, now: Instant, _ tx: Transaction) throws -> Int {
        let terms = try RetentionQueries.terms(of: centre.id, tx)
        let due = try RetentionQueries.due(rule, terms, in: centre.id, now: now, limit: batch, tx)
        guard !due.isEmpty else { return 0 }
        let ids = due.map(\.id)
        let actor = Actor.system(centre: centre.id)
        switch rule {
        case .guestResponse, .response, .match:
            try Eraser.whole.erase("application", where: "centre_id = \(centre.id) and id in \(list: ids)", tx)
            for id in ids { try Audit.record("application.erased", on: "application", id, by: actor, now: now, tx) }
        case .volunteer:
            for id in ids { try EraseVolunteer.run(ID(id), by: actor, centre: centre, now: now, tx) }
        case .rejectedOrganisation:
            for id in ids { try EraseOrganisation.run(ID(id), by: actor, centre: centre, now: now, tx) }
        case .mail: try tx("delete from mail where centre_id = \(centre.id) and id in \(list: ids)")
        case .log: try tx("delete from audit where centre_id = \(centre.id) and id in \(list: ids)")
        case .volunteerAsked, .volunteerAskedAgain: break
        }
        // Mails and log lines by the hundred: one line for each batch.
        if rule == .mail || rule == .log {
            try Audit.record("\(rule.rawValue).erased", on: "centre", centre.id.number, by: actor, now: now, tx)
        }
        return due.count
    }
}
