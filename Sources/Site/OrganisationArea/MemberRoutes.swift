import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import Time
import VolunteerCentre
import Web

/// *Mensen* of an organisation: who may log in for it. Owners invite and remove; editors see the list.
enum MemberRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/organisatie/mensen") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/organisatie/mensen", use: invite)
        area.post("/organisatie/mensen/{account}/weg", use: remove)
    }

    private static func show(_ context: MemberContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let (organisation, centre) = (context.membership.organisation, visit.centre.id)
        let members = try await visit.services.database.read { tx in
            try OrganisationQueries.members(of: organisation, in: centre, tx)
        }
        let page = MembersPage(
            members: members, own: context.session.account, canChange: context.membership.role == .owner, data: data,
            errors: errors)
        return visit.page(page.html(visit), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable static func invite(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        guard context.membership.role == .owner else { throw HTTPError(.notFound) }
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let name = reader.line("naam", max: 100, missing: visit.t("Fill in the name."))
        let email = reader.email("email", missing: visit.t("Fill in the e-mail address."))
        let role = Organisation.MemberRole(
            rawValue: reader.choice("rol", among: ["owner", "editor"], missing: visit.t("Choose a role.")))
        guard reader.errors.isEmpty, let role else { return try await show(context, data, reader.errors) }
        return try await change(context) { use, actor, centre, now, tx in
            try use.invite(email: email, name: name, role: role, by: actor, centre: centre, now: now, tx)
        }
    }

    @Sendable static func remove(_ request: Request, _ context: MemberContext) async throws -> Reply {
        guard let id = context.parameters.get("account").flatMap({ ID<Account>($0) }) else {
            throw HTTPError(.notFound)
        }
        return try await change(context) { use, actor, centre, now, tx in
            try use.remove(id, by: actor, centre: centre, now: now, tx)
        }
    }

    private static func change(
        _ context: MemberContext,
        _ body: @escaping @Sendable (ChangeMembers, Actor, Centre, Instant, Transaction) throws -> ChangeMembers.Outcome
    ) async throws -> Reply {
        let visit = context.visit
        let use = ChangeMembers(mails: visit.services.mails, random: visit.services.random)
        let (actor, centre, now) = (context.actor, visit.centre, visit.now)
        switch try await visit.services.write({ tx in try body(use, actor, centre, now, tx) }) {
        case .done: return visit.redirect("/beheer/organisatie/mensen?melding=opgeslagen")
        case .lastOwner: return visit.redirect("/beheer/organisatie/mensen?melding=laatste")
        case .full: return visit.redirect("/beheer/organisatie/mensen?melding=vol")
        case .notFound: throw HTTPError(.notFound)
        }
    }
}

/// Who may log in for an organisation, and a form for somebody new.
struct MembersPage {
    let members: [OrganisationQueries.Member]
    let own: ID<Account>
    let canChange: Bool
    let data: FormData
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = FormFields(visit: visit, data: data, errors: errors)
        return AreaLayout.organisation(
            t("People"), visit, current: "/beheer/organisatie", scripts: ["once"], hasErrors: !errors.isEmpty
        ).html(
            """
            \(form.summary)
            \(notice(visit))
            <nav class="crumbs" aria-label="\(t("You are here"))"><ol><li><a href="\(visit.link("/beheer/organisatie"))">\(t("My organisation"))</a></li><li aria-current="page">\(t("People"))</li></ol></nav>
            <header class="page-head"><div><h1>\(t("People"))</h1><p class="lead">\(t("They can log in for your organisation, and get its mail."))</p></div></header>
            <table class="list"><caption class="visually-hidden">\(t("People"))</caption>
            <thead><tr><th scope="col">\(t("Name"))</th><th scope="col">\(t("E-mail address"))</th><th scope="col">\(t("Role"))</th>\
            <th scope="col"><span class="visually-hidden">\(t("Actions"))</span></th></tr></thead>
            <tbody>\(each: members, { row($0, visit) })</tbody></table>
            \(if: canChange, invitation(form, visit), else: "<p class=\"help\">\(t("Only an owner can invite or remove people."))</p>")
            """)
    }

    private func row(_ member: OrganisationQueries.Member, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <tr><th scope="row" id="p\(member.account.id.number)" dir="auto">\(member.account.name)\(if: member.account.id == own, " <span class='muted'>(\(t("you")))</span>")</th>
            <td data-label="\(t("E-mail address"))">\(member.account.email)</td>
            <td data-label="\(t("Role"))">\(member.role == .owner ? t("Owner") : t("Editor"))</td>
            <td class="row-actions">\(if: canChange && member.account.id != own, "<form method='post' action='\(visit.link("/beheer/organisatie/mensen/\(member.account.id)/weg"))' data-once><button class='btn small danger' aria-describedby='p\(member.account.id.number)'>\(t("Remove"))</button></form>")</td></tr>
            """
    }

    private func invitation(_ form: FormFields, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel measure" method="post" action="\(visit.link("/beheer/organisatie/mensen"))" novalidate data-once>
            <h2>\(t("Invite somebody"))</h2>\(form.requiredNote)
            \(form.input("naam", t("Name"), required: true, max: 100))
            \(form.input("email", t("E-mail address"), kind: .email, required: true))
            \(form.options("rol", t("Role"), [("editor", t("Editor: places vacancies and answers people")), ("owner", t("Owner: invites and removes people too"))], several: false, required: true, rows: true))
            <div class="form-foot"><button class="btn">\(visit.icon("envelope"))\(t("Send invitation"))</button></div></form>
            """
    }

    private func notice(_ visit: Visit) -> HTML {
        let t = visit.t
        return switch visit.query.first("melding") {
        case "opgeslagen": visit.notice(.success, "\(t("Saved"))")
        case "laatste":
            visit.notice(.warning, "\(t("There must be one owner left. Make somebody else owner first."))")
        case "vol": visit.notice(.warning, "\(t("An organisation has fifty people at most."))")
        default: .empty
        }
    }
}
