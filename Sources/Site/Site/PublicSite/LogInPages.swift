import Composition
import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// The log-in form; also shown in place of a page whose session has ended.
struct LogInPage {
    let form: FormFields
    /// Where to go afterwards: a path of this site.
    var next: String?
    /// A form that was sent without a session: its fields travel along, so that nothing typed is lost.
    var carried: CarriedForm?
    var notice: HTML = .empty

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(
            title: t("Log in"), visit: visit, current: "/inloggen", scripts: ["once"], hasErrors: form.hasErrors
        ).html(
            """
            <div class="wrap slim page">
            \(form.summary)
            <header class="page-head"><div><h1>\(t("Log in"))</h1></div></header>
            \(notice)
            <form class="panel" method="post" action="\(visit.action("/inloggen"))" novalidate data-once>
            \(optional: next, { "<input type=\"hidden\" name=\"terug\" value=\"\($0)\">" })
            \(optional: carried, { $0.fields })
            \(form.input("email", t("E-mail address"), kind: .email, required: true, autocomplete: "username"))
            \(form.input("wachtwoord", t("Password"), kind: .password, required: true, autocomplete: "current-password"))
            <div class="form-foot"><button class="btn blue">\(t("Log in"))</button>\
            <button class="link" formaction="\(visit.link("/wachtwoord/vergeten"))" formnovalidate name="begin" value="1">\(t("Forgotten password"))</button></div>
            </form>
            <p>\(t("No account yet?")) <a href="\(visit.link(carried?.registering ?? "/inschrijven"))">\(t("Register"))</a></p>
            <p>\(visit.help)</p>
            \(if: visit.services.isDemo, demo(visit))
            </div>
            """)
    }

    private func demo(_ visit: Visit) -> HTML {
        """
        <section class="panel"><h2>\(visit.t("This is a demo"))</h2><p>\(visit.t("Everybody logs in with this password:")) <strong>\(DemoLogIns.password)</strong></p>
        <ul class="plain">\(each: DemoLogIns.of(visit.centre.slug), { "<li><span><strong>\($0.email)</strong><br>\($0.role)</span></li>" })</ul></section>
        """
    }
}

/// *Stel uw wachtwoord in*: one field, the rule said before typing.
struct SetPasswordPage {
    let token: String
    let link: CredentialLink
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = visit.fields(FormData(), errors)
        return PublicLayout(title: t("Set password"), visit: visit, scripts: ["once"], hasErrors: !errors.isEmpty).html(
            """
            <div class="wrap slim page">
            \(form.summary)
            <header class="page-head"><div><h1>\(t("Set password"))</h1><p class="lead">\(t("For {email}", ["email": link.email]))</p></div></header>
            <form class="panel" method="post" action="\(visit.action("/wachtwoord/instellen/" + token))" novalidate data-once>
            <input class="visually-hidden" tabindex="-1" aria-hidden="true" name="email" autocomplete="username" value="\(link.email)" readonly>
            \(form.input("wachtwoord", t("Password"), kind: .password, required: true, help: t("Use at least 12 characters. A short sentence is easy to remember and hard to guess."), autocomplete: "new-password"))
            \(if: !errors.isEmpty, "<p class=\"help\">\(t("For safety you have to type the password again."))</p>")
            <div class="form-foot"><button class="btn blue">\(t("Set password"))</button></div>
            </form></div>
            """)
    }
}

/// A link that can no longer be used, and the two ways on.
struct UsedLinkPage {
    let standing: CredentialLink.Standing

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let (title, text) =
            switch standing {
            case .used:
                (
                    t("This link has been used"),
                    t(
                        "A password has been chosen for this e-mail address, perhaps by somebody who shares it with you. Log in with it."
                    )
                )
            case .expired:
                (t("This link is too old"), t("For safety a link works for a limited time. Ask for a new one below."))
            default:
                (
                    t("This link does not work"),
                    t("Perhaps it was broken off in your mail program. Copy the whole address, or ask for a new one.")
                )
            }
        return PublicLayout(title: title, visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(title)</h1><p class="lead">\(text)</p>
            \(actions(visit))
            <p>\(t("Are you stuck? Mail us:")) \(visit.mailLink)</p></div>
            """)
    }

    private func actions(_ visit: Visit) -> HTML {
        let t = visit.t
        // Whoever holds the link knows the address that it was sent to.
        if case .expired(let email) = standing {
            return """
                <form method="post" action="\(visit.action("/wachtwoord/vergeten"))" data-once><input type="hidden" name="email" value="\(email)">
                <button class="btn big">\(visit.icon("envelope"))\(t("Send me a new link"))</button></form>
                """
        }
        return """
            <p class="actions"><a class="btn blue" href="\(visit.link("/inloggen"))">\(t("Log in"))</a>
            <a class="btn plain" href="\(visit.link("/wachtwoord/vergeten"))">\(t("Forgotten password"))</a></p>
            """
    }
}

/// *Wachtwoord vergeten*: whose password. Both lead to the same form; the handbook's readers look for these two buttons.
struct ForgottenChoicePage {
    let data: FormData

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Forgotten password"), visit: visit).html(
            """
            <div class="wrap slim page">
            <header class="page-head"><div><h1>\(t("Forgotten password"))</h1><p class="lead">\(t("For which account do you want a new password?"))</p></div></header>
            <form class="panel" method="post" action="\(visit.action("/wachtwoord/vergeten"))">
            <input type="hidden" name="email" value="\(data.first("email") ?? "")">
            <div class="actions"><button class="btn blue" name="kies" value="organisatie">\(visit.icon("building"))\(t("Organisation"))</button>
            <button class="btn blue" name="kies" value="vrijwilliger">\(visit.icon("person"))\(t("Volunteer"))</button></div>
            </form></div>
            """)
    }
}

/// *Wachtwoord vergeten*: the address, and the same answer for everybody.
struct ForgottenPasswordPage {
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Forgotten password"), visit: visit, scripts: ["once"], hasErrors: form.hasErrors)
            .html(
                """
                <div class="wrap slim page">
                \(form.summary)
                <header class="page-head"><div><h1>\(t("Forgotten password"))</h1>
                <p class="lead">\(t("We mail you a link with which you set a new password."))</p></div></header>
                <form class="panel" method="post" action="\(visit.action("/wachtwoord/vergeten"))" novalidate data-once>
                \(form.input("email", t("E-mail address"), kind: .email, required: true, autocomplete: "username"))
                <div class="form-foot"><button class="btn blue">\(t("Send me a link"))</button></div>
                </form></div>
                """)
    }
}
