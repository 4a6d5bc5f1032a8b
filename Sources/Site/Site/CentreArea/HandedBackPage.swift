import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Verder helpen*: who offered herself, got a no, and looks on. Who opens somebody is noted in the log.
struct HandedBackPage {
    let applications: Paged<VolunteerCentre.Application>
    /// Why each was closed.
    let causes: [ID<VolunteerCentre.Application>: String]

    static let path = "/centrum/verder-helpen"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Still looking"), visit, current: Self.path).html(
            """
            \(visit.notice(HandedBackNotice.self) { $0.words(t) })
            <header class="page-head"><div><h1>\(t("Still looking"))</h1>
            <p class="lead">\(t("These people offered to help, and it did not work out. A call or a mail now keeps them. Whoever finds something else leaves this list, and everybody does after {days} days.", ["days": String(HandBack.days)]))</p></div></header>
            \(if: applications.elements.isEmpty, empty(visit), else: table(visit))
            \(visit.pager(applications, path: Self.path))
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            applications.elements, t("Still looking"),
            [
                .init(t("Volunteer")) {
                    "<a href=\"\(visit.link("\(Self.path)/\($0.id)"))\" dir=\"auto\">\($0.name)</a>"
                },
                .init(t("Responded to")) {
                    "\(visit.theirLink("/centrum/vacatures/\($0.vacancy)", $0.vacancyTitle))<br><span class=\"muted\"\(visit.theirs)>\($0.organisationName)</span>"
                },
                .init(t("What happened")) { "\(visit.happened($0, causes[$0.id]))" },
                .init(t("Since")) { "\(optional: $0.handedBackAt, { visit.when($0) })" },
                .init(t("Reach by")) { "\(visit.channels(of: $0))" },
            ])
    }

    private func empty(_ visit: Visit) -> HTML {
        """
        <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160"><h2>\(visit.t("Nobody waits for your help"))</h2>\
        <p>\(visit.t("Whoever gets a no from an organisation and is still looking appears here."))</p></div>
        """
    }
}

/// One of them: how to reach her, what happened, and what may suit her.
struct HelpOnPage {
    let application: VolunteerCentre.Application
    let cause: String?
    let others: [VacancyCard]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(application.name, visit, current: HandedBackPage.path, scripts: ["once"]).html(
            """
            \(visit.crumbs(Crumb(t("Still looking"), HandedBackPage.path), here: application.name))
            <header class="page-head"><div><h1 dir="auto">\(application.name)</h1></div></header>
            <div class="beside"><div>
            <h2>\(t("What happened"))</h2>
            <p>\(visit.theirLink("/centrum/vacatures/\(application.vacancy)", application.vacancyTitle)), <span\(visit.theirs)>\(application.organisationName)</span><br>
            \(visit.happened(application, cause))<br><span class="muted">\(optional: application.handedBackAt, { visit.when($0) })</span></p>
            <h2>\(t("What might suit"))</h2>
            \(if: others.isEmpty, "<p>\(t("Nothing like it is on the website now."))</p>", else: "<ul class=\"bullets\">\(each: others, { "<li><a href=\"\(visit.link(Link.vacancy($0.id, $0.title)))\"\(visit.theirs)>\($0.title)</a>, <span\(visit.theirs)>\($0.organisation)</span></li>" })</ul>")
            </div><aside><section class="panel"><h2>\(t("Contact data"))</h2><dl class="rows">
            \(optional: application.phone.isEmpty ? nil : WebAddress.telephone(application.phone), { "<div><dt>\(t("Telephone"))</dt><dd><a href=\"\($0)\">\(application.phone)</a></dd></div>" })
            \(optional: application.email.isEmpty ? nil : WebAddress.mail(application.email), { "<div><dt>\(t("E-mail address"))</dt><dd><a href=\"\($0)\">\(application.email)</a></dd></div>" })
            </dl></section>
            <form class="panel" method="post" action="\(visit.action("\(HandedBackPage.path)/\(application.id)/geholpen"))" data-once>
            <p>\(t("Did you speak to {name}, or is help not needed any more? Then {name} leaves the list.", ["name": application.name]))</p>
            <button class="btn green">\(visit.icon("check-lg"))\(t("Helped"))</button></form></aside></div>
            """)
    }
}

extension Visit {
    /// Who ended it, and why where that was said.
    fileprivate func happened(_ application: VolunteerCentre.Application, _ cause: String?) -> String {
        let step = StateChange(from: nil, to: application.state.rawValue, cause: cause, reason: nil, at: now)
        return [word(application.state), self.cause(step)].compactMap { $0 }.joined(separator: ": ")
    }

    fileprivate func channels(of application: VolunteerCentre.Application) -> String {
        [application.phone.isEmpty ? nil : t("Telephone"), application.email.isEmpty ? nil : t("E-mail")]
            .compactMap { $0 }.joined(separator: ", ")
    }
}

/// What the list says after something was done.
enum HandedBackNotice: String, Notice {
    case helped = "geholpen"
    case gone = "al-weg"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .helped: .success(t("Well done. It is noted."))
        case .gone: .info(t("This person needs no help any more."))
        }
    }
}

extension Address where Said == HandedBackNotice {
    static let handedBack = Address(HandedBackPage.path)
}
