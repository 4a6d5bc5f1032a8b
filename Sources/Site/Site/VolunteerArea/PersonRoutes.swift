import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// What concerns everybody who is signed in: her sessions, and a profile as a volunteer beside what else she is.
enum PersonRoutes {
    static func add(to area: RouterGroup<PersonContext>) {
        area.get("/") { _, context in try await show(context, nil, FormErrors()) }
        area.post("/sessies", use: endOthers)
        area.get("/vrijwilliger") { _, context in
            let visit = context.visit
            let next = visit.query.first("terug").flatMap(SafeReturn.path)
            guard context.session.volunteer == nil else { return visit.redirect(next ?? "/mijn") }
            return visit.page(BecomeVolunteerPage(next: next).html(visit))
        }
        area.post("/vrijwilliger", use: become)
        area.post("/antwoorden", use: keepAnswers)
        area.post("/naam", use: rename)
        AddressRoutes.add(to: area)
        HatRoutes.add(to: area)
    }

    /// How somebody of the centre is called there.
    @Sendable static func rename(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let (visit, session) = (context.visit, context.session)
        guard let role = session.staffRole else { throw HTTPError(.notFound) }
        var reader = FormReader(try await request.form(), visit.t)
        let name = reader.name("naam", missing: visit.t("Fill in your name."))
        guard reader.errors.isEmpty else { return try await show(context, reader.data, reader.errors) }
        let actor = Actor(centre: visit.centre, account: session.account, role: .staff(role))
        _ = try await visit.write(by: actor) { work in try ChangeStaff.rename(to: name, in: work) }
        return visit.redirect(.account, saying: .renamed)
    }

    private static func show(_ context: PersonContext, _ data: FormData?, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let (id, session) = (context.session.account, context.session)
        let page = try await context.find { work -> AccountPage? in
            guard let account = try AccountQueries.find(id, in: work.centre.id, work.tx) else { return nil }
            return AccountPage(
                account: account, session: session,
                memberships: try session.memberships(in: work.centre.id, work.tx),
                volunteers: try VolunteerQueries.of(id, in: work.centre.id, work.tx),
                sessions: try Session.open(of: id, in: work.centre.id, now: work.now, work.tx),
                acts: try AutomaticAct.history(of: "account", id.number, in: work.centre.id, work.tx),
                form: visit.fields(data ?? FormData(pairs: [("naam", account.name)]), errors))
        }
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func endOthers(_ request: Request, _ context: PersonContext) async throws -> Reply {
        try await context.write { work in try context.session.closeOthers(in: work) }
        return context.visit.redirect(.account, saying: .loggedOut)
    }

    @Sendable static func become(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let next = try await request.form().first("terug").flatMap(SafeReturn.path)
        let (visit, session) = (context.visit, context.session)
        _ = try await context.write { work in try BecomeVolunteer.run(session.account, called: session.name, in: work) }
        return visit.redirect(next ?? "/mijn/profiel")
    }

    /// Who keeps what she would like to do is a volunteer from then on, beside what else she is.
    @Sendable static func keepAnswers(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let visit = context.visit
        let form = WishesForm(try await request.form(), visit)
        if let step = form.wrongStep {
            return visit.redirect(SealedAnswers.address(form, step, isWrong: true, visit)).unshared
        }
        guard !form.answers.isEmpty else { return visit.redirect(WishesPage.path) }
        let session = context.session
        if session.volunteer == nil, session.choices.volunteers > 1 { throw HatNeeded() }
        _ = try await context.write { work in
            let volunteer =
                try session.volunteer ?? BecomeVolunteer.run(session.account, called: session.name, in: work)
            return try KeepAnswers.run(
                form.answers, asked: form.askedQuestions, in: work.acting(as: .volunteer(volunteer), session.account))
        }
        return visit.redirect(.suitsMe, saying: .saved)
    }
}

/// *Mijn account*: where somebody is logged in, and how to end that.
struct AccountPage {
    let account: Account
    let session: Session
    let memberships: [Membership]
    let volunteers: [Volunteer]
    let sessions: [Session.Listed]
    let acts: [AutomaticAct]
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("My account"), visit: visit, scripts: ["once"], hasErrors: form.hasErrors).html(
            """
            <div class="wrap narrow page">
            \(visit.notice(AccountNotice.self) { $0.words(t) })\(form.summary)
            <header class="page-head"><div><h1>\(t("My account"))</h1></div></header>
            <dl class="rows"><div><dt>\(t("E-mail address"))</dt><dd>\(account.email) <a href="\(visit.link("/account/adres"))">\(t("Change e-mail address"))</a></dd></div>
            \(each: volunteers, { volunteer in
                "<div><dt>\(t("As a volunteer"))</dt><dd><span dir='auto'>\(volunteer.name)</span>\(if: session.volunteer == volunteer.id, " <a href='\(visit.link("/mijn/profiel"))'>\(t("Change your profile"))</a>")</dd></div>"
            })
            \(each: memberships, { membership in
                "<div><dt>\(t("For {organisation}", ["organisation": membership.name]))</dt><dd><a href='\(contact(membership, visit))'>\(t("Your own data as contact person"))</a></dd></div>"
            })</dl>
            \(if: session.staffRole != nil, name(visit))
            <form method="post" action="\(visit.action("/wachtwoord/vergeten"))"><input type="hidden" name="email" value="\(account.email)">
            <button class="btn plain">\(visit.icon("envelope"))\(t("Mail me a link for a new password"))</button></form>
            <h2>\(t("Where you are logged in"))</h2>
            <ul class="plain">\(each: sessions, { session in
                "<li>\(visit.icon("clock"))<span>\(t("Since")) \(visit.when(session.since))\(if: session.id == self.session.id, " <strong>(\(t("this device")))</strong>")</span></li>"
            })</ul>
            \(if: sessions.count > 1, "<form method='post' action='\(visit.action("/account/sessies"))' data-once><button class='btn'>\(t("Log out everywhere else"))</button></form>")
            \(if: !acts.isEmpty, "<h2>\(t("What the system did by itself"))</h2>\(visit.timeline(Timeline(steps: [], acts: acts), word: { $0 }))")
            </div>
            """)
    }

    private func contact(_ membership: Membership, _ visit: Visit) -> String {
        let path = "/beheer/organisatie/mensen/\(account.id)"
        return visit.wearing(session.wearing(membership)).link(path)
    }

    private func name(_ visit: Visit) -> HTML {
        """
        <form class="panel" method="post" action="\(visit.action("/account/naam"))" novalidate data-once>
        \(form.input("naam", visit.t("Your name at {centre}", ["centre": visit.centre.name]), required: true, max: 100))
        <p><button class="btn small plain">\(visit.t("Save"))</button></p></form>
        """
    }
}

/// Who is known here as something else is asked whether she wants to volunteer too.
struct BecomeVolunteerPage {
    let next: String?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Volunteer with this account"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(t("Volunteer with this account"))</h1>
            <p class="lead">\(t("You are logged in as {name}. Would you like to use this account as a volunteer too?", ["name": visit.session?.name ?? ""]))</p>
            <form method="post" action="\(visit.action("/account/vrijwilliger"))" data-once>
            \(optional: next, { "<input type='hidden' name='terug' value='\($0)'>" })
            <button class="btn big">\(t("Yes, go on"))</button></form></div>
            """)
    }
}

/// What the page says after something was done.
enum AccountNotice: String, Notice {
    case loggedOut = "uitgelogd"
    case renamed = "opgeslagen"
    case addressAsked = "adres-gevraagd"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .loggedOut: .success(t("You are logged out everywhere else."))
        case .renamed: .success(t("Saved"))
        case .addressAsked:
            .success(
                t(
                    "We sent a mail to the new address. Press its button within two days; until then you log in with the old one."
                ))
        }
    }
}

extension Address where Said == AccountNotice {
    static var account: Address { Address("/account") }
}
