package import SQL
package import Time

/// That an organisation asks somebody who worked for it before whether she joins in again, before there is a new vacancy.
package struct Invitation: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, LifeState {
        case open, accepted, declined

        /// The whole life of an invitation: what may follow what. People change their minds.
        package var next: Set<State> {
            switch self {
            case .open: [.accepted, .declined]
            case .accepted: [.declined]
            case .declined: [.accepted]
            }
        }
    }

    package let id: ID<Invitation>
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let vacancy: ID<Vacancy>
    package let vacancyTitle: String
    package let volunteer: ID<Volunteer>
    package let volunteerName: String
    package let text: String
    package let state: State
    package let createdAt: Instant
}

package enum InvitationQueries {
    private static let columns: SQL =
        "i.*, v.title, o.name as organisation_name, p.name as volunteer_name"
    private static let tables: SQL =
        """
        invitation i join vacancy v on v.id = i.vacancy_id join organisation o on o.id = i.organisation_id
            join volunteer p on p.id = i.volunteer_id
        """

    package static func find(_ id: ID<Invitation>, in centre: ID<Centre>, _ tx: Transaction) throws -> Invitation? {
        try tx.first("select \(columns) from \(tables) where i.centre_id = \(centre) and i.id = \(id)").map(invitation)
    }

    /// The newest 50 of a vacancy, or of a volunteer.
    package static func list(
        vacancy: ID<Vacancy>? = nil, volunteer: ID<Volunteer>? = nil, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> [Invitation] {
        var filter: SQL = "i.centre_id = \(centre)"
        if let vacancy { filter += " and i.vacancy_id = \(vacancy)" }
        if let volunteer { filter += " and i.volunteer_id = \(volunteer)" }
        return try tx(
            "select \(columns) from \(tables) where \(filter) order by i.created_at desc, i.id desc limit 50"
        ).map(invitation)
    }

    package struct Candidate: Sendable, Equatable {
        package let volunteer: ID<Volunteer>
        package let name: String
        package let beganOn: CalendarDate
    }

    /// Who was matched to a vacancy, also one in the archive; at most 500.
    package static func candidates(of vacancy: ID<Vacancy>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [Candidate]
    {
        try tx(
            """
            select m.volunteer_id, p.name, min(m.begins_on) as began from match m
            join volunteer p on p.id = m.volunteer_id
            where m.centre_id = \(centre) and m.vacancy_id = \(vacancy) and m.state <> 'cancelled'
            group by m.volunteer_id, p.name, p.name_key order by p.name_key, m.volunteer_id limit 500
            """
        ).map { Candidate(volunteer: try $0["volunteer_id"], name: try $0["name"], beganOn: try $0["began"]) }
    }

    private static func invitation(_ row: Row) throws -> Invitation {
        Invitation(
            id: try row["id"], organisation: try row["organisation_id"],
            organisationName: try row["organisation_name"], vacancy: try row["vacancy_id"],
            vacancyTitle: try row["title"], volunteer: try row["volunteer_id"],
            volunteerName: try row["volunteer_name"], text: try row["text"], state: try row["state"],
            createdAt: try row["created_at"])
    }
}

extension Invitation {
    /// What may be answered now, and only by whom it was sent to. The same set that the page prints.
    package func answers(_ actor: Actor) -> Set<State> { actor.role == .volunteer(volunteer) ? state.next : [] }
}

extension Invitation: Living {
    package static var table: String { "invitation" }
}
