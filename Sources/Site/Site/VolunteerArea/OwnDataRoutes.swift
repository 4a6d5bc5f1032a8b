import Composition
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Mijn gegevens*: what the centre knows of a volunteer, a copy to take along, and the way out.
enum OwnDataRoutes {
    static func add(to area: RouterGroup<VolunteerContext>) {
        area.get("/gegevens") { _, context in context.visit.page(OwnDataPage().html(context.visit)) }
        area.get("/gegevens/alles") { _, context in
            let visit = context.visit
            let record = try await record(context)
            return visit.page(PersonalRecordPage(record: record).html(visit))
        }
        area.get("/gegevens.json") { _, context in
            let visit = context.visit
            let body = try await record(context).json(madeAt: visit.now, at: visit.centre)
            return Reply(
                headers: [
                    .contentType: "application/json; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"mijn-gegevens-\(visit.centre.slug).json\"",
                ], body: Array(body), shared: false)
        }
        area.get("/gegevens/verwijderen") { _, context in try await leaving(context, FormErrors()) }
        area.post("/gegevens/verwijderen", use: leave)
    }

    private static func record(_ context: VolunteerContext) async throws -> PersonalRecord {
        return try await context.find { work in
            try VolunteerQueries.find(context.volunteer, in: work.centre.id, work.tx).map {
                try PersonalRecord.of($0, in: work.centre, work.tx)
            }
        }
    }

    private static func leaving(_ context: VolunteerContext, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let id = context.volunteer
        let (name, loss) = try await context.find { work in
            let volunteer = try VolunteerQueries.find(id, in: work.centre.id, work.tx)
            return try volunteer.map { ($0.name, try LeaveCentre.preview(id, in: work.centre.id, work.tx)) }
        }
        return visit.form(LeavePage(name: name, loss: loss, errors: errors).html(visit), errors)
    }

    @Sendable static func leave(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let reader = FormReader(try await request.form(), visit.t)
        var errors = FormErrors()
        if !reader.flag("zeker") { errors.add("zeker", visit.t("Tick that you are sure.")) }
        if errors.isEmpty, let account = visit.session?.account,
            let error = try await OwnPassword.error(request, account, visit)
        {
            errors.add("wachtwoord", error)
        }
        guard errors.isEmpty else { return try await leaving(context, errors) }
        try await context.carryOut { work in try LeaveCentre.run(in: work) }
        return visit.redirect("/tot-ziens")
    }
}
