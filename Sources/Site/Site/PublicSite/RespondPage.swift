import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre
import Web

/// The form with which somebody answers a vacancy without an account.
struct RespondPage {
    let vacancy: Vacancy
    let organisation: Organisation
    let form: FormFields
    let seal: String
    let holiday: Holiday?

    var path: String { Link.vacancy(vacancy.id, vacancy.content.title) }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(
            title: t("Respond to {title}", ["title": vacancy.content.title]), visit: visit,
            scripts: ["once", "counter"], hasErrors: form.hasErrors
        ).html(
            """
            <div class="wrap page beside"><div>
            \(form.summary)
            <header class="page-head"><div><p class="kicker">\(t("Without account"))</p><h1>\(t("Respond"))</h1>
            <p class="lead">\(t("Your message goes to {organisation}. They answer you themselves.", ["organisation": organisation.name]))</p></div></header>
            \(visit.awayNotice(holiday, of: organisation.name))
            \(GuestForm(path: path, organisation: organisation, form: form, seal: seal).html(visit))
            </div>
            \(VacancyBeside(vacancy: vacancy, organisation: organisation).html(visit))
            </div>
            """)
    }
}

/// What somebody without an account fills in.
private struct GuestForm {
    let path: String
    let organisation: Organisation
    let form: FormFields
    let seal: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form method="post" action="\(visit.action(path + "/reageren/zonder-account"))" novalidate data-once>
            \(form.requiredNote)
            \(form.input("naam", t("Name"), required: true, autocomplete: "name", max: 100))
            \(form.input("email", t("E-mail address"), kind: .email, help: t("Fill in your e-mail address or your telephone number. One is enough."), autocomplete: "email"))
            \(form.input("telefoon", t("Telephone"), kind: .tel, autocomplete: "tel"))
            \(form.area("bericht", t("Message"), help: t("You may leave this empty. For example: why this appeals to you, and when you have time."), max: 2000))
            \(PartyFields.html(form, visit))
            <p class="help">\(t("Only {organisation} reads this, and {centre} when it helps them answer.", ["organisation": organisation.name, "centre": visit.centre.name])) \
            <a href="\(visit.link("/privacy"))">\(t("More about your data"))</a></p>
            \(form.guards(seal: seal))
            <p class="help">\(t("We ask organisations to answer soon. When you have sent it, you read by which day at the latest."))</p>
            <div class="form-foot"><button class="btn big">\(t("Send response"))</button></div>
            </form>
            """
    }
}

/// *Reageren*: with an account, which comes first and says why, or without, for which the form stands ready.
struct RespondChoicePage {
    let vacancy: Vacancy
    let organisation: Organisation
    let form: FormFields
    let seal: String
    let holiday: Holiday?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let vacancyPath = Link.vacancy(vacancy.id, vacancy.content.title)
        let path = vacancyPath + "/reageren"
        return PublicLayout(
            title: t("Respond to {title}", ["title": vacancy.content.title]), visit: visit,
            scripts: ["once", "counter"]
        ).html(
            """
            <div class="wrap page beside"><div>
            <header class="page-head"><div><h1>\(t("Respond"))</h1>
            <p class="lead">\(t("How would you like to respond?"))</p></div></header>
            \(visit.awayNotice(holiday, of: organisation.name))
            <section class="panel"><h2>\(t("With account"))</h2>
            <p>\(t("You see how your response stands, can write back, and fill in your data only once. You decide what organisations see of you."))</p>
            <p class="actions"><a class="btn" href="\(visit.link(path + "/met-account"))">\(visit.icon("person-circle"))\(t("Respond with account"))</a>
            <a class="btn plain" href="#zonder-account">\(t("Respond without account"))</a>
            <a class="more" href="\(visit.link("/inschrijven/vrijwilliger"))?naar=\(path + "/met-account")">\(t("No account yet? Make one"))</a></p></section>
            <section class="panel" id="zonder-account" aria-labelledby="zonder-kop" tabindex="-1"><h2 id="zonder-kop">\(t("Without account"))</h2>
            <p>\(t("A link in our mail shows how your response stands."))</p>
            \(GuestForm(path: vacancyPath, organisation: organisation, form: form, seal: seal).html(visit))</section>
            </div>\(VacancyBeside(vacancy: vacancy, organisation: organisation).html(visit))</div>
            """)
    }
}

/// After responding: that it arrived and what happens now.
struct RespondedPage {
    let vacancy: Vacancy
    let organisation: Organisation
    let holiday: Holiday?
    /// She left a telephone number and no address.
    let isByPhone: Bool
    /// For when the answer is promised.
    let promised: CalendarDate

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let how =
            isByPhone
            ? t("They call you on the number that you left.")
            : t("You find a confirmation in your mailbox. Is it not there? Look at unwanted mail too.")
        return PublicLayout(title: t("Thank you for your response"), visit: visit).html(
            """
            <div class="wrap slim page message"><img src="\(visit.asset("illustrations/thanks.svg"))" alt="" width="240" height="160">
            <h1>\(t("Thank you for your response"))</h1>
            <p class="lead">\(t("{organisation} has received your message and will contact you.", ["organisation": organisation.name]))</p>
            \(visit.awayNotice(holiday, of: organisation.name))
            <p><strong>\(visit.promise(promised, isMailed: !isByPhone))</strong></p>
            <p>\(how) \(t("If you hear nothing by then, tell us. We will help."))</p>
            <p>\(visit.help)</p>
            <p class="actions"><a class="btn" href="\(visit.link("/vacatures"))">\(t("More vacancies"))</a></p></div>
            """)
    }
}
