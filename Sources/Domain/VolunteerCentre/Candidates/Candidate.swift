package import SQL
package import Time

/// A volunteer who chose to be found by organisations: under another name, without her contact data.
package struct Candidate: Sendable, Equatable {
    package static let longestAlias = 40
    package static let longestIntroduction = 600

    package let volunteer: ID<Volunteer>
    /// Under which organisations know her before a yes: by chance, and another one when she comes back, since her number is known
    /// to whom she responded to.
    package let code: String
    package let alias: String
    package let introduction: String
    package let joinedAt: Instant

    package static func find(code: String, in centre: ID<Centre>, _ tx: Transaction) throws -> Candidate? {
        try tx.first("select * from candidate where centre_id = \(centre) and code = \(code)").map(Candidate.init)
    }

    package static func find(_ volunteer: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> Candidate?
    {
        try tx.first("select * from candidate where centre_id = \(centre) and volunteer_id = \(volunteer)").map(
            Candidate.init)
    }

    package init(volunteer: ID<Volunteer>, code: String = "", alias: String, introduction: String, joinedAt: Instant) {
        self.volunteer = volunteer
        self.code = code
        self.alias = alias
        self.introduction = introduction
        self.joinedAt = joinedAt
    }

    init(_ row: Row) throws {
        self.init(
            volunteer: try row["volunteer_id"], code: try row["code"], alias: try row["alias"],
            introduction: try row["introduction"],
            joinedAt: try row["joined_at"])
    }

    /// Organisations that never see her again: by name, all of them, since each is one answer to an invitation.
    package static func blocked(by volunteer: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [(id: ID<Organisation>, name: String)]
    {
        try tx(
            """
            select o.id, o.name from candidate_block b join organisation o on o.id = b.organisation_id
            where b.centre_id = \(centre) and b.volunteer_id = \(volunteer) order by o.name_key, o.id limit 200
            """
        ).map { (try $0["id"], try $0["name"]) }
    }

    /// Whom an organisation must not see.
    package static func hidden(from organisation: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> Set<Int64>
    {
        Set(
            try tx.values(
                """
                select volunteer_id from candidate_block where centre_id = \(centre) and organisation_id = \(organisation)
                order by volunteer_id limit 100000
                """))
    }
}
