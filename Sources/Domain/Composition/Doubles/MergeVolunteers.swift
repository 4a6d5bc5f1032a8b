package import SQL
import Time
package import VolunteerCentre

/// Two profiles of one person become one: what was chosen per field, her responses and matches in any case, and nothing else of the
/// one that goes. It mails nobody, and can be taken back for fourteen days.
package enum MergeVolunteers {
    package enum Outcome: Sendable, Equatable {
        case merged(ID<VolunteerMerge>)
        /// One of them is not as the page showed.
        case changedMeanwhile
        case notFound
    }

    /// - Parameter seen: `MergePreview.seen` of what was chosen from.
    package static func run(
        _ goes: ID<Volunteer>, into stays: ID<Volunteer>, _ choice: MergeChoice, seen: String, in work: UnitOfWork
    ) throws -> Outcome {
        let (tx, centre) = (work.tx, work.centre.id)
        guard VolunteerPolicy.canMerge(work.actor), let preview = try MergePreview(stays, goes, in: centre, tx),
            try work.claim("volunteer", stays), try work.claim("volunteer", goes)
        else { return .notFound }
        guard preview.seen == seen else { return .changedMeanwhile }
        var chosen = choice.ofOther.intersection(preview.differing)
        // It is a consent: the latest statement counts, and a no in case of doubt.
        if preview.leftPool { chosen.insert(.pool) }
        let before = try ProfileFields.of(stays, tx)
        let other = try ProfileFields.of(goes, tx)
        let after = before.taking(chosen, of: other)
        try after.write(to: stays, tx)
        if after.account != before.account { try other.with(accountOf: before).write(to: goes, tx) }
        let change = ProfileFields.Change(before: before, after: after, other: other, choice: chosen)
        let merge: ID<VolunteerMerge> = ID(
            try tx.insert(
                """
                insert into volunteer_merge (centre_id, from_id, into_id, before, account_id, at)
                values (\(centre), \(goes), \(stays), \(try change.json), \(work.actor.account), \(work.now)) returning id
                """))
        for rows in MovingRows.all where comesAlong(rows.table, choice) {
            try rows.move(merge, from: goes, to: stays, tx)
        }
        if chosen.contains(.answers) { try OnceRows.swapAnswers(goes, stays, tx) }
        if chosen.contains(.pool) { try OnceRows.swapCandidate(goes, stays, tx) }
        try tx("update volunteer set merged_into = \(stays) where centre_id = \(centre) and id = \(goes)")
        try closeSessions(of: [before.account, other.account], [stays, goes], in: work)
        try Audit.record("volunteer.merged", on: "volunteer", stays.number, in: work)
        for volunteer in [stays, goes] { try work.changed("volunteer", volunteer) }
        return .merged(merge)
    }

    private static func comesAlong(_ table: String, _ choice: MergeChoice) -> Bool {
        switch table {
        case "favourite": choice.along.contains(.favourites)
        case "saved_search": choice.along.contains(.searches)
        default: true
        }
    }

    /// Who was logged in as one of them logs in again, as who she is now.
    static func closeSessions(of accounts: [ID<Account>], _ volunteers: [ID<Volunteer>], in work: UnitOfWork) throws {
        try work.tx(
            """
            delete from session where centre_id = \(work.centre.id)
                and (volunteer_id in \(list: volunteers) or account_id in \(list: accounts)
                    and not exists (select 1 from centre_role r where r.centre_id = session.centre_id and r.account_id = session.account_id)
                    and not exists (select 1 from organisation_member m where m.centre_id = session.centre_id
                        and m.account_id = session.account_id))
            """)
    }
}
