import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

/// *Zet de vacature weer online*: which vacancy, and one button.
struct ReactivatePage {
    let vacancy: Vacancy
    let token: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Put it online again"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(t("Put it online again"))</h1>
            <p class="lead"\(visit.theirs)>\(vacancy.content.title)</p>
            <p>\(visit.centre.reactivationReturnsToQueue ? t("{centre} looks at it once more. After that it is on the website.", ["centre": visit.centre.name]) : t("The vacancy is on the website at once, for six months at most."))</p>
            <form method="post" action="\(visit.action("/actie/" + token))" data-once><button class="btn green big">\(visit.icon("arrow-counterclockwise"))\(t("Yes, publish again"))</button></form></div>
            """)
    }
}

/// It is done, and on which list it stands now.
struct ReactivatedPage {
    let outcome: ReactivateVacancy.Outcome

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let (title, text) =
            outcome == .queued
            ? (
                t("The vacancy is in the queue"),
                t("{centre} checks it and publishes it. You receive a mail then.", ["centre": visit.centre.name])
            ) : (t("The vacancy is online again"), t("Visitors can find it and respond."))
        return PublicLayout(title: title, visit: visit).html(
            """
            <div class="wrap slim page message"><img src="\(visit.asset("illustrations/thanks.svg"))" alt="" width="240" height="160">
            <h1>\(title)</h1><p class="lead">\(text)</p>
            <p class="actions"><a class="btn" href="\(visit.link("/vacatures"))">\(t("View the vacancies"))</a></p></div>
            """)
    }
}

/// A link that did its work already, or never will.
struct SpentLinkPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("This link does not work any more"), visit: visit).html(
            """
            <div class="wrap slim page message"><h1>\(t("This link does not work any more"))</h1>
            <p class="lead">\(t("Perhaps it has been used already, or it is too old."))</p>
            <p>\(t("Do you have an account? Log in, and you see how things stand. Did you respond or were you invited without one? Then ask us for a new link: {mail}", ["mail": visit.centre.email]))</p>
            <p class="actions"><a class="btn blue" href="\(visit.link("/inloggen"))">\(t("Log in"))</a>
            <a class="btn plain" href="mailto:\(visit.centre.email)">\(visit.icon("envelope"))\(t("Ask for a new link"))</a></p></div>
            """)
    }
}

/// *Bijna klaar*: a password is all that is missing.
struct UnfinishedPage {
    let account: Account
    let token: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Almost done"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(t("Almost done"))</h1>
            <p class="lead">\(t("You were here before. All that is missing is a password."))</p>
            <p>\(t("You log in with {email}.", ["email": account.email]))</p>
            <form method="post" action="\(visit.action("/actie/" + token))" data-once><button class="btn big">\(visit.icon("person-circle"))\(t("Choose a password"))</button></form></div>
            """)
    }
}

/// *Wil je je account houden?*: one button.
struct KeepAccountPage {
    let volunteer: Volunteer
    let token: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Keep your account"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(t("Keep your account"))</h1>
            <p class="lead">\(t("You have an account at {centre} with the address {email}.", ["centre": visit.centre.name, "email": volunteer.email]))</p>
            <p>\(t("With this button it stays, with all that is in it."))</p>
            <form method="post" action="\(visit.action("/actie/" + token))" data-once><button class="btn green big">\(visit.icon("heart"))\(t("Yes, keep my account"))</button></form></div>
            """)
    }
}

/// She stays.
struct AccountKeptPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Your account stays"), visit: visit).html(
            """
            <div class="wrap slim page message"><img src="\(visit.asset("illustrations/thanks.svg"))" alt="" width="240" height="160">
            <h1>\(t("Your account stays"))</h1><p class="lead">\(t("Good that you are still here. Have a look at what there is to do."))</p>
            <p class="actions"><a class="btn" href="\(visit.link("/vacatures"))">\(t("View the vacancies"))</a></p></div>
            """)
    }
}
