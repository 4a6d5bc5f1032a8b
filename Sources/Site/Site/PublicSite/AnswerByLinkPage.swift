import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Er wordt op je antwoord gewacht*: who waits, an answer to each, and one button. Only first names stand here: a mail may be read along,
/// and who wants to read more logs in.
struct AnswerByLinkPage {
    let applications: [VolunteerCentre.Application]
    /// That got a no a moment ago.
    var undoable: [VolunteerCentre.Application] = []
    let token: String
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = t("Your answer")
        return PublicLayout(title: title, visit: visit, scripts: ["once"], hasErrors: form.hasErrors).html(
            """
            <div class="wrap slim page">\(form.summary)<h1>\(title)</h1>
            \(optional: undoable.compactMap(\.closing).min { $0.due < $1.due }, { visit.undo($0, at: "/actie/" + token, fields: "\(each: undoable, { "<input type=\"hidden\" name=\"terug\" value=\"\($0.id.description)\">" })") })
            \(if: applications.isEmpty, nothing(visit), else: questions(visit))</div>
            """)
    }

    private func questions(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <p class="lead">\(applications.count == 1 ? t("This person is waiting for your answer.") : t("These people are waiting for your answer."))</p>
            \(visit.notice(.info, "\(t("What they wrote stands behind the log-in.")) <a href=\"\(visit.link("/beheer"))\">\(t("Read it first, and write an answer yourself"))</a>"))
            <form method="post" action="\(visit.action("/actie/" + token))" novalidate data-once>
            \(each: applications, { question($0, visit) })
            \(words(visit))
            <button class="btn big">\(visit.icon("check-lg"))\(t("Send this answer"))</button></form>
            """
    }

    private func question(_ application: VolunteerCentre.Application, _ visit: Visit) -> HTML {
        let t = visit.t
        let day = CalendarDate(application.createdAt, in: visit.centre.zone)
        let first = Self.first(application)
        let entries = AnswerByLink.Answer.allCases.map { (value: $0.rawValue, label: t.dynamic("\($0.label)")) }
        return form.options(
            Self.field(application.id),
            t(
                "{name}, {date}: {title}",
                ["name": first, "date": t.date(day), "title": application.vacancyTitle]),
            entries + (applications.count > 1 ? [("", t("I answer later"))] : []), several: false, rows: true)
    }

    private func words(_ visit: Visit) -> HTML {
        CauseFields(
            form: form,
            help: visit.t(
                "Only for those who get a no. They read it in a letter of {centre}, with other vacancies.",
                ["centre": visit.centre.name]), isRequired: false
        ).html(visit)
    }

    private func nothing(_ visit: Visit) -> HTML {
        """
        <p class="lead">\(visit.t("Everybody has an answer. Thank you."))</p>
        <p class="actions"><a class="btn" href="\(visit.link("/beheer"))">\(visit.t("To the management area"))</a></p>
        """
    }

    /// With the answer of the button that was pressed in the mail, for the one it was about: an answer to all is given by nobody.
    static func data(
        _ applications: [VolunteerCentre.Application], _ chosen: AnswerByLink.Answer?,
        for only: VolunteerCentre.Application?
    ) -> FormData {
        FormData(pairs: applications.map { (field($0.id), $0.id == only?.id ? chosen?.rawValue ?? "" : "") })
    }

    static func first(_ application: VolunteerCentre.Application) -> String {
        application.name.split(separator: " ").first.map(String.init) ?? application.name
    }

    static func field(_ id: ID<VolunteerCentre.Application>) -> String { "antwoord-\(id)" }

    /// Which answer was given to which response.
    static func answers(_ data: FormData) -> [ID<VolunteerCentre.Application>: AnswerByLink.Answer] {
        data.pairs.reduce(into: [:]) { answers, pair in
            guard pair.0.hasPrefix("antwoord-"), let id = ID<VolunteerCentre.Application>(String(pair.0.dropFirst(9))),
                let answer = AnswerByLink.Answer(rawValue: pair.1)
            else { return }
            answers[id] = answer
        }
    }
}

/// What was done with the answers.
struct AnsweredByLinkPage {
    let done: AnswerByLink.Done
    let token: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Thank you for your answer"), visit: visit).html(
            """
            <div class="wrap slim page message"><img src="\(visit.asset("illustrations/thanks.svg"))" alt="" width="240" height="160">
            <h1>\(t("Thank you for your answer"))</h1>
            \(if: done.spoken > 0, "<p>\(t("Noted for {count} person: you are in contact.", "Noted for {count} people: you are in contact.", count: done.spoken))</p>")
            \(if: !done.declined.isEmpty, "<p>\(t("{count} person gets a mail with your words.", "{count} people get a mail with your words.", count: done.declined.count))</p>")
            \(each: done.withoutMail, { "<p><a href=\"\(visit.link("/beheer/reacties/\($0.id)"))\">\(t("{name} gets no mail: call to say it.", ["name": AnswerByLinkPage.first($0)]))</a></p>" })
            \(if: done.answeredBefore > 0, "<p>\(t("{count} response was answered or withdrawn in the meantime. Nothing was sent.", "{count} responses were answered or withdrawn in the meantime. Nothing was sent.", count: done.answeredBefore))</p>")
            \(if: !noes.isEmpty, visit.undo(Closing.begun(at: visit.now), at: "/actie/" + token, fields: "\(each: noes, { "<input type=\"hidden\" name=\"terug\" value=\"\($0.description)\">" })"))
            <p class="actions"><a class="btn" href="\(visit.link("/beheer"))">\(t("To the management area"))</a></p></div>
            """)
    }

    /// Also who gets no mail: the no itself can be a mistake.
    private var noes: [ID<VolunteerCentre.Application>] { done.declined + done.withoutMail.map(\.id) }
}

/// What was taken back of it.
struct AnswersUndonePage {
    let count: Int

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = count > 0 ? t("Taken back") : t("That is too late")
        return PublicLayout(title: title, visit: visit).html(
            """
            <div class="wrap slim page message"><h1>\(title)</h1>
            <p>\(count > 0 ? t("Nobody was told anything. They still wait for your answer.") : t("The mails have gone. Would you like to go on with somebody after all? Log in and write a message."))</p>
            <p class="actions"><a class="btn" href="\(visit.link("/beheer"))">\(t("To the management area"))</a></p></div>
            """)
    }
}
