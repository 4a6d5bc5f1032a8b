import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// The button behind *Is dit jouw e-mailadres?*
struct AddressPage {
    let change: AddressChange
    let token: String
    var errors = FormErrors()

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = t("Is this your e-mail address?")
        let form = visit.fields(FormData(), errors)
        return PublicLayout(title: title, visit: visit, scripts: ["once"], hasErrors: !errors.isEmpty).html(
            """
            <div class="wrap slim page message">\(form.summary)<h1>\(title)</h1><p class="lead">\(change.email)</p>
            <p>\(t("From now on you log in with it, and our mails go there."))</p>
            <form method="post" action="\(visit.action("/actie/" + token))" novalidate data-once>
            \(if: change.asksPassword, form.input("wachtwoord", t("Password"), kind: .password, required: true, help: t("So that nobody else can change it."), autocomplete: "current-password"))
            <button class="btn big">\(visit.icon("check-lg"))\(t("Yes, use this address"))</button></form>
            <p class="muted">\(t("Did you not ask for this? Then close this page: nothing happens."))</p></div>
            """)
    }
}

struct AddressChangedPage {
    let change: AddressChange
    let outcome: AddressChange.Outcome

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let isTaken = outcome == .taken
        let title =
            isTaken ? t("This address has an account already") : t("Your e-mail address has been changed")
        let text =
            isTaken
            ? t("Nothing has been changed. Log in with {email}, or choose another address.", ["email": change.email])
            : t("From now on you log in with {email}.", ["email": change.email])
        return PublicLayout(title: title, visit: visit).html(
            """
            <div class="wrap slim page message"><h1>\(title)</h1><p class="lead">\(text)</p>
            <p class="actions"><a class="btn blue" href="\(visit.link("/inloggen"))">\(t("Log in"))</a></p>
            <p>\(t("Are you stuck? Mail us:")) \(visit.mailLink)</p></div>
            """)
    }
}
