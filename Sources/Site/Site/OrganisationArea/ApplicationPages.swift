import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Details* of a response: the vacancy and the person, what was said, and what may be done.
struct ApplicationPage {
    let application: Application
    let messages: [ApplicationQueries.Message]
    /// How many messages the volunteer wrote, more than are shown perhaps.
    let received: Int
    /// How many steps are seen here.
    let steps: Int
    let acts: Set<ApplicationAct>
    let match: Match?
    let matchActs: Set<MatchAct>
    let timeline: Timeline
    /// For when an answer is promised.
    let promised: CalendarDate?
    let actor: Actor
    /// When the last step was noted, while it can be taken back.
    let notedAt: Instant?
    /// In which she uses the website.
    let language: Language?
    /// Other responses here with the same address, number or account.
    let beside: [Application]
    /// Mails of the organisation that were no answer.
    let aside: [RelayedMail]
    let form: FormFields
    let seal: String
    /// What could not be sent any more.
    var unsent: String?
    /// The last day that was typed and has passed: it ends the match when it is said once more.
    var endAsked: CalendarDate?

    private var path: String { "/beheer/reacties/\(application.id)" }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(
            t("Response from {name}", ["name": application.name]), visit, current: "/beheer",
            scripts: ["once", "leave"], form: form
        ).html(
            """
            \(visit.notice(ApplicationNotice.self) { isStillTrue($0) ? $0.words(of: application.name, t) : nil })\(optional: unsent, { UnsentWords(text: $0).html(visit) })
            \(if: visit.said(ApplicationNotice.self) == .matchedLast, "<p><a class=\"btn small\" href=\"\(visit.link("/beheer/vacatures/\(application.vacancy)/bedanken"))\">\(visit.icon("emoji-smile"))\(t("Thank the others"))</a></p>")
            \(optional: acts.contains(.undo) ? application.closing : nil, { visit.undo($0, at: path + "/terugdraaien") })
            \(optional: matchActs.contains(.takeBack) ? match : nil, { justMatched($0, visit) })
            \(visit.crumbs(Crumb(t("Dashboard"), "/beheer"), here: t("Response")))
            <header class="page-head"><div><p class="kicker">\(visit.badge(application))</p><h1>\(t("Response"))</h1></div>
            \(if: acts.contains(.match), "<div class='actions'><a class='btn green' href='\(visit.link(path + "/match"))'>\(visit.icon("heart"))\(t("Go on to a match"))</a></div>")</header>
            \(PairBar(application: application).html(visit))
            <div class="beside"><div>
            <h2>\(t("Message"))</h2>
            \(Conversation(opening: application, messages: messages, reader: .organisation, takingBack: .init(actor: actor, path: path + "/bericht/terug")).html(visit))
            \(if: acts.contains(.write), answer(visit))
            \(optional: notedAt, { takeBack($0, visit) })
            \(visit.aside(aside))
            \(if: acts.contains(.followUp) && application.volunteer != nil, spoken(visit))
            \(if: application.volunteer == nil && !acts.isDisjoint(with: [.followUp, .takeUp]), GuestPanel(application: application, acts: acts).html(visit))
            </div><aside>\(contact(visit))
            \(if: !beside.isEmpty, others(visit))
            \(if: acts.contains(.correct), correct(visit))
            \(optional: matchActs.contains(.end) ? nil : match, { pastMatch($0, visit) })
            \(if: matchActs.contains(.end), MatchPanel(match: match, form: form, endAsked: endAsked).html(visit))
            \(if: acts.contains(.decline), decline(visit))
            <section class="panel"><h2>\(t("History"))</h2>\(visit.timeline(timeline, word: visit.applicationWord))</section></aside></div>
            """)
    }

    /// Somebody adds something, two share an address, or a colleague noted what came by the website too.
    private func others(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Also responded"))</h2>
            <p>\(t("To the same vacancy, with the same e-mail address or telephone number:"))</p>
            <ul class="plain">\(each: beside, { other in
                "<li><span><a href=\"\(visit.link("/beheer/reacties/\(other.id)"))\" dir=\"auto\">\(other.name)</a>, \(visit.when(other.createdAt)) \(visit.badge(other))</span></li>"
            })</ul></section>
            """
    }

    /// Back and reload show an address that says what was done; what was taken back since is not said any more.
    private func isStillTrue(_ notice: ApplicationNotice) -> Bool {
        switch notice {
        case .declined, .declinedWithoutMail: acts.contains(.undo)
        case .undone: acts.contains(.decline)
        default: true
        }
    }

    private func answer(_ visit: Visit) -> HTML {
        let help =
            acts.contains(.takeUp)
            ? visit.t("You said no to this person. With a message you take up the conversation again.")
            : visit.t("The volunteer gets a mail that there is an answer, and reads it here.")
        return """
            <form method="post" action="\(visit.action(path + "/bericht"))" novalidate data-once data-guard>
            <input type="hidden" name="zegel" value="\(seal)"><input type="hidden" name="gelezen" value="\(received)"><input type="hidden" name="stand" value="\(application.state.rawValue)">
            \(form.area("bericht", visit.t("Your answer"), required: true, help: help, rows: 4, max: 4000))
            <button class="btn">\(visit.t("Send message"))</button></form>
            """
    }

    /// A match that was made a moment ago: the mails have gone, and a correction follows them.
    private func justMatched(_ match: Match, _ visit: Visit) -> HTML {
        guard UndoTime.isOpen(since: match.createdAt, now: visit.now) else { return .empty }
        let t = visit.t
        return visit.undo(
            t(
                "Was it a mistake? Until {time} you can take the match back. {name} gets a mail that it was a mistake.",
                ["time": t.time(UndoTime.end(of: match.createdAt), visit.centre.zone), "name": match.volunteerName]),
            at: "/beheer/matches/\(match.id)/terugdraaien")
    }

    /// A step is one tap, and so is a wrong one.
    private func takeBack(_ notedAt: Instant, _ visit: Visit) -> HTML {
        guard UndoTime.isOpen(since: notedAt, now: visit.now) else { return .empty }
        return visit.undo(
            visit.t(
                "Did you note the wrong thing? Until {time} you can take it back.",
                ["time": visit.t.time(UndoTime.end(of: notedAt), visit.centre.zone)]),
            at: "/beheer/reacties/\(application.id)/stap/terug",
            fields: "<input type=\"hidden\" name=\"gezien\" value=\"\(String(notedAt.milliseconds))\">")
    }

    /// They spoke outside: who waits is answered, and colleagues see it.
    private func spoken(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel" method="post" action="\(visit.action(path + "/stap"))" data-once>
            <p>\(t("Did you call or meet {name} already? Note it, so that nobody thinks this response is still waiting.", ["name": application.name]))</p>
            <button class="btn plain" name="stap" value="called">\(visit.icon("check-lg"))\(t("We have spoken"))</button></form>
            """
    }

    /// What was noted of somebody who called or dropped in may have been heard wrong.
    private func correct(_ visit: Visit) -> HTML {
        let t = visit.t
        let stored = [("naam", application.name), ("email", application.email), ("telefoon", application.phone)]
        let hasError = stored.contains { form.errors[$0.0] != nil }
        let typed = FormData(pairs: stored.map { ($0, form.data.first($0) ?? $1) })
        let fields = visit.fields(typed, form.errors)
        return """
            <details class="panel"\(attribute: "open", if: hasError)><summary>\(t("Correct the data"))</summary>
            <form method="post" action="\(visit.action(path + "/gegevens"))" novalidate data-once>
            \(fields.input("naam", t("Name"), required: true, max: 100))
            \(fields.input("email", t("E-mail address"), kind: .email))
            \(fields.input("telefoon", t("Telephone"), kind: .tel))
            <button class="btn plain">\(t("Save"))</button></form></details>
            """
    }

    private func contact(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Contact data"))</h2><dl class="rows">
            <div><dt>\(t("Name"))</dt><dd dir="auto">\(application.name)</dd></div>
            \(optional: application.email.isEmpty ? nil : WebAddress.mail(application.email), { "<div><dt>\(t("E-mail address"))</dt><dd><a href=\"\($0)\">\(application.email)</a></dd></div>" })
            \(optional: application.phone.isEmpty ? nil : WebAddress.telephone(application.phone), { "<div><dt>\(t("Telephone"))</dt><dd><a href=\"\($0)\">\(application.phone)</a></dd></div>" })
            \(if: application.party != .single, "<div><dt>\(t("Who comes along"))</dt><dd>\(visit.word(application.party))\(optional: application.partySize, { " (\($0))" })</dd></div>")
            <div><dt>\(t("When"))</dt><dd>\(visit.when(application.createdAt))</dd></div>
            \(if: language == .en && visit.language != .en, "<div><dt>\(t("Language"))</dt><dd>\(t("English: this person uses the website in English"))</dd></div>")
            \(if: application.channel != .web, "<div><dt>\(t("How"))</dt><dd>\(visit.word(application.channel))</dd></div>")
            </dl>\(optional: promised, { "<p><strong>\(visit.promised($0))</strong></p>" })\(if: acts.contains(.decline), "<p>\(t("Answer within a week if you can. People who wait long lose interest."))</p>")</section>
            """
    }

    /// A match that ended or was taken back; one that ended by mistake goes on.
    private func pastMatch(_ match: Match, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Match"))</h2><p>\(visit.period(match))<br><span class="muted">\(visit.word(match.state))</span></p>
            \(if: matchActs.contains(.resume), "<form method=\"post\" action=\"\(visit.action("/beheer/matches/\(match.id)/doorgaan"))\" data-once><p>\(t("Did it not end, or does {name} go on after all?", ["name": match.volunteerName]))</p><button class=\"btn plain\">\(t("Let the match go on"))</button><p class=\"help\">\(t("It runs on without a last day. {name} gets a mail about it.", ["name": match.volunteerName]))</p></form>")</section>
            """
    }

    private func decline(_ visit: Visit) -> HTML {
        let t = visit.t
        let help =
            application.email.isEmpty
            ? t("Without an e-mail address nothing is sent. Call this person yourself.")
            : t(
                "{name} reads this in a letter of {centre}, with other vacancies.",
                ["name": application.name, "centre": visit.centre.name])
        return """
            <details class="panel"\(attribute: "open", if: form.errors[CauseFields.cause] != nil || form.errors[CauseFields.words] != nil)><summary>\(t("Not go on with this person"))</summary>
            <form method="post" action="\(visit.action(path + "/afwijzen"))" novalidate data-once>
            <input type="hidden" name="gelezen" value="\(received)"><input type="hidden" name="gezien" value="\(steps)">
            \(CauseFields(form: form, help: help).html(visit))
            <button class="btn danger">\(t("Send the no"))</button></form></details>
            """
    }
}

/// The bar on top of a response: the vacancy, and beside it the person.
struct PairBar {
    let application: Application

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <div class="pairbar">
            <div>\(visit.icon("megaphone"))<p><span>\(t("Vacancy"))</span> <strong id="pb-v"\(visit.theirs)>\(application.vacancyTitle)</strong></p>\
            <a class="btn small plain" aria-describedby="pb-v" href="\(visit.link("/beheer/vacatures/\(application.vacancy)"))">\(t("Show profile"))</a></div>
            <div>\(visit.icon("person"))<p><span>\(t("Volunteer"))</span> <strong id="pb-p" dir="auto">\(application.name)</strong></p>\
            \(optional: application.volunteer, { "<a class=\"btn small plain\" aria-describedby=\"pb-p\" href=\"\(visit.link("/beheer/vrijwilligers/\($0)"))\">\(t("Show profile"))</a>" })\(if: application.volunteer == nil, visit.badge(application.kind))</div>
            </div>
            """
    }
}

/// What the page says after something was done.
enum ApplicationNotice: String, Notice {
    case sent = "verstuurd"
    case undone = "teruggedraaid-antwoord"
    case stepUndone = "stap-terug"
    case messageTakenBack = "bericht-terug"
    case messageStays = "bericht-blijft"
    case tooLate = "te-laat"
    case alreadyUndone = "al-teruggedraaid"
    case tooOften = "te-vaak"
    case closed = "gesloten"
    case declined = "afgewezen"
    case declinedWithoutMail = "afgewezen-zonder-mail"
    case matched = "match"
    case matchedLast = "match-vol"
    case endNoted = "einde"
    case endOpen = "einde-open"
    case resumed = "loopt-door"
    case alreadyOver = "al-voorbij"
    case endUnchanged = "niets-veranderd"
    case takenBack = "teruggedraaid"
    case noted = "genoteerd"
    case takenUp = "opgepakt"
    case corrected = "verbeterd"
    case linkSent = "link"
    case linkSentBefore = "link-al"
    case beginChanged = "begin"

    func words(of name: String, _ t: Localiser) -> NoticeWords {
        switch self {
        case .sent: .success(t("Your message has been sent."))
        case .closed: .info(t("This response is closed. Nothing was sent."))
        case .undone: .success(t("Taken back. {name} was told nothing.", ["name": name]))
        case .stepUndone: .success(t("What you noted was taken back. A mail that was sent stays sent."))
        case .alreadyUndone: .info(t("It was taken back already."))
        case .tooOften:
            .info(
                t(
                    "You made and took back this match three times today. Go on tomorrow: {name} gets a mail each time.",
                    ["name": name]))
        case .messageTakenBack:
            .success(t("Your message was taken back. {name} sees that there was one.", ["name": name]))
        case .messageStays: .info(t("That is too late: a message can be taken back for ten minutes."))
        case .tooLate:
            .info(t("That is too late: {name} was told. You can still take up the conversation again.", ["name": name]))
        case .declined: .success(t("{name} gets a letter in ten minutes, with other vacancies.", ["name": name]))
        case .declinedWithoutMail:
            .success(t("Your words stand here. {name} gets no mail: call to say it.", ["name": name]))
        case .alreadyOver: .info(t("This match does not run any more. Nothing changed."))
        case .endUnchanged: .info(t("Nothing changed, so nobody got a mail."))
        case .matched: .success(t("Both of you get a mail."), title: t("It is a match"))
        case .matchedLast:
            .success(
                t("Both of you get a mail. All places are taken now, and others still wait for an answer."),
                title: t("It is a match"))
        case .endNoted: .success(t("The end of the match has been noted. {name} gets a mail about it.", ["name": name]))
        case .endOpen: .success(t("No last day is noted for this match. {name} gets a mail about it.", ["name": name]))
        case .resumed: .success(t("The match goes on. {name} gets a mail about it.", ["name": name]))
        case .takenBack: .success(t("The match has been taken back. {name} gets a mail about it.", ["name": name]))
        case .noted: .success(t("Noted."))
        case .takenUp:
            .success(
                t("You go on with {name} after all. Perhaps {name} has read your no: call or mail.", ["name": name]))
        case .corrected: .success(t("Saved"))
        case .linkSent: .success(t("{name} gets a mail with the link.", ["name": name]))
        case .linkSentBefore:
            .info(t("{name} got this mail less than a day ago. Nothing was sent again.", ["name": name]))
        case .beginChanged: .success(t("The first day has been changed. {name} gets a mail about it.", ["name": name]))
        }
    }
}

extension Address where Said == ApplicationNotice {
    static func response(_ id: ID<VolunteerCentre.Application>) -> Address { Address("/beheer/reacties/\(id)") }
}
