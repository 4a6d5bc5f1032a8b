import Foundation
import SQL
import VolunteerCentre

/// What a merge did to what somebody has once, to take it back: as it was on both sides, and as it became.
struct MergeChange: Codable {
    let before: ProfileFields
    let after: ProfileFields
    /// Of the one that went.
    let other: ProfileFields
    let choice: Set<MergeChoice.Field>
    /// Where those of the other were chosen: of the one that stays, and of the other.
    var answers: Both<[OwnAnswer]>?
    /// Where a name in the pool moved, or went since she left the pool as the other.
    var pool: Both<PoolEntry?>?

    struct Both<Value: Codable>: Codable {
        let stays: Value
        let goes: Value
    }

    var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    static func of(_ merge: ID<VolunteerMerge>, _ tx: Transaction) throws -> MergeChange? {
        try tx.value("select before from volunteer_merge where id = \(merge)").map { (json: String) in
            try JSONDecoder().decode(MergeChange.self, from: Data(json.utf8))
        }
    }
}

/// One answer to *Wat past bij jou?*
struct OwnAnswer: Codable, Equatable {
    let question: String
    let answer: String

    static func all(of id: ID<Volunteer>, _ tx: Transaction) throws -> [OwnAnswer] {
        try tx(
            """
            select question, answer from volunteer_answer where volunteer_id = \(id) order by question, answer limit 1000
            """
        ).map { OwnAnswer(question: try $0["question"], answer: try $0["answer"]) }
    }

    static func replace(_ id: ID<Volunteer>, by answers: [OwnAnswer], in centre: ID<Centre>, _ tx: Transaction) throws {
        try tx("delete from volunteer_answer where volunteer_id = \(id)")
        for one in answers {
            try tx(
                """
                insert into volunteer_answer (centre_id, volunteer_id, question, answer)
                values (\(centre), \(id), \(one.question), \(one.answer))
                """)
        }
    }
}

/// How somebody stands in the candidate pool.
struct PoolEntry: Codable, Equatable {
    let code: String
    let alias: String
    let introduction: String
    let joinedAt: Int64

    static func of(_ id: ID<Volunteer>, _ tx: Transaction) throws -> PoolEntry? {
        try tx.first("select code, alias, introduction, joined_at from candidate where volunteer_id = \(id)").map {
            PoolEntry(
                code: try $0["code"], alias: try $0["alias"], introduction: try $0["introduction"],
                joinedAt: try $0["joined_at"])
        }
    }

    static func remove(_ id: ID<Volunteer>, _ tx: Transaction) throws {
        try tx("delete from candidate where volunteer_id = \(id)")
    }

    /// Whoever is in the pool already stays there as she is.
    func insert(_ id: ID<Volunteer>, in work: UnitOfWork) throws {
        // Somebody else may be known by this number since.
        let isTaken = try work.tx.first("select 1 as here from candidate where code = \(code)") != nil
        try work.tx(
            """
            insert into candidate (volunteer_id, centre_id, code, alias, introduction, joined_at)
            values (\(id), \(work.centre.id), \(isTaken ? work.random(12).hex : code), \(alias), \(introduction), \(joinedAt))
            on conflict (volunteer_id) do nothing
            """)
    }
}
