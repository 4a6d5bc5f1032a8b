package import SQL
import Time
package import VolunteerCentre

/// A volunteer erases her profile at a centre herself. Organisations that wait for her, or count on her, are told first.
package enum LeaveCentre {
    /// What will be lost, counted.
    package struct Loss: Sendable, Equatable {
        package let responses: Int
        package let matches: Int
        package let favourites: Int
        package let searches: Int
        /// She is something else here too; then her log-in stays.
        package let keepsLogIn: Bool
    }

    package static func preview(_ id: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> Loss {
        let own: SQL = "centre_id = \(centre) and volunteer_id = \(id)"
        let account: SQL = "(select account_id from volunteer where id = \(id))"
        let row = try tx.first(
            """
            select (select count(*) from application where \(own)) as responses,
                (select count(*) from match where \(own)) as matches,
                (select count(*) from favourite where \(own)) as favourites,
                (select count(*) from saved_search where \(own)) as searches,
                exists (select 1 from volunteer where account_id = \(account) and id <> \(id) and merged_into is null)
                    or exists (select 1 from organisation_member where account_id = \(account))
                    or exists (select 1 from centre_role where account_id = \(account)) as keeps
            """)
        guard let row else { throw SQLError.conflict }
        return Loss(
            responses: try row["responses"], matches: try row["matches"], favourites: try row["favourites"],
            searches: try row["searches"], keepsLogIn: try row["keeps"])
    }

    package static func run(in work: UnitOfWork) throws -> Bool {
        guard case .volunteer(let id) = work.actor.role else { return false }
        try ClaimApplication.alike(in: work)
        try EndMatch.all(of: id, in: work)
        let open: [ID<Application>] = try work.tx.values(
            """
            select id from application where centre_id = \(work.centre.id) and volunteer_id = \(id)
                and state in ('new', 'in_conversation') order by id limit 1000
            """)
        for application in open {
            try WithdrawApplication.leaving(application, in: work)
        }
        try TellClosing.now("a.volunteer_id = \(id) and a.state = 'withdrawn'", in: work)
        return try EraseVolunteer.run(id, in: work)
    }
}
