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
        area.get("/", use: account)
        area.post("/sessies", use: endOthers)
        area.get("/vrijwilliger") { _, context in
            let visit = context.visit
            let next = visit.query.first("terug").flatMap(SafeReturn.path)
            guard context.session.volunteer == nil else { return visit.redirect(next ?? "/mijn") }
            return visit.page(BecomeVolunteerPage(next: next).html(visit))
        }
        area.post("/vrijwilliger", use: become)
        area.post("/antwoorden", use: keepAnswers)
    }

    @Sendable static func account(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let visit = context.visit
        let id = context.session.account
        let page = try await context.find { work -> AccountPage? in
            guard let account = try AccountQueries.find(id, work.tx) else { return nil }
            return AccountPage(
                account: account, current: context.session.id,
                sessions: try Session.open(of: id, in: work.centre.id, now: work.now, work.tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func endOthers(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let visit = context.visit
        let session = context.session
        try await context.write { work in try session.closeOthers(in: work) }
        return visit.redirect(.account, saying: .loggedOut)
    }

    @Sendable static func become(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let visit = context.visit
        let data = try await request.form()
        let account = context.session.account
        _ = try await context.write { work in try BecomeVolunteer.run(account, in: work) }
        return visit.redirect(data.first("terug").flatMap(SafeReturn.path) ?? "/mijn/profiel")
    }

    /// Who keeps what she would like to do is a volunteer from then on, beside what else she is.
    @Sendable static func keepAnswers(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let visit = context.visit
        let answers = WishesForm(try await request.form(), visit).answers
        let account = context.session.account
        _ = try await context.write { work in
            let volunteer = try BecomeVolunteer.run(account, in: work)
            return try KeepAnswers.run(answers, in: work.acting(as: .volunteer(volunteer), account))
        }
        return visit.redirect(.suitsMe, saying: .saved)
    }
}

/// *Mijn account*: where somebody is logged in, and how to end that.
struct AccountPage {
    let account: Account
    let current: Int64
    let sessions: [Session.Listed]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("My account"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap narrow page">
            \(if: visit.said() == AccountNotice.loggedOut, visit.notice(.success, "\(t("You are logged out everywhere else."))"))
            <header class="page-head"><div><h1>\(t("My account"))</h1></div></header>
            <dl class="rows"><div><dt>\(t("Name"))</dt><dd dir="auto">\(account.name)</dd></div>
            <div><dt>\(t("E-mail address"))</dt><dd>\(account.email)</dd></div></dl>
            <form method="post" action="\(visit.link("/wachtwoord/vergeten"))"><input type="hidden" name="email" value="\(account.email)">
            <button class="btn plain">\(visit.icon("envelope"))\(t("Mail me a link for a new password"))</button></form>
            <h2>\(t("Where you are logged in"))</h2>
            <ul class="plain">\(each: sessions, { session in
                "<li>\(visit.icon("clock"))<span>\(t("Since")) \(visit.when(session.since))\(if: session.id == current, " <strong>(\(t("this device")))</strong>")</span></li>"
            })</ul>
            \(if: sessions.count > 1, "<form method='post' action='\(visit.link("/account/sessies"))' data-once><button class='btn'>\(t("Log out everywhere else"))</button></form>")
            </div>
            """)
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
            <form method="post" action="\(visit.link("/account/vrijwilliger"))" data-once>
            \(optional: next, { "<input type='hidden' name='terug' value='\($0)'>" })
            <button class="btn big">\(t("Yes, go on"))</button></form></div>
            """)
    }
}

/// What the page says after something was done.
enum AccountNotice: String, Notice {
    case loggedOut = "uitgelogd"
}

extension Address where Said == AccountNotice {
    static var account: Address { Address("/account") }
}
