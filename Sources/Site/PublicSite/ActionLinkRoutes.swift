import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import VolunteerCentre
import Web

/// Links in mails that do one thing without logging in: a page with the answer chosen, and one button.
enum ActionLinkRoutes {
    static func add(to router: Router<SiteContext>) {
        router.get("/actie/{token}", use: page)
        router.post("/actie/{token}", use: act)
    }

    private enum Found { case vacancy(Vacancy), application(VolunteerCentre.Application) }

    private static func find(_ token: String, _ visit: Visit) async throws -> Found? {
        let (centre, now) = (visit.centre, visit.now)
        return try await visit.services.database.read { tx -> Found? in
            guard case .usable(let link) = try ActionLink.standing(token: token, in: centre.id, now: now, tx) else {
                return nil
            }
            switch link.purpose {
            case .reactivateVacancy:
                return try ReactivateByLink.owner(of: link, centre: centre, tx).map { .vacancy($0.0) }
            case .claimApplication:
                return try ClaimApplication.application(of: link, centre: centre, tx).map { .application($0) }
            }
        }
    }

    @Sendable static func page(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let token = context.parameters.get("token") ?? ""
        switch try await find(token, visit) {
        case .vacancy(let vacancy) where vacancy.state == .offline || vacancy.state == .archived:
            return visit.page(ReactivatePage(vacancy: vacancy, token: token).html(visit)).unshared
        case .application(let application):
            return visit.page(ClaimPage(application: application, token: token).html(visit)).unshared
        case .vacancy, nil: return gone(visit)
        }
    }

    @Sendable static func act(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let token = context.parameters.get("token") ?? ""
        let (mails, random, centre, now) = (visit.services.mails, visit.services.random, visit.centre, visit.now)
        switch try await find(token, visit) {
        case .vacancy:
            let outcome = try await visit.services.write { tx in
                try ReactivateByLink(mails: mails)(token, centre: centre, now: now, tx)
            }
            guard outcome == .published || outcome == .queued else { return gone(visit) }
            return visit.page(ReactivatedPage(outcome: outcome).html(visit)).unshared
        case .application:
            let outcome = try await visit.services.write { tx in
                try ClaimApplication(random: random)(token, centre: centre, now: now, tx)
            }
            switch outcome {
            case .setPassword(let link): return visit.redirect("/wachtwoord/instellen/\(link.text)")
            case .logIn(let id): return visit.redirect("/inloggen?terug=/mijn/reacties/\(id)")
            case .notFound: return gone(visit)
            }
        case nil: return gone(visit)
        }
    }

    private static func gone(_ visit: Visit) -> Reply {
        visit.page(SpentLinkPage().html(visit), status: .gone).unshared
    }
}

/// *Zet weer online*: which vacancy, and one button.
struct ReactivatePage {
    let vacancy: Vacancy
    let token: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Put it online again"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(t("Put it online again"))</h1>
            <p class="lead"\(visit.theirs)>\(vacancy.content.title)</p>
            <p>\(visit.centre.reactivationReturnsToQueue ? t("{centre} looks at it once more. After that it is on the website.", ["centre": visit.centre.name]) : t("The vacancy is on the website at once, for six months at most."))</p>
            <form method="post" action="\(visit.link("/actie/" + token))" data-once><button class="btn green big">\(visit.icon("arrow-counterclockwise"))\(t("Yes, publish again"))</button></form></div>
            """)
    }
}

/// *Volg je reactie*: which response, and one button.
struct ClaimPage {
    let application: VolunteerCentre.Application
    let token: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Follow your response"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(t("Follow your response"))</h1>
            <p class="lead"\(visit.theirs)>\(application.vacancyTitle)</p>
            <p>\(t("We make an account with your name and e-mail address, and you choose a password. Then you see how your response stands, and {organisation} can go on with you.", ["organisation": application.organisationName]))</p>
            <form method="post" action="\(visit.link("/actie/" + token))" data-once><button class="btn big">\(visit.icon("person-circle"))\(t("Yes, make my account"))</button></form></div>
            """)
    }
}

/// It is done, and on which list it stands now.
struct ReactivatedPage {
    let outcome: ReactivateVacancy.Outcome

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let (title, text) =
            outcome == .queued
            ? (
                t("The vacancy is in the queue"),
                t("{centre} checks it and publishes it. You receive a mail then.", ["centre": visit.centre.name])
            ) : (t("The vacancy is online again"), t("Visitors can find it and respond."))
        return PublicLayout(title: title, visit: visit).html(
            """
            <div class="wrap slim page message"><img src="\(visit.asset("illustrations/thanks.svg"))" alt="" width="240" height="160">
            <h1>\(title)</h1><p class="lead">\(text)</p>
            <p class="actions"><a class="btn" href="\(visit.link("/vacatures"))">\(t("View the vacancies"))</a></p></div>
            """)
    }
}

/// A link that did its work already, or never will.
struct SpentLinkPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("This link does not work any more"), visit: visit).html(
            """
            <div class="wrap slim page message"><h1>\(t("This link does not work any more"))</h1>
            <p class="lead">\(t("Perhaps it has been used already, or it is too old. Log in to see how things stand."))</p>
            <p class="actions"><a class="btn blue" href="\(visit.link("/inloggen"))">\(t("Log in"))</a></p>
            <p>\(t("Are you stuck? Mail us:")) \(visit.mailLink)</p></div>
            """)
    }
}
