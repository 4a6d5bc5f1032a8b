import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Responding with an account: a few words, the rest is known.
enum RespondWithAccountRoutes {
    static func add(to area: RouterGroup<VolunteerContext>) {
        area.get("/") { _, context in
            let visit = context.visit
            let page = try await VacancyPage.find(context.parameters.get("vacancy") ?? "", visit)
            guard page.isOpen else { return visit.page(page.html(visit), status: .gone) }
            let (me, vacancy) = (context.volunteer, page.vacancy.id)
            let running = try await context.read { work in
                try ApplicationQueries.open(of: me, to: vacancy, in: work.centre.id, work.tx)
            }
            if let running { return visit.redirect(.ownResponse(running), saying: .already) }
            return try await show(page, FormData(), FormErrors(), seal: visit.newSeal(), context)
        }
        area.post("/", use: send)
    }

    @Sendable static func send(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let page = try await VacancyPage.find(context.parameters.get("vacancy") ?? "", visit)
        var reader = FormReader(try await request.form(), visit.t)
        var input = RespondWithAccount.Input()
        input.message = reader.text("bericht", max: 2000)
        (input.party, input.partySize) = PartyFields.read(&reader)
        let (errors, seal) = SealedForm.check(reader.data, reader.errors, visit)
        guard errors.isEmpty else { return try await show(page, reader.data, errors, seal: seal, context) }
        input.submissionKey = seal
        let (vacancy, sent) = (page.vacancy.id, input)
        switch try await context.write({ work in try RespondWithAccount.run(sent, to: vacancy, in: work) }) {
        case .sent(let id): return visit.redirect(.ownResponse(id), saying: .responded)
        case .added(let id): return visit.redirect(.ownResponse(id), saying: .sent)
        case .alreadySent(let id): return visit.redirect(id.map { "/mijn/reacties/\($0)" } ?? "/mijn")
        case .closed: return visit.page(page.html(visit), status: .gone)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    private static func show(
        _ page: VacancyPage, _ data: FormData, _ errors: FormErrors, seal: String, _ context: VolunteerContext
    ) async throws -> Reply {
        let visit = context.visit
        let id = context.volunteer
        let volunteer = try await context.find { work in try VolunteerQueries.find(id, in: work.centre.id, work.tx) }
        let form = RespondWithAccountPage(
            vacancy: page.vacancy, organisation: page.organisation, volunteer: volunteer,
            form: visit.fields(data, errors), seal: seal)
        return visit.form(form.html(visit), errors)
    }
}

/// The form, with what the organisation will see.
struct RespondWithAccountPage {
    let vacancy: Vacancy
    let organisation: Organisation
    let volunteer: Volunteer
    let form: FormFields
    let seal: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let shared = volunteer.shared
        let seen = [shared.name, shared.email, shared.phone, shared.place].filter { !$0.isEmpty }.joined(
            separator: ", ")
        return PublicLayout(
            title: t("Respond to {title}", ["title": vacancy.content.title]), visit: visit,
            scripts: ["once", "counter"], hasErrors: form.hasErrors
        ).html(
            """
            <div class="wrap page beside"><div>
            \(form.summary)
            <header class="page-head"><div><p class="kicker">\(t("With account"))</p><h1>\(t("Respond"))</h1>
            <p class="lead">\(t("Your message goes to {organisation}. They answer you here and you get a mail.", ["organisation": organisation.name]))</p></div></header>
            <form method="post" action="\(visit.action(Link.vacancy(vacancy.id, vacancy.content.title) + "/reageren/met-account"))" novalidate data-once>
            <input type="hidden" name="zegel" value="\(seal)">
            \(form.area("bericht", t("Message"), help: t("You may leave this empty. For example: why this appeals to you, and when you have time."), max: 2000))
            \(PartyFields.html(form, visit))
            <p class="help">\(t("{organisation} sees: {data}", ["organisation": organisation.name, "data": seen])) <a href="\(visit.link("/mijn/profiel"))">\(t("Change my profile"))</a></p>
            <p class="help">\(t("We ask organisations to answer soon. When you have sent it, you read by which day at the latest."))</p>
            <div class="form-foot"><button class="btn big">\(t("Send response"))</button></div></form>
            </div>\(VacancyBeside(vacancy: vacancy, organisation: organisation).html(visit))</div>
            """)
    }
}
