import HTML
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Working on behalf of an organisation: beginning it, and going back to one's own work.
enum OnBehalfRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.post("/organisaties/{organisation}/namens", use: begin)
        area.post("/namens/stoppen", use: end)
    }

    @Sendable static func begin(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let id: ID<Organisation> = try context.id("organisation")
        let response = try await request.form().first("reactie").flatMap { ID<VolunteerCentre.Application>($0) }
        try await context.carryOut { work in try ActOnBehalf.begin(id, in: context.session, in: work) }
        // Not of the organisation that she worked for until now.
        let page = response.map { "/beheer/reacties/\($0)" } ?? "/beheer"
        return context.visit.redirect("\(page)?\(Visit.hat)=\(id)")
    }

    @Sendable static func end(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let worked = try await context.write { work in try ActOnBehalf.end(context.session, in: work) }
        return context.visit.redirect(worked.map { "/centrum/organisaties/\($0)" } ?? "/centrum")
    }
}
