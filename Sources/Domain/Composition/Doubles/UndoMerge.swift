import Foundation
package import SQL
import Time
package import VolunteerCentre

/// They were two people after all: each gets back what she had. What came since stays where it came.
package enum UndoMerge {
    package static func run(_ id: ID<VolunteerMerge>, in work: UnitOfWork) throws -> VolunteerMerge? {
        let tx = work.tx
        guard VolunteerPolicy.canMerge(work.actor), let merge = try VolunteerMerge.find(id, in: work),
            try work.claim("volunteer", merge.into), try work.claim("volunteer", merge.from),
            let json: String = try tx.value("select before from volunteer_merge where id = \(id)")
        else { return nil }
        let change = try JSONDecoder().decode(ProfileFields.Change.self, from: Data(json.utf8))
        let now = try ProfileFields.of(merge.into, tx)
        let restored = now.undoing(change)
        try restored.write(to: merge.into, tx)
        if restored.account != now.account { try change.other.write(to: merge.from, tx) }
        // A match that was made since hangs on its response.
        try tx(
            """
            update match set volunteer_id = \(merge.from) where volunteer_id = \(merge.into) and cast(application_id as text) in (
                select row_key from volunteer_merge_row where merge_id = \(id) and name = 'application')
            """)
        for rows in MovingRows.all { try rows.moveBack(id, from: merge.into, to: merge.from, tx) }
        if change.choice.contains(.answers) { try OnceRows.swapAnswers(merge.from, merge.into, tx) }
        if change.choice.contains(.pool) { try OnceRows.swapCandidate(merge.from, merge.into, tx) }
        try tx("update volunteer set merged_into = null where id = \(merge.from)")
        try tx("delete from volunteer_merge_row where merge_id = \(id)")
        try tx("delete from volunteer_merge where id = \(id)")
        try MergeVolunteers.closeSessions(
            of: [change.before.account, change.other.account], [merge.into, merge.from], in: work)
        try Audit.record("volunteer.unmerged", on: "volunteer", merge.into.number, in: work)
        for volunteer in [merge.into, merge.from] { try work.changed("volunteer", volunteer) }
        return merge
    }
}
