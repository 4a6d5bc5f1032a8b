import HTTPTypes
import Hummingbird
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Mijn organisatie*: showing the form and saving it.
enum OwnOrganisationRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/organisatie", use: form)
        area.post("/organisatie", use: save)
        MemberRoutes.add(to: area)
        HandOverRoutes.add(to: area)
        ContactRoutes.add(to: area)
        DepartmentRoutes.add(to: area)
        OwnHolidayRoutes.add(to: area)
    }

    @Sendable static func form(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let organisation = try await find(context)
        return try await show(
            organisation, OwnOrganisationPage.data(organisation), FormErrors(), logo: organisation.logoUpload, context)
    }

    @Sendable static func save(_ request: Request, _ context: MemberContext) async throws -> Reply {
        try await save(try await PictureField.logo.take(request, context), context)
    }

    private static func save(_ taken: PictureField.Taken, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let organisation = try await find(context)
        let (data, both) = SeenFields(OwnOrganisationPage.data(organisation)).merged(taken.data)
        var reader = FormReader(data, visit.t)
        if let error = taken.error { reader.errors.add("logo", error) }
        var read = OrganisationDetailsForm.read(&reader, visit)
        reader.ask(about: both)
        guard reader.errors.isEmpty else {
            return try await show(organisation, data, reader.errors, logo: taken.picture, context)
        }
        // Whose logo was left as it was, leaves a newer one as it is.
        read.logo = data.first("logo-id") == taken.data.first("logo-id") ? taken.picture : organisation.logoUpload
        let (details, seen) = (read, organisation.details)
        switch try await context.write({ work in try ChangeOrganisation.run(details, over: seen, in: work) }) {
        case .changed: break
        case .notFound: throw HTTPError(.notFound)
        case .changedMeanwhile: return try await save(taken, context)
        }
        return visit.redirect(.organisation, saying: .saved)
    }

    private static func find(_ context: MemberContext) async throws -> Organisation {
        let id = context.organisation
        return try await context.find { work in try OrganisationQueries.published(id, in: work.centre.id, work.tx) }
    }

    private static func show(
        _ organisation: Organisation, _ data: FormData, _ errors: FormErrors, logo: Upload?, _ context: MemberContext
    ) async throws -> Reply {
        let visit = context.visit
        let (consultant, acts) = try await context.read { work in
            (
                try Consultant.of(organisation.id, in: work.centre.id, today: work.today, work.tx),
                try AutomaticAct.history(of: "organisation", organisation.id.number, in: work.centre.id, work.tx)
            )
        }
        let page = OwnOrganisationPage(
            organisation: organisation, form: visit.fields(data, errors), logo: logo, consultant: consultant,
            acts: acts)
        return visit.form(page.html(visit), errors)
    }
}
