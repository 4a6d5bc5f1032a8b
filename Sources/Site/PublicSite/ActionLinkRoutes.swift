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

    @Sendable static func page(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let token = context.parameters.get("token") ?? ""
        let (centre, now) = (visit.centre, visit.now)
        let found = try await visit.services.database.read { tx -> Vacancy? in
            guard case .usable(let link) = try ActionLink.standing(token: token, in: centre.id, now: now, tx) else {
                return nil
            }
            return try ReactivateByLink.owner(of: link, centre: centre, tx)?.0
        }
        guard let found, found.state == .offline || found.state == .archived else { return gone(visit) }
        return visit.page(ReactivatePage(vacancy: found, token: token).html(visit)).unshared
    }

    @Sendable static func act(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let token = context.parameters.get("token") ?? ""
        let (mails, centre, now) = (visit.services.mails, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try ReactivateByLink(mails: mails)(token, centre: centre, now: now, tx)
        }
        switch outcome {
        case .published, .queued: return visit.page(ReactivatedPage(outcome: outcome).html(visit)).unshared
        case .alreadyThere, .notFound: return gone(visit)
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
