import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// The head and tabs of *Mijn vrijwilligerswerk*.
struct OwnWork {
    let title: String
    let current: String
    let visit: Visit
    var scripts: [String] = []
    /// The form of the page: what is wrong in it stands first, and the title says so.
    var form: FormFields?
    /// The title of a vacancy, not our words.
    var isTheirs = false

    func html(_ content: HTML) -> HTML {
        let t = visit.t
        let tabs = [
            ("/mijn", t("My responses")), ("/mijn/past-bij-mij", t("What suits me")), ("/mijn/bewaard", t("Kept")),
            (PoolPage.path, t("Candidate pool")),
            ("/mijn/profiel", t("My profile")), ("/mijn/gegevens", t("My data")), ("/account", t("My account")),
        ]
        return PublicLayout(
            title: title, visit: visit, current: "/mijn", scripts: scripts, hasErrors: form?.hasErrors == true
        ).html(
            """
            <div class="wrap page">
            <header class="page-head"><div><p class="kicker">\(t("My volunteer work"))</p><h1\(isTheirs ? visit.theirs : .empty)>\(title)</h1></div></header>
            \(who(t))\(visit.tabs(t("My volunteer work"), tabs, current: current))
            \(form?.summary ?? .empty)
            \(content)
            </div>
            """)
    }
}

extension OwnWork {
    /// Of several who share an address: whose pages these are, and the way to the other.
    private func who(_ t: Localiser) -> HTML {
        guard let session = visit.session, session.choices.volunteers > 1 else { return .empty }
        return """
            <p>\(t("You go on as {name}.", ["name": session.name])) <a href="\(visit.link("/account/kies"))">\(t("Go on as somebody else"))</a></p>
            """
    }
}

/// Own responses with their state, and what came of them.
struct OwnWorkPage {
    let applications: Paged<Application>
    let matches: Paged<Match>
    let invitations: [Invitation]
    /// For when an answer is promised, by response.
    let promised: [ID<Application>: CalendarDate]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return OwnWork(title: t("My volunteer work"), current: "/mijn", visit: visit).html(
            """
            \(if: visit.said() == HomeNotice.passwordSet, visit.passwordIsSet)
            \(if: !invitations.isEmpty, "<h2>\(t("Invitations"))</h2><ul class=\"feed\">\(each: invitations, { invitation($0, visit) })</ul>")
            \(if: !matches.elements.isEmpty, "<h2>\(t("My matches"))</h2><ul class=\"feed\">\(each: matches.elements, { match($0, visit) })</ul>")
            <h2>\(t("My responses"))</h2>
            \(if: applications.elements.isEmpty, nothing(visit), else: "<ul class=\"feed\">\(each: applications.elements, { application($0, visit) })</ul>")
            \(visit.pager(applications, path: "/mijn"))
            """)
    }

    private func invitation(_ invitation: Invitation, _ visit: Visit) -> HTML {
        """
        <li>\(visit.icon("envelope"))<div><p><a href="\(visit.link("/mijn/uitnodigingen/\(invitation.id)"))">\(visit.t("{organisation} asks you again", ["organisation": invitation.organisationName]))</a> \
        \(visit.badge(invitation.state))</p><p class="muted">\(visit.when(invitation.createdAt))</p></div></li>
        """
    }

    private func match(_ match: Match, _ visit: Visit) -> HTML {
        """
        <li>\(visit.icon("heart"))<div><p>\(visit.theirLink("/mijn/reacties/\(match.application)", match.vacancyTitle)) \
        <span class="badge matched">\(visit.word(match.state))</span></p><p class="muted"><span\(visit.theirs)>\(match.organisationName)</span>, \(visit.period(match))</p></div></li>
        """
    }

    private func application(_ application: Application, _ visit: Visit) -> HTML {
        """
        <li>\(visit.icon("chat-dots"))<div><p>\(visit.theirLink("/mijn/reacties/\(application.id)", application.vacancyTitle)) \
        \(visit.ownBadge(application.asTold))</p><p class="muted"><span\(visit.theirs)>\(application.organisationName)</span>, \(visit.when(application.createdAt))</p>\(optional: promised[application.id], { "<p class=\"muted\">\(visit.promise($0))</p>" })</div></li>
        """
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
            <h3>\(t("You have not responded yet"))</h3><p>\(t("Look around and choose something that suits you. Your responses appear here."))</p>
            <p class="actions"><a class="btn" href="\(visit.link("/vacatures"))">\(t("View the vacancies"))</a></p></div>
            """
    }
}

/// One own response: how it stands, the conversation, and the way out.
struct OwnApplicationPage {
    let application: Application
    let acts: Set<ApplicationAct>
    let messages: [ApplicationQueries.Message]
    /// How many the organisation wrote, more than are shown perhaps.
    let received: Int
    let match: Match?
    let timeline: Timeline
    /// For when an answer is promised.
    let promised: CalendarDate?
    let form: FormFields
    let seal: String
    /// What else there is after a no.
    let others: [VacancyCard]
    let actor: Actor
    /// Mails of hers that were no answer.
    let aside: [RelayedMail]
    /// Whom she talks with there.
    let contact: ContactPerson?
    /// What could not be sent any more.
    var unsent: String?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/mijn/reacties/\(application.id)"
        return OwnWork(
            title: application.vacancyTitle, current: "", visit: visit, scripts: ["once", "leave"],
            form: form, isTheirs: true
        ).html(
            """
            \(visit.notice(OwnResponseNotice.self) { isStillTrue($0) ? $0.words(of: application.organisationName, visit) : nil })\(optional: unsent, { UnsentWords(text: $0, why: acts.contains(.write) ? .closed : .ownDoing).html(visit) })
            \(optional: acts.contains(.undo) ? application.closing : nil, { visit.undoWithdrawal($0, of: application, at: path + "/terugdraaien") })
            <p>\(visit.ownBadge(application)) <span\(visit.theirs)>\(application.organisationName)</span></p>
            <p>\(visit.explanation(application, promised))</p>
            \(visit.line(contact, of: application.organisationName))
            \(visit.whyNot(application, timeline))
            \(if: application.wasToldNo, WaysOn(cards: others, refusal: acts.contains(.refuseHelp) ? (path + "/geen-hulp", .empty) : nil).html(visit))
            \(optional: match, { visit.notice(.success, "\(visit.period($0))", title: t("Match")) })
            <div class="beside"><div>
            <h2>\(t("Conversation"))</h2>
            \(Conversation(opening: application, messages: messages, reader: .volunteer, takingBack: .init(actor: actor, path: path + "/bericht/terug")).html(visit))
            \(if: acts.contains(.write), "<form method='post' action='\(visit.action(path + "/bericht"))' novalidate data-once data-guard><input type='hidden' name='zegel' value='\(seal)'><input type='hidden' name='gelezen' value='\(received)'>\(form.area("bericht", t("Your message"), required: true, rows: 4, max: 4000))<button class='btn'>\(t("Send message"))</button></form>")
            \(visit.aside(aside))</div><aside><section class="panel"><h2>\(t("History"))</h2>\(visit.timeline(timeline, names: false, word: visit.applicationWord))</section>
            \(if: acts.contains(.withdraw), withdraw(path, visit))
            <section class="panel"><h2>\(t("Help from {centre}", ["centre": visit.centre.name]))</h2><p>\(t("Do you hear nothing, or is something not right? Tell us.")) \(visit.mailLink)</p></section>
            </aside></div>
            """)
    }

    /// Back and reload show an address that says what was done; what was taken back since is not said any more.
    private func isStillTrue(_ notice: OwnResponseNotice) -> Bool {
        switch notice {
        case .withdrawn: !acts.contains(.withdraw)
        case .undone: acts.contains(.withdraw)
        default: true
        }
    }

    /// Folded: taking back what somebody dared to offer is asked once more.
    private func withdraw(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <details class="panel"><summary>\(t("Changed your mind?"))</summary>
            <p>\(t("That is fine. {organisation} gets a mail and need not answer. What you wrote to each other stays here for a while.", ["organisation": application.organisationName]))</p>
            <form method="post" action="\(visit.action(path + "/intrekken"))" novalidate data-once>\(FarewellFields(organisation: application.organisationName, form: form).html(visit))<button class="btn plain">\(t("Yes, withdraw my response"))</button></form></details>
            """
    }
}

/// What the page says after something was done.
enum OwnResponseNotice: String, Notice {
    case responded = "gereageerd"
    case saidYes = "ja"
    case sent = "verstuurd"
    case closed = "gesloten"
    case withdrawn = "ingetrokken"
    case already = "al-gereageerd"
    case undone = "teruggedraaid"
    case tooLate = "te-laat"
    case alreadyUndone = "al-teruggedraaid"
    case noHelp = "geen-hulp"
    case messageTakenBack = "bericht-terug"
    case messageStays = "bericht-blijft"

    func words(of organisation: String, _ visit: Visit) -> NoticeWords {
        let t = visit.t
        return switch self {
        case .responded:
            .success(
                t("{organisation} receives a mail and answers you here.", ["organisation": organisation]),
                title: t("Thank you for your response"))
        case .saidYes:
            .success(
                t(
                    "{organisation} knows now who you are. You can write to each other here.",
                    ["organisation": organisation]), title: t("You said yes"))
        case .sent: .success(t("Your message has been sent."))
        case .closed: .info(t("This response is closed. Nothing was sent."))
        case .withdrawn: visit.withdrawnWords(organisation)
        case .undone: visit.words(.undone, organisation)
        case .tooLate: visit.words(.tooLate, organisation)
        case .alreadyUndone: visit.words(.already, organisation)
        case .messageTakenBack: visit.words(.message, organisation)
        case .messageStays: visit.words(.messageStays, organisation)
        case .noHelp: .success(t("All right. Nobody will call you about this."))
        case .already: .info(t("You have responded to this vacancy. You can write on below."))
        }
    }
}

extension Address where Said == OwnResponseNotice {
    static func ownResponse(_ id: ID<VolunteerCentre.Application>) -> Address { Address("/mijn/reacties/\(id)") }
}
