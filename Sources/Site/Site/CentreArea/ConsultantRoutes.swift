import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The fixed contact person of an organisation, and who stands in for a colleague.
enum ConsultantRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.post("/organisaties/{organisation}/consulent", use: assign)
        area.post("/medewerkers/{account}/afwezig", use: setAway)
    }

    @Sendable static func assign(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let id: ID<Organisation> = try context.id("organisation")
        let account = try await request.form().first("consulent").flatMap { ID<Account>($0) }
        try await context.carryOut { work in try ChangeConsultants.assign(account, to: id, in: work) == .done }
        return context.visit.redirect(.review(id), saying: .saved)
    }

    @Sendable static func setAway(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let id: ID<Account> = try context.id("account")
        var reader = FormReader(try await request.form(), visit.t)
        let until = reader.date("tot", within: 3, of: context.visit.today)
        let other = reader.data.first("vervanger").flatMap { ID<Account>($0) }
        guard reader.errors.isEmpty else { return visit.redirect(.staff, saying: .date) }
        let outcome = try await context.write { work in
            try ChangeConsultants.setAway(id, until: until, replacedBy: other, in: work)
        }
        switch outcome {
        case .done: return visit.redirect(.staff, saying: .saved)
        case .past: return visit.redirect(.staff, saying: .date)
        case .noReplacement: return visit.redirect(.staff, saying: .replacement)
        case .notFound: throw HTTPError(.notFound)
        }
    }
}
