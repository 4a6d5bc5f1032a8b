import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Je reactie*, by the link in a mail: how it stands, what was written, yes to being recorded, and the way out. No account is needed.
struct ResponseByLinkPage {
    let response: ResponseByLink
    let acts: Set<ApplicationAct>
    let messages: [ApplicationQueries.Message]
    /// How many the organisation wrote, more than are shown perhaps.
    let received: Int
    let match: Match?
    let timeline: Timeline
    let promised: CalendarDate?
    let token: String
    let form: FormFields
    let seal: String
    /// What else there is after a no.
    let others: [VacancyCard]
    let actor: Actor
    /// Whom she talks with there.
    let contact: ContactPerson?
    /// Who is logged in here, when it is somebody else than who responded.
    let loggedInAs: String?
    /// What could not be sent any more.
    var unsent: String?

    private var application: VolunteerCentre.Application { response.application.asTold }
    private var hasAgreed: Bool { response.volunteer != nil }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(
            title: t("Your response"), visit: visit, scripts: ["once", "leave"], hasErrors: form.hasErrors
        ).html(
            """
            <div class="wrap page">\(form.summary)
            <header class="page-head"><div><p class="kicker">\(t("Your response"))</p><h1\(visit.theirs)>\(application.vacancyTitle)</h1></div></header>
            \(visit.notice(ResponseByLinkNotice.self) { $0.words(of: application.organisationName, visit) })\(optional: unsent, { UnsentWords(text: $0, why: acts.contains(.write) ? .closed : .ownDoing).html(visit) })
            \(optional: acts.contains(.undo) ? application.closing : nil, { visit.undoWithdrawal($0, of: application, at: "/actie/" + token, fields: word(.undo)) })
            \(optional: loggedInAs, { somebodyElses($0, visit) })
            <p>\(visit.ownBadge(application)) <span\(visit.theirs)>\(application.organisationName)</span></p>
            <p>\(visit.explanation(application, promised))</p>
            \(visit.line(contact, of: application.organisationName))
            <p><a class="more" href="\(visit.link(Link.vacancy(application.vacancy, application.vacancyTitle)))">\(t("Read the vacancy again"))</a> · <a class="more" href="\(visit.link("/vacatures"))">\(t("View other vacancies"))</a></p>
            \(visit.whyNot(application, timeline))
            \(if: application.wasToldNo, WaysOn(cards: others, refusal: acts.contains(.refuseHelp) ? ("/actie/" + token, word(.refuseHelp)) : nil).html(visit))
            \(optional: match, { visit.notice(.success, "\(visit.period($0))", title: t("Match")) })
            <div class="beside"><div>
            \(if: hasAgreed, conversation(visit), else: message(visit))
            \(if: response.isAsked && loggedInAs == nil, "<section class=\"panel\"><h2>\(question(t))</h2>\(agree(visit))</section>")
            </div><aside>
            <section class="panel"><h2>\(t("History"))</h2>\(visit.timeline(timeline, names: false, word: visit.applicationWord))</section>
            \(if: acts.contains(.agree) && !response.isAsked && loggedInAs == nil, "<details class=\"panel\"><summary>\(question(t))</summary>\(agree(visit))</details>")
            \(if: acts.contains(.withdraw), withdraw(visit))
            \(if: loggedInAs == nil, account(visit))
            <section class="panel"><h2>\(t("Help from {centre}", ["centre": visit.centre.name]))</h2><p>\(t("Do you hear nothing, or is something not right? Tell us.")) \(visit.mailLink)</p></section>
            </aside></div></div>
            """)
    }

    private func somebodyElses(_ name: String, _ visit: Visit) -> HTML {
        visit.notice(
            .warning,
            "\(visit.t("You are logged in as {name}, and this is the response of {other}. Only {other} can say yes or make an account, after you log out.", ["name": name, "other": application.name]))"
        )
    }

    private func opening(_ act: ResponseByLinkAct, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(visit.action("/actie/" + token))" novalidate data-once>\(word(act))
        """
    }

    private func word(_ act: ResponseByLinkAct) -> HTML {
        "<input type=\"hidden\" name=\"doe\" value=\"\(act.rawValue)\">"
    }

    private func message(_ visit: Visit) -> HTML {
        """
        <h2>\(visit.t("Your message"))</h2>
        \(Conversation(opening: application, messages: [], reader: .volunteer).html(visit))
        """
    }

    private func conversation(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <h2>\(t("Conversation"))</h2>
            \(Conversation(opening: application, messages: messages, reader: .volunteer, takingBack: .init(actor: actor, path: "/actie/" + token, fields: word(.takeBack))).html(visit))
            \(if: acts.contains(.write), "\(opening(.write, visit))<input type='hidden' name='zegel' value='\(seal)'><input type='hidden' name='gelezen' value='\(received)'>\(form.area("bericht", t("Your message"), required: true, rows: 4, max: 4000))<button class='btn'>\(t("Send message"))</button></form>")
            """
    }

    private func question(_ t: Localiser) -> String {
        t("Do you want to go on with {organisation}?", ["organisation": application.organisationName])
    }

    /// Folded as long as the organisation did not ask.
    private func agree(_ visit: Visit) -> HTML {
        let t = visit.t
        let organisation = application.organisationName
        return """
            <p>\(t("If you say yes, {organisation} may write to you here and note you as a volunteer. For that we keep your name and e-mail address. You need no password.", ["organisation": organisation]))</p>
            \(opening(.agree, visit))\(who(t("Yes, that is fine"), visit))</form>
            """
    }

    /// The button, or one for each who may have written it.
    private func who(_ label: String, _ visit: Visit) -> HTML {
        let t = visit.t
        guard !response.others.isEmpty else {
            return "<button class=\"btn green\">\(visit.icon("check-lg"))\(label)</button>"
        }
        return """
            <p><strong>\(t("Who are you?"))</strong> \(t("Somebody has an account at this e-mail address already. You can share it: you log in with the same address and password, and then choose who you are."))</p>
            <div class="actions">\(each: response.others, { "<button class=\"btn\" name=\"wie\" value=\"\($0.id.description)\">\(visit.icon("person-circle"))\(t("I am {name}", ["name": $0.name]))</button>" })
            <button class="btn plain" name="wie" value="ander">\(visit.icon("person-plus"))\(t("I am somebody else: {name}", ["name": application.name]))</button></div>
            """
    }

    /// Folded: taking back what somebody dared to offer is asked once more.
    private func withdraw(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <details class="panel"><summary>\(t("Changed your mind?"))</summary>
            <p>\(t("That is fine. {organisation} gets a mail and need not answer.", ["organisation": application.organisationName]))</p>
            \(opening(.withdraw, visit))\(FarewellFields(organisation: application.organisationName, form: form).html(visit))<button class="btn plain">\(t("Yes, withdraw my response"))</button></form></details>
            """
    }

    private func account(_ visit: Visit) -> HTML {
        let t = visit.t
        let label = hasAgreed ? t("Choose a password") : t("Yes, make my account")
        return """
            <details class="panel"><summary>\(t("Would you like an account?"))</summary>
            <p>\(t("You need none. It is handy if you respond more often: you keep vacancies, and see all your responses together."))</p>
            \(opening(.account, visit))\(who(label, visit))</form></details>
            """
    }
}

/// What a form of the page asks for.
enum ResponseByLinkAct: String {
    case agree = "akkoord"
    case withdraw = "intrekken"
    case write = "bericht"
    case undo = "terug"
    case takeBack = "bericht-terug"
    case refuseHelp = "geen-hulp"
    case account
}

/// What the page says after something was done.
enum ResponseByLinkNotice: String, Notice {
    case agreed = "akkoord"
    case sent = "verstuurd"
    case closed = "gesloten"
    case withdrawn = "ingetrokken"
    case whoFirst = "wie"
    case notYours = "iemand-anders"
    case undone = "teruggedraaid"
    case tooLate = "te-laat"
    case alreadyUndone = "al-teruggedraaid"
    case noHelp = "geen-hulp"
    case messageTakenBack = "bericht-terug"
    case messageStays = "bericht-blijft"

    func words(of organisation: String, _ visit: Visit) -> NoticeWords {
        let t = visit.t
        return switch self {
        case .agreed:
            .success(
                t("{organisation} gets a mail, and may go on with you.", ["organisation": organisation]),
                title: t("Thank you"))
        case .sent: .success(t("Your message has been sent."))
        case .closed: .info(t("This response is closed. Nothing was sent."))
        case .withdrawn: visit.withdrawnWords(organisation)
        case .undone: visit.words(.undone, organisation)
        case .tooLate: visit.words(.tooLate, organisation)
        case .alreadyUndone: visit.words(.already, organisation)
        case .messageTakenBack: visit.words(.message, organisation)
        case .messageStays: visit.words(.messageStays, organisation)
        case .noHelp: .success(t("All right. Nobody will call you about this."))
        case .notYours: .warning(t("You are logged in as somebody else. Nothing was changed."))
        case .whoFirst: .info(t("Choose who you are first."))
        }
    }
}

extension Address where Said == ResponseByLinkNotice {
    static func responseByLink(_ token: String) -> Address { Address("/actie/\(token)") }
}
