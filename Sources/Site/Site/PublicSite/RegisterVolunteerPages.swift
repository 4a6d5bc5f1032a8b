import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// *Inschrijven vrijwilliger*: a name and an address are enough for an account; responding needs not even that.
struct RegisterVolunteerPage {
    let form: FormFields
    let seal: String
    /// What she answered in the questionnaire.
    let answers: WishesForm

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(
            title: t("Register as volunteer"), visit: visit, scripts: ["once"], hasErrors: form.hasErrors
        ).html(
            """
            <div class="wrap narrow page">
            \(form.summary)
            <header class="page-head"><div><h1>\(t("Register as volunteer"))</h1>
            <p class="lead">\(t("With an account you follow your responses and fill in your data once. It takes one minute."))</p></div></header>
            \(kept(visit))
            <form class="panel" method="post" action="\(visit.action("/inschrijven/vrijwilliger"))" novalidate data-once>
            \(form.requiredNote)
            \(answers.carried(without: nil))
            \(optional: form.data.first("naar"), { "<input type='hidden' name='naar' value='\($0)'>" })
            \(form.input("naam", t("Name"), required: true, autocomplete: "name", max: 100))
            \(form.input("email", t("E-mail address"), kind: .email, required: true, help: t("We mail you a link to choose a password."), autocomplete: "email"))
            <p class="help"><a href="\(visit.link("/privacy"))">\(t("How we handle your data"))</a></p>
            \(form.guards(seal: seal))
            <div class="form-foot"><button class="btn big">\(t("Make account"))</button></div>
            </form>
            <h2>\(t("Rather without an account?"))</h2>
            <p>\(t("That is possible too: choose a vacancy and respond with your name and your telephone number."))
            <a href="\(visit.link("/vacatures"))">\(t("View the vacancies"))</a></p>
            <h2>\(t("Would you rather talk to somebody first?"))</h2>
            <p\(visit.theirs)>\(visit.centre.openingHours)</p><p>\(visit.phoneLink) · \(visit.mailLink)</p>
            </div>
            """)
    }

    private func kept(_ visit: Visit) -> HTML {
        guard !answers.answers.isEmpty else { return .empty }
        let t = visit.t
        let notice = visit.notice(
            .info,
            "\(t("We keep your answers with your account, so that we can tell you when something new suits you. You can change or erase them at any time."))",
            title: t("Your answers come along"))
        return """
            \(notice)<form method="post" action="\(visit.action("/account/antwoorden"))">\(answers.carried(without: nil))\
            <p><button class="btn plain">\(t("I have an account already: log in and keep them"))</button></p></form>
            """
    }
}
