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
        /// What stands in the candidate pool would say who she is.
        case revealing
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
        let change = try self.change(before, after, other, chosen, (goes, stays), in: work)
        if let entry = try change.pool.map(\.goes) ?? PoolEntry.of(stays, tx), Revealing(after.name).reveals(entry) {
            return .revealing
        }
        try apply(change, goes, stays, in: work)
        let merge: ID<VolunteerMerge> = ID(
            try tx.insert(
                """
                insert into volunteer_merge (centre_id, from_id, into_id, before, account_id, at)
                values (\(centre), \(goes), \(stays), \(try change.json), \(work.actor.account), \(work.now)) returning id
                """))
        for rows in MovingRows.all where comesAlong(rows.table, choice) {
            try rows.move(merge, from: goes, to: stays, tx)
        }
        try tx("update volunteer set merged_into = \(stays) where centre_id = \(centre) and id = \(goes)")
        try closeSessions(of: [before.account, other.account], [stays, goes], in: work)
        try Audit.record("volunteer.merged", on: "volunteer", stays.number, in: work)
        for volunteer in [stays, goes] { try work.changed("volunteer", volunteer) }
        return .merged(merge)
    }

    private static func change(
        _ before: ProfileFields, _ after: ProfileFields, _ other: ProfileFields, _ chosen: Set<MergeChoice.Field>,
        _ pair: (goes: ID<Volunteer>, stays: ID<Volunteer>), in work: UnitOfWork
    ) throws -> MergeChange {
        var change = MergeChange(before: before, after: after, other: other, choice: chosen)
        if chosen.contains(.answers) {
            change.answers = .init(
                stays: try OwnAnswer.all(of: pair.stays, work.tx), goes: try OwnAnswer.all(of: pair.goes, work.tx))
        }
        if chosen.contains(.pool) {
            change.pool = .init(
                stays: try PoolEntry.of(pair.stays, work.tx), goes: try PoolEntry.of(pair.goes, work.tx))
        }
        return change
    }

    private static func apply(
        _ change: MergeChange, _ goes: ID<Volunteer>, _ stays: ID<Volunteer>, in work: UnitOfWork
    ) throws {
        let tx = work.tx
        try change.after.write(to: stays, tx)
        if change.after.account != change.before.account {
            try change.other.with(accountOf: change.before).write(to: goes, tx)
        }
        if let answers = change.answers {
            try OwnAnswer.replace(goes, by: [], in: work.centre.id, tx)
            try OwnAnswer.replace(stays, by: answers.goes, in: work.centre.id, tx)
        }
        if let pool = change.pool {
            for volunteer in [stays, goes] { try PoolEntry.remove(volunteer, tx) }
            try pool.goes?.insert(stays, in: work)
        }
        // A link to choose a password, in a mail that lies about, would make the other one again. Who has none asks for a new one.
        try tx(
            """
            update credential_link set used_at = \(work.now) where centre_id = \(work.centre.id) and used_at is null
                and account_id in \(list: [change.before.account, change.other.account])
            """)
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
                and (volunteer_id in \(list: volunteers) or volunteer_id is null and account_id in \(list: accounts)
                    and not exists (select 1 from centre_role r where r.centre_id = session.centre_id and r.account_id = session.account_id)
                    and not exists (select 1 from organisation_member m where m.centre_id = session.centre_id
                        and m.account_id = session.account_id))
            """)
    }
}

extension Revealing {
    fileprivate func reveals(_ entry: PoolEntry) -> Bool {
        piece(of: entry.alias, isName: true) != nil || piece(of: entry.introduction, isName: false) != nil
    }
}
