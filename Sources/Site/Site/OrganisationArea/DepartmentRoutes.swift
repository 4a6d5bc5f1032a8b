import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Afdelingen* of an organisation. Owners add, rename and remove; everybody sees them.
enum DepartmentRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/organisatie/afdelingen") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/organisatie/afdelingen", use: create)
        area.post("/organisatie/afdelingen/{department}", use: rename)
        area.post("/organisatie/afdelingen/{department}/weg", use: remove)
        area.post("/organisatie/mensen/{account}/afdeling", use: assign)
    }

    private static func show(_ context: MemberContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let departments = try await context.read { work in
            try Department.listed(of: context.organisation, in: work.centre.id, work.tx)
        }
        let page = DepartmentsPage(
            departments: departments, canChange: context.membership.decides, form: visit.fields(data, errors))
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func create(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let data = try await request.form()
        return try await named(context, data) { name, work in try ChangeDepartments.add(name, in: work) }
    }

    @Sendable static func rename(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (data, id) = (try await request.form(), try department(context))
        return try await named(context, data) { name, work in try ChangeDepartments.rename(id, name, in: work) }
    }

    @Sendable static func remove(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (visit, id) = (context.visit, try department(context))
        try await context.carryOut { work in try ChangeDepartments.remove(id, in: work) == .done }
        return visit.redirect(.departments, saying: .removed)
    }

    @Sendable static func assign(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let account: ID<Account> = try context.id("account")
        let id = try await request.form().first("afdeling").flatMap { ID<Department>($0) }
        try await context.carryOut { work in try ChangeDepartments.assign(account, to: id, in: work) == .done }
        return context.visit.redirect(.members, saying: .saved)
    }

    private static func named(
        _ context: MemberContext, _ data: FormData,
        _ change: @escaping @Sendable (String, UnitOfWork) throws -> ChangeDepartments.Outcome
    ) async throws -> Reply {
        let visit = context.visit
        guard context.membership.decides else { throw HTTPError(.notFound) }
        var reader = FormReader(data, visit.t)
        let name = reader.line("afdeling", max: 100, missing: visit.t("Fill in the name of the department."))
        guard reader.errors.isEmpty else { return try await show(context, data, reader.errors) }
        switch try await context.write({ work in try change(name, work) }) {
        case .done: return visit.redirect(.departments, saying: .saved)
        case .taken: reader.errors.add("afdeling", visit.t("There is a department with this name already."))
        case .full:
            reader.errors.add(
                "afdeling",
                visit.t("An organisation has {count} departments at most.", ["count": String(Department.most)]))
        case .notFound: throw HTTPError(.notFound)
        }
        return try await show(context, data, reader.errors)
    }

    private static func department(_ context: MemberContext) throws -> ID<Department> { try context.id("department") }
}

extension MemberContext {
    var organisation: ID<Organisation> { membership.organisation }

    /// Who writes a vacancy.
    var writer: VacancyWriter {
        get async throws {
            try await find { work in
                guard let own = try OrganisationQueries.published(organisation, in: work.centre.id, work.tx) else {
                    return nil
                }
                return VacancyWriter(
                    organisation: own, departments: try Department.all(of: organisation, in: work.centre.id, work.tx),
                    name: session.name)
            }
        }
    }
}
