import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Wacht te lang*: responses that nobody answered in time, the longest first. Who responded is not named here: who helps further works
/// for the organisation, which is logged.
struct OverduePage {
    let applications: Paged<VolunteerCentre.Application>
    let promised: [ID<VolunteerCentre.Application>: CalendarDate]

    /// For which organisations who looks may work.
    let actable: Set<ID<Organisation>>
    /// Who looks helps volunteers on, and may call them.
    let helps: Bool
    let unreachable: [Reachability.Unreachable]

    static let path = "/centrum/wacht-te-lang"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Waiting too long"), visit, current: Self.path).html(
            """
            <header class="page-head"><div><h1>\(t("Waiting too long"))</h1>
            <p class="lead">\(t("Nobody answered these responses by the promised day. The organisation was reminded. Volunteers who left an e-mail address know that you are there to help."))</p></div></header>
            \(if: applications.elements.isEmpty, empty(visit), else: table(visit))
            \(if: !applications.elements.isEmpty, "<p>\(actable.isEmpty ? t("Call the organisation, or ask a mediator to do so.") : t("Call the organisation. Have they spoken to the volunteer? Then open the response on its behalf and note it there: it leaves this list."))</p>")
            \(visit.pager(applications, path: Self.path))
            \(if: !unreachable.isEmpty, deaf(visit))
            """)
    }

    /// Nobody there reads a reminder: somebody must call.
    private func deaf(_ visit: Visit) -> HTML {
        let t = visit.t
        let table = visit.table(
            unreachable, t("Not to be reached by mail"),
            [
                .init(t("Organisation")) { visit.theirLink("/centrum/organisaties/\($0.organisation)", $0.name) },
                .init(t("Telephone")) { one in
                    "\(optional: one.phone.isEmpty ? nil : WebAddress.telephone(one.phone), { "<a href=\"\($0)\">\(one.phone)</a>" })"
                },
                .init(t("Last mail came back")) { visit.when($0.since) },
            ])
        return """
            <section id="onbereikbaar"><h2>\(t("Not to be reached by mail"))</h2>
            <p>\(t("The mail addresses of these organisations do not exist any more. Call, and correct the address at the organisation's people."))</p>\(table)</section>
            """
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            applications.elements, t("Waiting too long"),
            [
                .init(t("Organisation")) {
                    visit.theirLink("/centrum/organisaties/\($0.organisation)", $0.organisationName)
                },
                .init(t("Vacancy")) { visit.theirLink("/centrum/vacatures/\($0.vacancy)", $0.vacancyTitle) },
                .init(t("Responded")) { visit.when($0.createdAt) },
                .init(t("Promised by")) { "\(promised[$0.id].map { t.date($0) } ?? "")" },
                .init(t("How")) {
                    "\(visit.badge($0.kind))\(if: $0.email.isEmpty, " <span class=\"badge\">\(t("telephone only"))</span>")"
                },
                actable.isEmpty && !helps ? nil : .init(t("What you can do")) { act($0, visit) },
            ])
    }

    /// Straight to the response, in the organisation's name: which is logged.
    private func act(_ application: VolunteerCentre.Application, _ visit: Visit) -> HTML {
        guard actable.contains(application.organisation) else { return helps ? alone(application, visit) : .empty }
        return """
            <form method="post" action="\(visit.action("/centrum/organisaties/\(application.organisation)/namens"))" data-once>\
            <button class="btn small plain" name="reactie" value="\(application.id.description)">\(visit.t("Open on behalf of the organisation"))</button></form>
            """
    }

    /// Her organisation is off the website: nobody there can answer, so the centre does.
    private func alone(_ application: VolunteerCentre.Application, _ visit: Visit) -> HTML {
        let phone = WebAddress.telephone(application.phone).map { address -> HTML in
            "<a href=\"\(address)\">\(application.phone)</a>"
        }
        let mail = WebAddress.mail(application.email).map { address -> HTML in
            "<a href=\"\(address)\">\(application.email)</a>"
        }
        return """
            <p>\(visit.t("This organisation cannot answer now. Call or mail {name} yourself:", ["name": application.name])) \
            \(optional: phone, { "\($0) " })\(optional: mail, { "\($0)" })</p>
            """
    }

    private func empty(_ visit: Visit) -> HTML {
        """
        <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160"><h2>\(visit.t("Nobody waits too long"))</h2>\
        <p>\(visit.t("Every response was answered in time, or still has time."))</p></div>
        """
    }
}
