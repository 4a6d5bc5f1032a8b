import HTML
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Klopt dit nog?* for who is logged in.
enum ConfirmRoutes {
    static let path = "/beheer/klopt-dit-nog"

    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/klopt-dit-nog") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/klopt-dit-nog", use: confirm)
    }

    private static func show(_ context: MemberContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let vacancies = try await context.read { work in try ConfirmVacancies.online(in: work) }
        let form = ConfirmForm(vacancies: vacancies, path: path, form: visit.fields(data, errors))
        return visit.form(page(form.html(visit), hasErrors: !errors.isEmpty, visit), errors)
    }

    @Sendable private static func confirm(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let data = try await request.form()
        let answers = ConfirmForm.answers(data)
        if ConfirmForm.isAllLater(data) { return visit.redirect("/beheer") }
        guard !answers.isEmpty else {
            let vacancies = try await context.read { work in try ConfirmVacancies.online(in: work) }
            return try await show(context, data, ConfirmForm.nothingChosen(vacancies, visit))
        }
        let done = try await context.write { work in try ConfirmVacancies.run(answers, in: work) }
        let words: HTML = """
            \(visit.notice(.success, "\(visit.t("Thank you. Volunteers can count on it."))"))\(ConfirmedWords(done: done).html(visit))
            <p class="actions"><a class="btn" href="\(visit.link("/beheer"))">\(visit.t("Dashboard"))</a></p>
            """
        return visit.page(page(words, hasErrors: false, visit))
    }

    private static func page(_ content: HTML, hasErrors: Bool, _ visit: Visit) -> HTML {
        let title = visit.t("Is this still right?")
        return AreaLayout.organisation(title, visit, current: "/beheer/vacatures", scripts: ["once"]).html(
            """
            <header class="page-head"><div><h1>\(title)</h1></div></header><div class="measure">\(content)</div>
            """)
    }
}
