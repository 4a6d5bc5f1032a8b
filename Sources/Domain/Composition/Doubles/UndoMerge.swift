package import SQL
import Time
package import VolunteerCentre

/// They were two people after all: each gets back what she had. What came since stays where it came.
package enum UndoMerge {
    package static func run(_ id: ID<VolunteerMerge>, in work: UnitOfWork) throws -> VolunteerMerge? {
        let tx = work.tx
        guard VolunteerPolicy.canMerge(work.actor), let merge = try VolunteerMerge.find(id, in: work),
            try work.claim("volunteer", merge.into), try work.claim("volunteer", merge.from),
            let change = try MergeChange.of(id, tx)
        else { return nil }
        let now = try ProfileFields.of(merge.into, tx)
        let saved = try tx.count(
            "audit where subject = 'volunteer' and subject_id = \(merge.into) and action = 'profile.changed' and at > \(merge.at)"
        )
        try now.undoing(change, saved: saved > 0).write(to: merge.into, tx)
        if change.after.account != change.before.account { try change.other.write(to: merge.from, tx) }
        // A match that was made since hangs on its response.
        try tx(
            """
            update match set volunteer_id = \(merge.from) where volunteer_id = \(merge.into) and cast(application_id as text) in (
                select row_key from volunteer_merge_row where merge_id = \(id) and name = 'application')
            """)
        for rows in MovingRows.all { try rows.moveBack(id, from: merge.into, to: merge.from, tx) }
        try restore(change, merge, in: work)
        try tx("update volunteer set merged_into = null where id = \(merge.from)")
        try tx("delete from volunteer_merge_row where merge_id = \(id)")
        try tx("delete from volunteer_merge where id = \(id)")
        try MergeVolunteers.closeSessions(
            of: [change.before.account, change.other.account], [merge.into, merge.from], in: work)
        try Audit.record("volunteer.unmerged", on: "volunteer", merge.into.number, in: work)
        for volunteer in [merge.into, merge.from] { try work.changed("volunteer", volunteer) }
        return merge
    }

    /// Her answers and her name in the pool: what was changed since is hers who changed it.
    private static func restore(_ change: MergeChange, _ merge: VolunteerMerge, in work: UnitOfWork) throws {
        let (tx, centre) = (work.tx, work.centre.id)
        if let answers = change.answers {
            if try OwnAnswer.all(of: merge.into, tx) == answers.goes {
                try OwnAnswer.replace(merge.into, by: answers.stays, in: centre, tx)
            }
            try OwnAnswer.replace(merge.from, by: answers.goes, in: centre, tx)
        }
        if let pool = change.pool {
            if let moved = pool.goes, try PoolEntry.of(merge.into, tx) == moved { try PoolEntry.remove(merge.into, tx) }
            try pool.stays?.insert(merge.into, in: work)
            try pool.goes?.insert(merge.from, in: work)
        }
    }
}
