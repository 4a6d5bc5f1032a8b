import Foundation
import Localisation
package import SQL
import Time
package import VolunteerCentre

/// Two profiles beside each other, before they become one: every table with something of either is named.
package struct MergePreview: Sendable, Equatable {
    package struct Side: Sendable, Equatable {
        package let volunteer: Volunteer
        package let answers: Int
        /// What she likes, of her answers.
        package let interests: [String]
        package let alias: String?
        let joinedAt: Instant?
        let leftPoolAt: Instant?
        package let favourites: Int
        package let searches: Int
        package let responses: Int
        package let matches: Int
        package let invitations: Int
        /// Organisations that looked at her, found her or asked her, and that she never wants to hear of.
        package let looked: Int
        package let blocked: Int
        package let logsIn: Bool
    }

    package let stays: Side
    package let goes: Side
    /// Somebody looked and noted that these are two people.
    let apartSince: Instant?

    /// - Returns: nil when one of them is not there, or both are the same.
    package init?(_ stays: ID<Volunteer>, _ goes: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws {
        let known = try VolunteerQueries.these([stays, goes], in: centre, tx)
        guard stays != goes, let first = known[stays], let second = known[goes] else { return nil }
        self.stays = try Self.side(first, in: centre, tx)
        self.goes = try Self.side(second, in: centre, tx)
        apartSince = try ProbableDoubles.keptApart(first.id, second.id, in: centre, tx)
    }

    /// For the page: who opens two profiles is noted.
    package static func open(_ stays: ID<Volunteer>, _ goes: ID<Volunteer>, in work: UnitOfWork) throws -> MergePreview?
    {
        guard VolunteerPolicy.canMerge(work.actor),
            let preview = try MergePreview(stays, goes, in: work.centre.id, work.tx)
        else { return nil }
        try Audit.record("volunteer.compared", on: "volunteer", stays.number, in: work)
        return preview
    }

    private static func side(_ volunteer: Volunteer, in centre: ID<Centre>, _ tx: Transaction) throws -> Side {
        func count(_ table: SQL) -> SQL {
            "(select count(*) from \(table) where centre_id = \(centre) and volunteer_id = \(volunteer.id))"
        }
        let row = try tx.first(
            """
            select \(count("volunteer_answer")) as answers, \(count("favourite")) as favourites,
                \(count("saved_search")) as searches, \(count("application")) as responses, \(count("match")) as matches,
                \(count("invitation")) + \(count("pool_invitation")) as invitations,
                \(count("profile_view")) + \(count("candidate_found")) + \(count("candidate_asked")) as looked,
                \(count("candidate_block")) as blocked,
                (select alias from candidate where volunteer_id = \(volunteer.id)) as alias,
                (select joined_at from candidate where volunteer_id = \(volunteer.id)) as joined_at,
                (select max(at) from audit where centre_id = \(centre) and subject = 'volunteer'
                    and subject_id = \(volunteer.id) and action = 'pool.left') as left_at,
                exists (select 1 from account where id = \(volunteer.account) and password_hash is not null) as logs_in
            """)
        guard let row else { throw SQLError.conflict }
        return Side(
            volunteer: volunteer, answers: try row["answers"],
            interests: try Answers.of(volunteer.id, in: centre, tx)[.interest], alias: try row["alias"],
            joinedAt: try row["joined_at"],
            leftPoolAt: try row["left_at"],
            favourites: try row["favourites"], searches: try row["searches"], responses: try row["responses"],
            matches: try row["matches"], invitations: try row["invitations"], looked: try row["looked"],
            blocked: try row["blocked"], logsIn: try row["logs_in"])
    }

    /// What was seen: a decision about something else is none.
    package var seen: String { Token.hash("\(self)") }

    /// Of which fields there is something to choose.
    package var differing: [MergeChoice.Field] {
        MergeChoice.Field.allCases.filter { field in
            switch field {
            case .email: stays.volunteer.account != goes.volunteer.account
            case .name: stays.volunteer.name != goes.volunteer.name
            case .phone: stays.volunteer.phone != goes.volunteer.phone
            case .place: stays.volunteer.place != goes.volunteer.place
            case .about: stays.volunteer.about != goes.volunteer.about
            case .answers: goes.answers > 0
            case .pool: canTakePool
            }
        }
    }

    /// Who is in the pool under one name keeps it. Her consent comes along unless she left later.
    private var canTakePool: Bool {
        guard stays.alias == nil, let joined = goes.joinedAt else { return false }
        return (stays.leftPoolAt.map { $0 < joined } ?? true)
    }

    /// As the other she left the pool after she joined it as this one.
    var leftPool: Bool {
        guard let joined = stays.joinedAt, goes.joinedAt == nil, let left = goes.leftPoolAt else { return false }
        return left >= joined
    }

    /// What is proposed: where only the other has something, that; and all that she kept.
    package var proposal: MergeChoice {
        let only = differing.filter { field in
            switch field {
            case .email: !stays.logsIn && goes.logsIn
            case .name: false
            case .about: stays.volunteer.about.isEmpty
            case .pool: true
            case .phone: stays.volunteer.phone.isEmpty
            case .place: stays.volunteer.place.isEmpty
            case .answers: stays.answers < goes.answers
            }
        }
        return MergeChoice(ofOther: Set(only), along: Set(MergeChoice.Collection.allCases))
    }
}
