import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Profiel* of a vacancy for its own organisation: state, history, responses, text.
struct VacancyProfilePage {
    let vacancy: Vacancy
    let acts: Set<VacancyAct>
    let timeline: Timeline
    /// How it changed who looks after it, and who can.
    let contactChanges: [ContactChange]
    let people: [OrganisationQueries.Member]
    let applications: Paged<Application>
    /// How many of those on this page wait for an answer.
    let waiting: Int
    let matches: Paged<Match>
    /// Of noes of which nobody was told yet, the first to go.
    let closing: Closing?
    /// Of how many people.
    let closingCount: Int
    /// Days that its words name, while none was chosen.
    let daysOnlyInWords: [String]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let content = vacancy.content
        let path = "/beheer/vacatures/\(vacancy.id)"
        let title = content.title.isEmpty ? t("Without a title") : content.title
        return AreaLayout.organisation(title, visit, current: "/beheer/vacatures", scripts: ["once"]).html(
            """
            \(visit.notice(VacancyNotice.self) { isStillTrue($0) ? $0.words(visit) : nil })
            \(optional: vacancy.archiving, { justArchived($0, path, visit) })
            \(optional: isArchivedJustNow(visit) ? nil : closing, { undoThanks($0, path, visit) })
            \(VacancyTrail(vacancy: vacancy).html(visit))
            <header class="page-head"><div><p class="kicker">\(visit.badge(vacancy)) \(visit.badge(vacancy.pending?.stage))</p>
            <h1\(visit.theirs)>\(title)</h1></div>
            <div class="actions">\(if: acts.contains(.edit), "<a class=\"btn\" href=\"\(visit.link(path + "/bewerken"))\">\(visit.icon("pencil"))\(acts.contains(.keepDraft) ? t("Change and send in") : t("Change"))</a>")\
            \(if: vacancy.isVisible(today: visit.today), "<a class=\"btn plain\" href=\"\(visit.link(Link.vacancy(vacancy.id, content.title)))\">\(t("View on the website"))</a><a class=\"btn plain\" href=\"\(visit.link("/vacatures/\(vacancy.id)/poster"))\">\(t("Poster"))</a>")
            \(if: acts.contains(.copy), "<form method=\"post\" action=\"\(visit.action(path + "/kopie"))\" data-once><input type=\"hidden\" name=\"zegel\" value=\"\(visit.newSeal())\"><button class=\"btn plain\">\(visit.icon("file-earmark-text"))\(t("Copy"))</button></form>")
            <a class="btn plain" href="\(visit.link(path + "/beheer"))">\(visit.icon("archive"))\(t("Manage"))</a></div></header>
            \(optional: vacancy.comment, { visit.notice(.info, "<span\(visit.theirs)>\($0)</span>", title: t("Message from {centre}", ["centre": visit.centre.name])) })
            \(if: acts.contains(.publishAgain), offline(path, visit))
            \(if: acts.contains(.edit) && !daysOnlyInWords.isEmpty, namesDays(path, visit))
            \(optional: vacancy.pending, { pending($0, visit) })
            <div class="beside"><div>
            \(if: !matches.elements.isEmpty, "<h2>\(t("Matches"))</h2>\(MatchTable(matches: matches.elements, isOfOneVacancy: true).html(visit))<p><a class=\"btn small plain\" href=\"\(visit.link(path + "/uitnodigen"))\">\(visit.icon("repeat"))\(t("Invite these people again"))</a></p>")
            <h2>\(t("Responses"))</h2>
            \(if: applications.elements.isEmpty, "<p>\(t("Nobody has responded yet."))</p>", else: ApplicationTable(applications: applications.elements, isOfOneVacancy: true).html(visit))
            \(visit.pager(applications, path: path))
            \(if: waiting > 1, "<p><a class=\"btn small plain\" href=\"\(visit.link(path + "/bedanken"))\">\(visit.icon("emoji-smile"))\(t("Thank the others"))</a></p>")
            \(if: acts.contains(.noteResponse), "<p><a class=\"btn small plain\" href=\"\(visit.link(path + "/reactie-noteren"))\">\(visit.icon("telephone"))\(t("Note a response"))</a></p>")
            \(if: vacancy.isOpen(today: visit.today), "<h2>\(t("Suiting candidates"))</h2><p>\(t("Perhaps somebody in the candidate pool would like to do this.")) <a href=\"\(visit.link(path + "/kandidaten"))\">\(t("View suiting candidates"))</a></p>")
            <h2>\(t("Text"))</h2>
            <div class="prose"><h3>\(t("Description of the vacancy"))</h3>\(text(content.description, visit))
            <h3>\(t("What we look for and offer"))</h3>\(text(content.offer, visit))</div>
            </div><aside class="panel">\(contactPerson(path, visit))<h2>\(t("History"))</h2>\(visit.timeline(timeline, with: visit.steps(contactChanges), word: visit.vacancyWord))
            \(if: vacancy.isFull, "<p>\(t("All places are taken. Nobody can respond until one becomes free."))</p>")
            \(optional: vacancy.lastDay(in: visit.centre.zone), { "<p>\(t("On this site up to and including {date}", ["date": t.date($0)]))</p>" })</aside></div>
            """)
    }

    /// Back and reload show an address that says what was done; what was taken back since is not said any more.
    private func isStillTrue(_ notice: VacancyNotice) -> Bool {
        switch notice {
        case .archived, .archivedAndTold: acts.contains(.takeOutOfArchive)
        case .unarchived: !acts.contains(.takeOutOfArchive)
        default: true
        }
    }

    /// Nothing is asked where there is one person.
    private func contactPerson(_ path: String, _ visit: Visit) -> HTML {
        guard acts.contains(.chooseContactPerson), people.count > 1 || vacancy.contactPerson != nil else {
            return .empty
        }
        let t = visit.t
        let options = people.map {
            HTML.option($0.account.id.description, $0.account.name, isChosen: $0.account.id == vacancy.contactPerson)
        }
        return """
            <h2>\(t("Who looks after it"))</h2>
            <form method="post" action="\(visit.action(path + "/aanspreekpunt"))" data-once><input type="hidden" name="gezien" value="\(people.first { $0.account.id == vacancy.contactPerson }?.account.id.description ?? "")">
            <p><select name="aanspreekpunt" aria-label="\(t("Who looks after it"))" aria-describedby="aanspreekpunt-uitleg"><option value="">\(t("Everybody"))</option>\(options)</select> <button class="btn small plain">\(t("Save"))</button></p>
            <p class="help" id="aanspreekpunt-uitleg">\(t("This colleague gets the mail about it, and who responded sees the name. What waits a week, all of you hear."))</p></form>
            """
    }

    /// One act, one way back: with the vacancy go the noes that it brought along.
    private func isArchivedJustNow(_ visit: Visit) -> Bool {
        vacancy.archiving.map { UndoTime.isOpen(since: $0.at, now: visit.now) } ?? false
    }

    private func justArchived(_ archiving: Vacancy.Archiving, _ path: String, _ visit: Visit) -> HTML {
        guard UndoTime.isOpen(since: archiving.at, now: visit.now) else { return .empty }
        let t = visit.t
        return visit.undo(
            t(
                "Was it a mistake? Until {time} the vacancy goes back to where it was, as if nothing had happened.",
                ["time": t.time(UndoTime.end(of: archiving.at), visit.centre.zone)]), at: path + "/archief/terugdraaien"
        )
    }

    private func undoThanks(_ closing: Closing, _ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return visit.undo(
            t(
                "Was it a mistake? Until {time} you can take back the no to {count} person, who is told nothing then.",
                "Was it a mistake? Until {time} you can take back the no to {count} people, who are told nothing then.",
                count: closingCount, ["time": t.time(closing.until, visit.centre.zone)]),
            at: path + "/bedanken/terugdraaien")
    }

    private func namesDays(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return visit.notice(
            .info,
            "\(t("Your text names {days}. Choose it under Days too: then who looks for that day finds your vacancy first.", ["days": visit.labels(.day, daysOnlyInWords).lowercased()])) <a href=\"\(visit.link(path + "/bewerken#dag"))\">\(t("Choose the day"))</a>",
            title: t("No day is chosen"))
    }

    private func pending(_ pending: Vacancy.Pending, _ visit: Visit) -> HTML {
        let t = visit.t
        let words =
            switch pending.stage {
            case .kept: t("You wrote it before the vacancy went away. Change it and send it in when you need it.")
            case .returned:
                t(
                    "{centre} returned your new text. Change it and send it in again. Visitors read the earlier text.",
                    ["centre": visit.centre.name])
            case .waiting:
                t(
                    "{centre} checks your new text. Visitors read the earlier text until then.",
                    ["centre": visit.centre.name])
            }
        return """
            <details class="panel"><summary>\(t("Your new text is not on the website yet"))</summary>\
            <p>\(words)</p>\(FieldChanges(from: vacancy.content, to: pending.content, visit).html(visit))</details>
            """
    }

    private func text(_ text: String, _ visit: Visit) -> HTML {
        text.isEmpty ? "<p class=\"muted\">\(visit.t("Nothing written yet."))</p>" : visit.prose(text)
    }

    private func offline(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("This vacancy is offline"))</h2><p>\(t("Visitors no longer see it. Do you still look for volunteers?"))</p>
            <form method="post" action="\(visit.action(path + "/opnieuw"))" data-once><button class="btn green">\(visit.icon("arrow-counterclockwise"))\(t("Publish again"))</button></form></section>
            """
    }
}

/// What the page says after something was done.
enum VacancyNotice: String, Notice {
    case queued = "ingestuurd"
    case pending = "nieuwe-tekst"
    case unchanged = "ongewijzigd"
    case published = "online"
    case changed = "gewijzigd"
    case onlineAgain = "weer-online"
    case archived = "gearchiveerd"
    case archivedAndTold = "gearchiveerd-bedankt"
    case thanked = "bedankt"
    case thankedSomeByPhone = "bedankt-bel"
    case thankedButSomeWrote = "bedankt-behalve"
    case thankedNobody = "niemand-bedankt"
    case undone = "teruggedraaid"
    case unarchived = "uit-archief"
    case archiveStays = "archief-blijft"
    case tooLate = "te-laat"
    case contactChosen = "aanspreekpunt"
    case contactGone = "aanspreekpunt-weg"
    case contactChanged = "aanspreekpunt-anders"

    func words(_ visit: Visit) -> NoticeWords {
        let t = visit.t
        return switch self {
        case .queued:
            .success(
                t("{centre} checks it and publishes it. You receive a mail then.", ["centre": visit.centre.name]),
                title: t("The vacancy is in the queue"))
        case .thanked:
            .success(t("Everybody you chose gets a letter in ten minutes, with other vacancies."), title: t("Thanked"))
        case .thankedButSomeWrote:
            .warning(
                t("Somebody wrote to you while you were busy. Read that first: who wrote is not thanked yet."),
                title: t("Not everybody was thanked"))
        case .thankedNobody: .info(t("Nobody was thanked: they had an answer already, or withdrew."))
        case .thankedSomeByPhone:
            .success(
                t(
                    "Who left an e-mail address gets a mail. Who left a telephone number only, waits for your call: they stand below."
                ), title: t("Thanked"))
        case .unarchived: .success(t("The vacancy is back where it was."))
        case .archiveStays: .info(t("That is too late. Under Manage you take the vacancy out of the archive."))
        case .undone: .success(t("Taken back. Nobody was told anything."))
        case .tooLate: .info(t("That is too late: the mails have gone."))
        case .contactChosen: .success(t("Saved"))
        case .contactGone: .warning(t("This colleague no longer works for you. Choose somebody else."))
        case .contactChanged:
            .warning(t("A colleague chose somebody else meanwhile. Look who it is, and choose again."))
        case .unchanged: .info(t("It says the same as the text on the website, so nothing has to be checked."))
        case .pending:
            .success(
                t(
                    "{centre} checks your new text. Visitors read the earlier text until then.",
                    ["centre": visit.centre.name]), title: t("Your new text is in the queue"))
        case .published: .success(t("Visitors can find it and respond."), title: t("The vacancy is online"))
        case .changed: .success(t("Visitors see the new text at once."), title: t("Saved"))
        case .onlineAgain: .success(t("Visitors can find it and respond."), title: t("The vacancy is online again"))
        case .archived:
            .success(
                t(
                    "It is off the website. Responses, matches and history are kept. Under Manage you take it out again."
                ), title: t("The vacancy is in the archive"))
        case .archivedAndTold:
            .success(
                t(
                    "It is off the website. Who still waited gets a mail with your words in ten minutes, and is thanked. Take it back before, and nobody is told."
                ), title: t("The vacancy is in the archive"))
        }
    }
}

extension Address where Said == VacancyNotice {
    static func vacancy(_ id: ID<Vacancy>) -> Address { Address("/beheer/vacatures/\(id)") }
}
