import HTML
import Localisation
import Media
import SiteKit
import Time
import VolunteerCentre

/// A step in a timeline that is neither a state nor an act of the program.
struct TimelineStep {
    let at: Instant
    let words: String
    let author: String?
}

extension Visit {
    func badge(_ state: Vacancy.State, returned: Bool = false, isFull: Bool = false) -> HTML {
        let isClosed = isFull && state == .published
        return
            "<span class=\"badge \(isClosed ? Vacancy.State.offline.rawValue : state.rawValue)\">\(word(state, returned: returned, isFull: isFull))</span>"
    }

    func badge(_ vacancy: Vacancy) -> HTML {
        badge(vacancy.state, returned: vacancy.isReturned, isFull: vacancy.isFull)
    }

    /// - Parameter isFull: all places are taken, so that nobody finds it in the lists.
    func word(_ state: Vacancy.State, returned: Bool, isFull: Bool) -> String {
        if returned { return t("Returned") }
        return isFull && state == .published ? t("Full") : word(state)
    }

    /// Beside the state: what becomes of a changed text while the approved one is online.
    func badge(_ pending: Vacancy.Pending.Stage?) -> HTML {
        switch pending {
        case .waiting: "<span class=\"badge queued\">\(t("New text in the queue"))</span>"
        case .returned: "<span class=\"badge queued\">\(t("New text returned"))</span>"
        case .kept: "<span class=\"badge offline\">\(t("New text kept"))</span>"
        case nil: .empty
        }
    }

    func word(_ state: Vacancy.State) -> String {
        switch state {
        case .draft: t("Draft")
        case .queued: t("In the queue")
        case .published: t("Online")
        case .offline: t("Offline")
        case .archived: t("Archived")
        case .rejected: t("Refused")
        }
    }

    func badge(_ state: Organisation.State) -> HTML {
        let name =
            switch state {
            case .registered: "queued"
            case .approved: "active"
            case .rejected: "rejected"
            case .suspended: "offline"
            }
        return "<span class=\"badge \(name)\">\(word(state))</span>"
    }

    func word(_ state: Organisation.State) -> String {
        switch state {
        case .registered: t("Waiting for approval")
        case .approved: t("Active")
        case .rejected: t("Refused")
        case .suspended: t("Suspended")
        }
    }

    /// The history of a vacancy or an organisation, oldest first.
    /// - Parameter names: whether its reader works with who did it, and by which rule the program did something by itself.
    /// - Parameter others: what else happened to it.
    func timeline(
        _ timeline: Timeline, with others: [TimelineStep] = [], names: Bool = true, word: (String) -> String
    ) -> HTML {
        let own = timeline.acts.map { act -> (Instant, HTML) in
            let rule = t(
                "automatic: {rule}, version {version}",
                ["rule": ruleName(act.rule), "version": String(act.version)])
            return (
                act.at,
                "<li>\(when(act.at))<p>\(self.word(act))\(if: names, " <span class=\"muted\">\(rule)</span>")</p></li>"
            )
        }
        let steps = timeline.steps.map { step -> (Instant, HTML) in
            // Said about it, without a step: of a vacancy its new text.
            let isSaid = step.from == step.to && step.to == Vacancy.State.published.rawValue
            let done = step.followUp.flatMap(Application.FollowUp.init(rawValue:)).map { self.word($0) }
            let word =
                done ?? (isSaid ? step.reason == nil ? t("New text approved") : t("New text returned") : word(step.to))
            let why = [cause(step).map { "<span>\($0)</span>" }, step.reason.map { "<span\(theirs)>\($0)</span>" }]
                .compactMap { $0 as HTML? }
            return (
                step.at,
                "<li>\(when(step.at))<p>\(word)\(if: !why.isEmpty, ":\(each: why, { " \($0)" })")\(optional: names ? step.author : nil, { " <span class=\"muted\" dir=\"auto\">\($0)</span>" })</p></li>"
            )
        }
        let more = others.map { step -> (Instant, HTML) in
            (
                step.at,
                "<li>\(when(step.at))<p>\(step.words)\(optional: names ? step.author : nil, { " <span class=\"muted\" dir=\"auto\">\($0)</span>" })</p></li>"
            )
        }
        return "<ol class=\"timeline\">\((steps + own + more).sorted { $0.0 < $1.0 }.map(\.1))</ol>"
    }

    private func ruleName(_ rule: AutomaticAct.Rule) -> String {
        switch rule {
        case .reminded, .messageReminded, .overdue: t("reply clock")
        case .dayPassed, .longEnough: t("term of a vacancy")
        case .asked, .sunk, .unconfirmed: t("still right?")
        case .pictureRefused: t("pictures")
        case .limited: t("limits")
        }
    }

    func word(_ act: AutomaticAct) -> String { word(act.rule, because: act.reason) }

    func word(_ rule: AutomaticAct.Rule, because reason: String) -> String {
        let day = CalendarDate(iso: reason).map { t.date($0) } ?? reason
        return switch rule {
        case .reminded: t("The organisation got a reminder: an answer was promised by {date}", ["date": day])
        case .messageReminded: t("The organisation got a reminder: your message of {date} had no answer", ["date": day])
        case .overdue: t("No answer came in time: it was promised by {date}", ["date": day])
        case .dayPassed: t("Went offline by itself: its last day was {date}", ["date": day])
        case .asked: t("Asked whether this is still right: nobody had said so since {date}", ["date": day])
        case .sunk: t("At the end of the list: nobody answered the question of {date}", ["date": day])
        case .unconfirmed: t("Went offline by itself: nobody answered the question of {date}", ["date": day])
        case .pictureRefused:
            t("A picture was not taken:") + " "
                + (ImageReencoder.Refusal(rawValue: reason).map { PictureField.words($0, self) } ?? reason)
        case .limited:
            NoteLimit.Limit(rawValue: reason).map { t("Stopped for a while: {what}", ["what": word($0)]) } ?? reason
        case .longEnough: t("Went offline by itself: a vacancy stays six months, until {date}", ["date": day])
        }
    }

    private func word(_ limit: NoteLimit.Limit) -> String {
        switch limit {
        case .candidateQuestions: t("more searches in the candidate pool than fit one day")
        case .candidateLooks: t("more candidates looked at than fit one day")
        case .candidateInvitations: t("more candidates invited than fit one week")
        case .memberInvitations: t("more colleagues invited than fit one day")
        case .messages: t("more messages than fit one hour")
        case .password: t("too many tries to type the password")
        case .logIns: t("too many tries to log in with your e-mail address")
        case .responses: t("more responses with your e-mail address than fit one day")
        case .mails: t("more mails to your e-mail address than fit one day")
        }
    }

    func vacancyWord(_ state: String) -> String { Vacancy.State(rawValue: state).map { word($0) } ?? state }

    func organisationWord(_ state: String) -> String { Organisation.State(rawValue: state).map { word($0) } ?? state }

    func badge(_ kind: Application.Kind) -> HTML {
        kind == .account
            ? "<span class=\"badge account\">\(t("With account"))</span>"
            : "<span class=\"badge guest\">\(t("Without account"))</span>"
    }

    /// `vandaag, 14.05 uur`, with the exact time for machines.
    func when(_ instant: Instant) -> HTML {
        let day = t.relativeDay(instant, now: now, centre.zone)
        let date = CalendarDate(instant, in: centre.zone)
        return
            "<time datetime=\"\(date.iso)\" data-date=\"\(t.date(date))\">\(day), \(t.time(instant, centre.zone))</time>"
    }
}
