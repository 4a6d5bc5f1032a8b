import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// A volunteer calls, since her name or her address is wrong: the centre mends it for her.
enum CorrectVolunteerRoutes {
    static func path(_ id: ID<Volunteer>) -> String { "/centrum/profielen/\(id)" }

    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/profielen/{volunteer}") { _, context in
            let volunteer = try await find(context)
            return show(volunteer, data(volunteer), FormErrors(), context.visit)
        }
        area.post("/profielen/{volunteer}") { request, context in try await save(try await request.form(), context) }
    }

    private static func data(_ volunteer: Volunteer) -> FormData {
        FormData(pairs: [("naam", volunteer.name), ("email", volunteer.email)])
    }

    private static func find(_ context: StaffContext) async throws -> Volunteer {
        let id: ID<Volunteer> = try context.id("volunteer")
        return try await context.find { work in
            VolunteerPolicy.canMerge(work.actor) ? try VolunteerQueries.find(id, in: work.centre.id, work.tx) : nil
        }
    }

    private static func save(_ typed: FormData, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let volunteer = try await find(context)
        let seen = SeenFields(data(volunteer))
        let (merged, both) = seen.merged(typed)
        var reader = FormReader(merged, visit.t)
        let name = reader.name("naam", missing: visit.t("Fill in the name."))
        let email = reader.email("email", missing: visit.t("Fill in the e-mail address."))
        reader.ask(about: both)
        guard reader.errors.isEmpty else { return show(volunteer, reader.data, reader.errors, visit) }
        let outcome = try await context.write { work -> CorrectVolunteer.Outcome? in
            try work.claim("volunteer", volunteer.id)
            let stored = try VolunteerQueries.find(volunteer.id, in: work.centre.id, work.tx)
            guard stored.map({ seen.isStill(data($0)) }) ?? true else { return nil }
            return try CorrectVolunteer.run(volunteer.id, name: name, email: email, in: work)
        }
        guard let outcome else { return try await save(typed, context) }
        let t = visit.t
        switch outcome {
        case .done: return visit.redirect(.correctedVolunteer(volunteer.id), saying: .saved)
        case .asked: return visit.redirect(.correctedVolunteer(volunteer.id), saying: .asked)
        case .taken:
            reader.errors.add(
                "email",
                t("Somebody has an account with this address. Are they one person? Then merge the two profiles."))
        case .withoutPassword:
            reader.errors.add(
                "email",
                t(
                    "This person has no password yet, so nobody could tell whose account it is. Let her register with the right address, and merge the two profiles."
                ))
        case .tooOften:
            reader.errors.add("email", t("This address was changed often today. Go on tomorrow."))
        case .notFound: throw HTTPError(.notFound)
        }
        return show(volunteer, reader.data, reader.errors, visit)
    }

    private static func show(_ volunteer: Volunteer, _ data: FormData, _ errors: FormErrors, _ visit: Visit) -> Reply {
        let (t, form) = (visit.t, visit.fields(data, errors))
        let page = AreaLayout.centre(
            t("Correct the data"), visit, current: DoublesPage.path, scripts: ["once"], form: form
        ).html(
            """
            \(visit.crumbs(Crumb(t("Double profiles"), DoublesPage.path), here: volunteer.name, isTheirs: true))
            <header class="page-head"><div><h1>\(t("Correct the data"))</h1><p class="lead" dir="auto">\(volunteer.name)</p></div></header>
            \(visit.notice(CorrectedVolunteer.self) { $0.words(t) })
            <form class="panel measure" method="post" action="\(visit.action(path(volunteer.id)))" novalidate data-once>
            \(SeenFields(self.data(volunteer)).field)\(form.requiredNote)
            \(form.input("naam", t("Name"), required: true, max: 100))
            \(form.input("email", t("E-mail address"), kind: .email, required: true, help: t("The new address gets a mail with a button, and counts once that is pressed and the password typed. The old address is told."), max: 254))
            <div class="form-foot"><button class="btn">\(t("Save"))</button></div></form>
            """)
        return visit.form(page, errors)
    }
}

enum CorrectedVolunteer: String, Notice {
    case saved = "bewaard"
    case asked = "gevraagd"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .saved: .success(t("Saved"))
        case .asked: .success(t("The new address got a mail. It counts once its button is pressed."))
        }
    }
}

extension Address where Said == CorrectedVolunteer {
    static func correctedVolunteer(_ id: ID<Volunteer>) -> Address { Address(CorrectVolunteerRoutes.path(id)) }
}
