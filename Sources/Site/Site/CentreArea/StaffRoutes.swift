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
        let staff = try await context.read { work in try AccountQueries.staff(in: work.centre.id, work.tx) }
        let page = StaffPage(staff: staff, own: context.session.account, form: visit.fields(data, errors))
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func invite(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        var reader = FormReader(try await request.form(), visit.t)
        let name = reader.name("naam", missing: visit.t("Fill in the name."))
        let email = reader.email("email", missing: visit.t("Fill in the e-mail address."))
        let role = StaffRole(
            rawValue: reader.choice(
                "rol", among: StaffRole.allCases.map(\.rawValue), missing: visit.t("Choose a role.")))
        guard reader.errors.isEmpty, let role else { return try await show(context, reader.data, reader.errors) }
        let outcome = try await context.write { work in
            try ChangeStaff.invite(email: email, name: name, role: role, in: work)
        }
        guard outcome == .alreadyThere else { return try answer(outcome, visit) }
        reader.errors.add("email", visit.t("This person works here already. Change the role in the list above."))
        return try await show(context, reader.data, reader.errors)
    }

    @Sendable static func setRole(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let data = try await request.form()
        let id = try account(context)
        guard let role = data.first("rol").flatMap(StaffRole.init(rawValue:)) else { throw HTTPError(.badRequest) }
        return try await change(context) { work in try ChangeStaff.setRole(role, of: id, in: work) }
    }

    @Sendable static func setMunicipalities(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let names = try await request.form().all("gemeente")
        let id = try account(context)
        return try await change(context, saying: names.isEmpty ? .everywhere : .saved) { work in
            try ChangeStaff.setMunicipalities(names, of: id, in: work)
        }
    }

    @Sendable static func remove(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let id = try account(context)
        return try await change(context) { work in try ChangeStaff.remove(id, in: work) }
    }

    private static func change(
        _ context: StaffContext, saying notice: StaffNotice = .saved,
        _ body: @escaping @Sendable (UnitOfWork) throws -> ChangeStaff.Outcome
    ) async throws -> Reply {
        let visit = try context.administrator
        return try answer(try await context.write(body), saying: notice, visit)
    }

    private static func answer(_ outcome: ChangeStaff.Outcome, saying notice: StaffNotice = .saved, _ visit: Visit)
        throws
        -> Reply
    {
        switch outcome {
        case .done: return visit.redirect(.staff, saying: notice)
        case .lastAdministrator: return visit.redirect(.staff, saying: .lastAdministrator)
        case .municipalityGone: return visit.redirect(.staff, saying: .gone)
        case .alreadyThere, .notFound: throw HTTPError(.notFound)
        }
    }

    private static func account(_ context: StaffContext) throws -> ID<Account> {
        _ = try context.administrator
        return try context.id("account")
    }
}
