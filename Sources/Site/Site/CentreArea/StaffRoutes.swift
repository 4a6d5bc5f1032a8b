import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Medewerkers*: who works for the centre, and as what. Administrators only.
enum StaffRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/medewerkers") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/medewerkers", use: invite)
        area.post("/medewerkers/{account}/rol", use: setRole)
        area.post("/medewerkers/{account}/gemeenten", use: setMunicipalities)
        area.post("/medewerkers/{account}/weg", use: remove)
    }

    private static func show(_ context: StaffContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = try context.administrator
        let centre = visit.centre.id
        let staff = try await visit.services.database.read { tx in try AccountQueries.staff(in: centre, tx) }
        let page = StaffPage(staff: staff, own: context.session.account, data: data, errors: errors)
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func invite(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let name = reader.line("naam", max: 100, missing: visit.t("Fill in the name."))
        let email = reader.email("email", missing: visit.t("Fill in the e-mail address."))
        let role = StaffRole(
            rawValue: reader.choice(
                "rol", among: StaffRole.allCases.map(\.rawValue), missing: visit.t("Choose a role.")))
        guard reader.errors.isEmpty, let role else { return try await show(context, data, reader.errors) }
        return try await change(context) { use, actor, centre, now, tx in
            try use.invite(email: email, name: name, role: role, by: actor, centre: centre, now: now, tx)
        }
    }

    @Sendable static func setRole(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let data = try await request.form()
        let id = try account(context)
        guard let role = data.first("rol").flatMap(StaffRole.init(rawValue:)) else { throw HTTPError(.badRequest) }
        return try await change(context) { use, actor, centre, now, tx in
            try use.setRole(role, of: id, by: actor, centre: centre, now: now, tx)
        }
    }

    @Sendable static func setMunicipalities(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let names = try await request.form().all("gemeente")
        let id = try account(context)
        return try await change(context) { use, actor, centre, now, tx in
            try use.setMunicipalities(names, of: id, by: actor, centre: centre, now: now, tx)
        }
    }

    @Sendable static func remove(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let id = try account(context)
        return try await change(context) { use, actor, centre, now, tx in
            try use.remove(id, by: actor, centre: centre, now: now, tx)
        }
    }

    private static func change(
        _ context: StaffContext,
        _ body: @escaping @Sendable (ChangeStaff, Actor, Centre, Instant, Transaction) throws -> ChangeStaff.Outcome
    ) async throws -> Reply {
        let visit = try context.administrator
        let use = ChangeStaff(mails: visit.services.mails, random: visit.services.random)
        let (actor, centre, now) = (context.actor, visit.centre, visit.now)
        switch try await visit.services.write({ tx in try body(use, actor, centre, now, tx) }) {
        case .done: return visit.redirect(.staff, saying: .saved)
        case .lastAdministrator: return visit.redirect(.staff, saying: .lastAdministrator)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    private static func account(_ context: StaffContext) throws -> ID<Account> {
        _ = try context.administrator
        let id: ID<Account> = try context.id("account")
        return id
    }
}
