package import SQL
package import Time

/// That an organisation asks somebody of the candidate pool for a vacancy. Until she says yes it knows her alias only.
package struct PoolInvitation: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, LifeState {
        case open, accepted, notNow = "not_now"
        /// Never this organisation.
        case never

        /// The whole life of an invitation: what may follow what. Who had no time may have it later.
        package var next: Set<State> {
            switch self {
            case .open: [.accepted, .notNow, .never]
            case .notNow: [.accepted, .never]
            case .accepted, .never: []
            }
        }
    }

    package let id: ID<PoolInvitation>
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let vacancy: ID<Vacancy>
    package let vacancyTitle: String
    package let volunteer: ID<Volunteer>
    package let alias: String
    package let text: String
    package let state: State
    package let createdAt: Instant

    private static let columns: SQL = """
        select i.*, v.title, o.name as organisation_name from pool_invitation i join vacancy v on v.id = i.vacancy_id
            join organisation o on o.id = i.organisation_id
        """

    package static func find(_ id: ID<PoolInvitation>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> PoolInvitation?
    {
        try tx.first("\(columns) where i.centre_id = \(centre) and i.id = \(id)").map(PoolInvitation.init)
    }

    /// The newest 50 of a volunteer or of an organisation.
    package static func list(
        volunteer: ID<Volunteer>? = nil, organisation: ID<Organisation>? = nil, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> [PoolInvitation] {
        var filter: SQL = "i.centre_id = \(centre)"
        if let volunteer { filter += " and i.volunteer_id = \(volunteer)" }
        if let organisation { filter += " and i.organisation_id = \(organisation)" }
        return try tx("\(columns) where \(filter) order by i.created_at desc, i.id desc limit 50").map(
            PoolInvitation.init)
    }

    private init(_ row: Row) throws {
        id = try row["id"]
        organisation = try row["organisation_id"]
        organisationName = try row["organisation_name"]
        vacancy = try row["vacancy_id"]
        vacancyTitle = try row["title"]
        volunteer = try row["volunteer_id"]
        alias = try row["alias"]
        text = try row["text"]
        state = try row["state"]
        createdAt = try row["created_at"]
    }
}

extension PoolInvitation {
    /// What may be answered now, and only by whom it was sent to. The same set that the page prints.
    package func answers(_ actor: Actor) -> Set<State> { actor.role == .volunteer(volunteer) ? state.next : [] }

    /// That somebody never wants to hear from it is not for the organisation to know.
    package var seenByOrganisation: State { state == .never ? .notNow : state }
}

extension PoolInvitation: Living {
    package static var table: String { "pool_invitation" }
}
