package import SQL
package import Time

/// Somebody is asked to work for an organisation. She belongs to it from her yes on; until then it knows what it typed.
package struct MemberInvitation: Sendable, Equatable {
    /// As long as the link in her mail.
    static let life = ActionLink.Purpose.joinOrganisation.life

    package let id: ID<MemberInvitation>
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let email: String
    package let name: String
    package let role: Membership.Role
    package let createdAt: Instant

    private static let columns: SQL = """
        select i.*, o.name as organisation_name from member_invitation i join organisation o on o.id = i.organisation_id
        """

    /// Who was asked and has not answered, in order of asking, at most 50.
    package static func open(of organisation: ID<Organisation>, in centre: ID<Centre>, now: Instant, _ tx: Transaction)
        throws -> [MemberInvitation]
    {
        try tx(
            """
            \(columns) where i.centre_id = \(centre) and i.organisation_id = \(organisation)
                and i.created_at > \(now.subtracting(life)) order by i.id limit \(ChangeMembers.most)
            """
        ).map(Self.init)
    }

    /// Of an organisation that is admitted.
    static func find(_ id: ID<MemberInvitation>, in centre: ID<Centre>, _ tx: Transaction) throws -> MemberInvitation? {
        try tx.first("\(columns) where i.centre_id = \(centre) and i.id = \(id) and o.state = 'approved'").map(
            Self.init)
    }

    static func purge(now: Instant, _ tx: Transaction) throws {
        try tx("delete from member_invitation where created_at < \(now.subtracting(life))")
    }

    private init(_ row: Row) throws {
        (id, organisation) = (try row["id"], try row["organisation_id"])
        organisationName = try row["organisation_name"]
        (email, name) = (try row["email"], try row["name"])
        (role, createdAt) = (try row["role"], try row["created_at"])
    }
}
