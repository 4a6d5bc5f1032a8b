import SQL
import Time
package import VolunteerCentre

/// Erases what a centre no longer keeps. Facts are counted apart and stay. Running it twice erases nothing twice.
package enum EraseDue {
    /// So many in one transaction: each is audited, and nobody else waits long.
    static let batch = 200

    /// - Returns: how many were erased; the schedule runs it again until there are none.
    package static func run(_ rule: RetentionRule, in work: UnitOfWork) throws -> Int {
        let terms = try RetentionQueries.terms(of: work.centre.id, work.tx)
        let due = try RetentionQueries.due(rule, terms, in: work.centre.id, now: work.now, limit: batch, work.tx)
        guard !due.isEmpty else { return 0 }
        let ids = due.map(\.id)
        switch rule {
        case .guestResponse, .response, .match:
            try Eraser.whole.erase(
                "application", where: "centre_id = \(work.centre.id) and id in \(list: ids)", work.tx)
            for id in ids { try Audit.record("application.erased", on: "application", id, in: work) }
        case .volunteer:
            for id in ids { try EraseVolunteer.run(ID(id), in: work) }
        case .rejectedOrganisation:
            for id in ids { try EraseOrganisation.run(ID(id), in: work) }
        case .mail: try work.tx("delete from mail where centre_id = \(work.centre.id) and id in \(list: ids)")
        case .log:
            try work.tx("delete from audit where centre_id = \(work.centre.id) and id in \(list: ids)")
            // Their names stood there for the log alone.
            try work.tx(
                """
                delete from former_staff where centre_id = \(work.centre.id) and not exists (
                    select 1 from audit u where u.centre_id = former_staff.centre_id and u.account_id = former_staff.account_id)
                """)
        case .volunteerAsked, .volunteerAskedAgain: break
        }
        // Mails and log lines by the hundred: one line for each batch.
        if rule == .mail || rule == .log {
            try Audit.record("\(rule.rawValue).erased", on: "centre", work.centre.id.number, in: work)
        }
        return due.count
    }
}
