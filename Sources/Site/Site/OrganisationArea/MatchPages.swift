import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Doorzetten naar match*: from when, and until when if that is known.
struct MatchFormPage {
    let application: Application
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(
            t("Go on to a match"), visit, current: "/beheer", scripts: ["once"], form: form
        ).html(
            """
            <header class="page-head"><div><h1>\(t("Go on to a match"))</h1>
            <p class="lead">\(t("With a match you record that {name} comes to work with you.", ["name": application.name]))</p></div></header>
            \(PairBar(application: application).html(visit))
            <form class="panel measure" method="post" action="\(visit.action("/beheer/reacties/\(application.id)/match"))" novalidate data-once>
            \(form.requiredNote)
            <div class="pair">\(form.input("begin", t("Begin date"), kind: .date, required: true))
            \(form.input("einde", t("End date"), kind: .date, help: t("Leave this empty if it is not known yet.")))</div>
            <div class="form-foot"><button class="btn green">\(visit.icon("check-lg"))\(t("Create match"))</button>
            <a class="btn plain" href="\(visit.link("/beheer/reacties/\(application.id)"))">\(t("Back"))</a></div></form>
            """)
    }
}

/// A running match at its response: the period, the end, the way back.
struct MatchPanel {
    let match: Match?
    /// Of the response's page, with what was typed about the match.
    let form: FormFields
    let endAsked: CalendarDate?

    func html(_ visit: Visit) -> HTML {
        guard let match else { return .empty }
        let t = visit.t
        let typed = form.data.first("einde") ?? match.endsOn?.iso ?? ""
        let fields = visit.fields(FormData(pairs: [("einde", typed)]), form.errors)
        return """
            <section class="panel"><h2>\(t("Match"))</h2><p>\(visit.period(match))</p>
            <form method="post" action="\(visit.action("/beheer/matches/\(match.id)/einde"))" novalidate data-once>
            <input type="hidden" name="was" value="\(match.endsOn?.iso ?? "")">
            \(optional: endAsked, { "<input type=\"hidden\" name=\"zeker\" value=\"\($0.iso)\">" })
            \(fields.input("einde", t("Last day"), kind: .date, help: t("When this day has passed, {name} gets a mail with thanks. Leave it empty when the end is not known.", ["name": match.volunteerName])))
            <button class="btn plain">\(endAsked == nil ? t("Note the end") : t("Yes, end the match"))</button></form></section>
            \(begin(match, visit))
            \(if: !UndoTime.isOpen(since: match.createdAt, now: visit.now), takeBack(match, visit))
            """
    }

    /// After the ten minutes in which the page offers it above.
    private func takeBack(_ match: Match, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <details class="panel"><summary>\(t("Was it a mistake?"))</summary>
            <form method="post" action="\(visit.action("/beheer/matches/\(match.id)/terugdraaien"))" data-once>
            <p>\(t("Take the match back. The response stays, and you are in conversation again. {name} gets a mail about it.", ["name": match.volunteerName]))</p>
            <button class="btn danger">\(t("Take the match back"))</button></form></details>
            """
    }

    private func begin(_ match: Match, _ visit: Visit) -> HTML {
        let t = visit.t
        let typed = form.data.first("begin") ?? match.beginsOn.iso
        let fields = visit.fields(FormData(pairs: [("begin", typed)]), form.errors)
        return """
            <details class="panel"\(attribute: "open", if: form.errors["begin"] != nil)><summary>\(t("Another first day?"))</summary>
            <form method="post" action="\(visit.action("/beheer/matches/\(match.id)/begin"))" novalidate data-once>
            \(fields.input("begin", t("First day"), kind: .date, required: true, help: t("{name} gets a mail about the change.", ["name": match.volunteerName])))
            <button class="btn plain">\(t("Change the first day"))</button></form></details>
            """
    }
}

/// *Profiel* of a volunteer, as far as she shares it.
struct VolunteerProfilePage {
    let volunteer: Volunteer
    let applications: Paged<Application>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(volunteer.name, visit, current: "/beheer").html(
            """
            \(visit.crumbs(Crumb(t("Dashboard"), "/beheer"), here: volunteer.name))
            <header class="page-head"><div><p class="kicker">\(t("Volunteer"))</p><h1 dir="auto">\(volunteer.name)</h1></div></header>
            <div class="beside"><div>
            \(if: !volunteer.about.isEmpty, "<div class=\"prose\">\(visit.prose(volunteer.about))</div>", else: "<p class=\"muted\">\(t("{name} shares nothing more.", ["name": volunteer.name]))</p>")
            <h2>\(t("Responses"))</h2>\(ApplicationTable(applications: applications.elements).html(visit))
            </div><aside class="panel"><h2>\(t("Contact data"))</h2><dl class="rows">
            \(optional: WebAddress.mail(volunteer.email), { "<div><dt>\(t("E-mail address"))</dt><dd><a href=\"\($0)\">\(volunteer.email)</a></dd></div>" })
            \(optional: volunteer.phone.isEmpty ? nil : WebAddress.telephone(volunteer.phone), { "<div><dt>\(t("Telephone"))</dt><dd><a href=\"\($0)\">\(volunteer.phone)</a></dd></div>" })
            \(if: !volunteer.place.isEmpty, "<div><dt>\(t("Place of residence"))</dt><dd dir=\"auto\">\(volunteer.place)</dd></div>")
            </dl><p class="help">\(t("{name} can see that you looked at this profile.", ["name": volunteer.name]))</p></aside></div>
            """)
    }
}

/// Noting a response that came by telephone, by mail or in a talk.
struct NoteApplicationPage {
    static let channels: [Application.Channel] = [.phone, .mail, .talk]

    let vacancy: Vacancy
    let form: FormFields
    let seal: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(
            t("Note a response"), visit, current: "/beheer/vacatures", scripts: ["once", "leave"], form: form
        ).html(
            """
            \(VacancyTrail(vacancy: vacancy, here: t("Note a response")).html(visit))
            <header class="page-head"><div><h1>\(t("Note a response"))</h1>
            <p class="lead">\(t("Did somebody call, mail or drop in about this vacancy? Note it here, then nothing gets lost and the figures are right."))</p></div></header>
            <form class="panel measure" method="post" action="\(visit.action("/beheer/vacatures/\(vacancy.id)/reactie-noteren"))" novalidate data-once data-guard>
            <input type="hidden" name="zegel" value="\(seal)">
            \(form.requiredNote)
            \(form.options("hoe", t("How did the person contact you?"), Self.channels.map { ($0.rawValue, visit.word($0)) }, several: false, required: true))
            \(form.input("naam", t("Name"), required: true, max: 100))
            \(form.input("email", t("E-mail address"), kind: .email))
            \(form.input("telefoon", t("Telephone"), kind: .tel))
            \(form.area("bericht", t("What did the person say?"), rows: 4, max: 2000))
            <div class="form-foot"><button class="btn">\(t("Save"))</button></div></form>
            """)
    }
}
