import HTML
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Als wie ga je verder?*: for who is several things at a centre, and for people who share an address.
enum HatRoutes {
    static func add(to area: RouterGroup<PersonContext>) {
        area.get("/kies", use: page)
        area.post("/kies", use: choose)
    }

    @Sendable static func page(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let (visit, session) = (context.visit, context.session)
        let next = visit.query.first("terug").flatMap(SafeReturn.path)
        let page = try await context.read { work in
            HatPage(
                session: session, organisations: try session.memberships(in: work.centre.id, work.tx),
                volunteers: try VolunteerQueries.of(session.account, in: work.centre.id, work.tx), next: next)
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func choose(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let (visit, session) = (context.visit, context.session)
        let data = try await request.form()
        let next = data.first("terug").flatMap(SafeReturn.path)
        if let volunteer = data.first("vrijwilliger").flatMap({ ID<Volunteer>($0) }) {
            try await context.carryOut { work in
                let hers = try VolunteerQueries.of(session.account, in: work.centre.id, work.tx)
                guard hers.contains(where: { $0.id == volunteer }) else { return false }
                try session.choose(volunteer, work.tx)
                return true
            }
            return visit.redirect(next ?? "/mijn")
        }
        guard let organisation = data.first("organisatie").flatMap({ ID<Organisation>($0) }) else {
            throw HTTPError(.badRequest)
        }
        let membership = try await context.carryOut { work -> Membership? in
            let hers = try session.memberships(in: work.centre.id, work.tx)
            guard let chosen = hers.first(where: { $0.organisation == organisation }) else { return nil }
            try session.choose(organisation, work.tx)
            return chosen
        }
        return visit.wearing(session.wearing(membership)).redirect("/beheer")
    }
}

struct HatPage {
    let session: Session
    let organisations: [Membership]
    let volunteers: [Volunteer]
    let next: String?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = t("How would you like to go on?")
        return PublicLayout(title: title, visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(title)</h1>
            \(if: volunteers.count > 1, "<p class='lead'>\(t("Several people use this e-mail address."))</p>")
            <form method="post" action="\(visit.action("/account/kies"))" data-once>
            \(optional: next, { "<input type='hidden' name='terug' value='\($0)'>" })
            <ul class="plain">\(each: organisations, {
                "<li><button class='btn big' name='organisatie' value='\($0.organisation.description)'>\(visit.icon("building"))\(t("For {organisation}", ["organisation": $0.name]))</button></li>"
            })
            \(each: volunteers, {
                "<li><button class='btn big' name='vrijwilliger' value='\($0.id.description)'>\(visit.icon("heart"))\(t("As volunteer: {name}", ["name": $0.name]))</button></li>"
            })
            \(if: session.staffRole != nil, "<li><a class='btn big' href='\(visit.link("/centrum"))'>\(visit.icon("house"))\(t("For {organisation}", ["organisation": visit.centre.name]))</a></li>")</ul>
            </form></div>
            """)
    }
}
