import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Asking the people of an earlier vacancy again (handbook, chapter 3): before the new vacancy is placed.
enum InvitationRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/vacatures/{vacancy}/uitnodigen") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/vacatures/{vacancy}/uitnodigen", use: send)
    }

    private static func show(_ context: MemberContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await VacancyRoutes.find(context)
        let id = vacancy.id
        let page = try await context.read { work in
            InviteAgainPage(
                vacancy: vacancy, candidates: try InvitationQueries.candidates(of: id, in: work.centre.id, work.tx),
                invitations: try InvitationQueries.list(vacancy: id, in: work.centre.id, work.tx),
                form: visit.fields(data, errors))
        }
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func send(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await VacancyRoutes.find(context)
        var reader = FormReader(try await request.form(), visit.t)
        let chosen = reader.data.all("wie").prefix(500).compactMap { ID<Volunteer>($0) }
        if chosen.isEmpty { reader.errors.add("wie", visit.t("Choose at least one person.")) }
        let text = reader.text("bericht", max: 2000, missing: visit.t("Write what you ask them, and when it is."))
        guard reader.errors.isEmpty else { return try await show(context, reader.data, reader.errors) }
        let invited = try await context.carryOut { work in
            try InviteAgain.run(chosen, text: text, to: vacancy.id, in: work)
        }
        return visit.redirect("/beheer/vacatures/\(vacancy.id)/uitnodigen?verstuurd=\(invited)")
    }
}

/// Who was matched before, what they are asked, and what they answered.
struct InviteAgainPage {
    let vacancy: Vacancy
    let candidates: [InvitationQueries.Candidate]
    let invitations: [Invitation]
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(
            t("Invite again"), visit, current: "/beheer/vacatures", scripts: ["once", "leave"], form: form
        ).html(
            """
            \(optional: visit.query.first("verstuurd").flatMap(Int.init), { visit.notice(.success, "\(t("{count} invitation is on its way.", "{count} invitations are on their way.", count: $0))") })
            \(VacancyTrail(vacancy: vacancy, here: t("Invite again")).html(visit))
            <header class="page-head"><div><h1>\(t("Invite again"))</h1>
            <p class="lead">\(t("Ask the people who joined in before. You need not place a new vacancy first."))</p></div></header>
            \(if: candidates.isEmpty, nobody(visit), else: ask(visit))
            \(if: !invitations.isEmpty, answers(visit))
            """)
    }

    private func nobody(_ visit: Visit) -> HTML {
        """
        <div class="empty"><h2>\(visit.t("Nobody was matched to this vacancy"))</h2><p>\(visit.t("When you record matches, you can ask these people again next year."))</p></div>
        """
    }

    private func ask(_ visit: Visit) -> HTML {
        let t = visit.t
        let people = candidates.map {
            ($0.volunteer.description, "\($0.name), \(t("from {date}", ["date": t.date($0.beganOn)]))")
        }
        return """
            <form class="panel measure" method="post" action="\(visit.action("/beheer/vacatures/\(vacancy.id)/uitnodigen"))" novalidate data-once data-guard>
            \(form.requiredNote)
            \(form.options("wie", t("Whom do you ask?"), people, several: true, required: true, rows: true))
            \(form.area("bericht", t("Your message"), required: true, help: t("For example: on 12 June we celebrate again. Are you coming to help?"), rows: 5, max: 2000))
            <div class="form-foot"><button class="btn">\(visit.icon("envelope"))\(t("Send invitations"))</button></div></form>
            """
    }

    private func answers(_ visit: Visit) -> HTML {
        let t = visit.t
        let table = visit.table(
            invitations, t("What they answered"),
            [
                .init(t("Volunteer")) {
                    "<a href=\"\(visit.link("/beheer/vrijwilligers/\($0.volunteer)"))\" dir=\"auto\">\($0.volunteerName)</a>"
                },
                .init(t("State")) { visit.badge($0.state) }, .init(t("Invited")) { visit.when($0.createdAt) },
            ])
        return "<h2>\(t("What they answered"))</h2>\(table)"
    }
}

extension Visit {
    func word(_ state: Invitation.State) -> String {
        switch state {
        case .open: t("No answer yet")
        case .accepted: t("Joins in")
        case .declined: t("Not now")
        }
    }

    func badge(_ state: Invitation.State) -> HTML {
        let sign =
            switch state {
            case .open: "queued"
            case .accepted: "matched"
            case .declined: "declined"
            }
        return "<span class=\"badge \(sign)\">\(word(state))</span>"
    }
}
