import Composition
import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// What is kept, who sees it, and what she can do with it.
struct OwnDataPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return OwnWork(title: t("My data"), current: "/mijn/gegevens", visit: visit).html(
            """
            <div class="prose">
            <p class="lead">\(t("Your data are yours. Here you see everything that {centre} knows of you, and you decide about it.", ["centre": visit.centre.name]))</p>
            <h2>\(t("Who sees what"))</h2>
            <ul><li>\(t("Organisations see you only when you respond to them or choose the candidate pool, and then only what you allow."))</li>
            <li>\(t("Your answers to “What suits you?” are for you alone, unless you choose the candidate pool. Even then nobody sees what you need or how old you are."))</li>
            <li>\(t("The people of {centre} count responses and matches. They read yours only when they help an organisation, or to help you further after a no. The log says so.", ["centre": visit.centre.name]))</li></ul>
            <p><a href="\(visit.link("/mijn/profiel"))">\(t("Change who sees what"))</a> · <a href="\(visit.link("/privacy"))">\(t("How we handle your data"))</a></p>
            <h2>\(t("See everything"))</h2>
            <p>\(t("On one page, or as a file (JSON) that you can take along to another program."))</p>
            <p class="actions"><a class="btn" href="\(visit.link("/mijn/gegevens/alles"))">\(visit.icon("eye"))\(t("View all my data"))</a>
            <a class="btn plain" href="\(visit.link("/mijn/gegevens.json"))" download>\(visit.icon("file-earmark-text"))\(t("Download as a file"))</a></p>
            <h2>\(t("A pause"))</h2>
            <p>\(t("No time for a while? In your profile you choose until when we leave you in peace.")) <a href="\(visit.link("/mijn/profiel"))#pauze">\(t("Choose a pause"))</a></p>
            <h2>\(t("Stop"))</h2>
            <p>\(t("You can erase your account. You first see what will be lost."))</p>
            <p><a class="btn plain" href="\(visit.link("/mijn/gegevens/verwijderen"))">\(visit.icon("trash"))\(t("Erase my account"))</a></p>
            </div>
            """)
    }
}

/// What will be lost, and the last question.
struct LeavePage {
    let name: String
    let loss: LeaveCentre.Loss
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = visit.fields(FormData(), errors)
        let losses = [
            loss.responses > 0 ? t("{count} response", "{count} responses", count: loss.responses) : "",
            loss.matches > 0 ? t("{count} match", "{count} matches", count: loss.matches) : "",
            loss.favourites > 0 ? t("{count} kept vacancy", "{count} kept vacancies", count: loss.favourites) : "",
            loss.searches > 0 ? t("{count} kept search", "{count} kept searches", count: loss.searches) : "",
        ].filter { !$0.isEmpty }
        return OwnWork(
            title: t("Erase my account"), current: "/mijn/gegevens", visit: visit, scripts: ["once"], form: form
        ).html(
            """
            <div class="prose">
            <p class="lead">\(t("This is the account of {name}.", ["name": name])) \(t("Your profile, your answers and everything that belongs to them will be erased. That cannot be undone."))</p>
            \(if: !losses.isEmpty, "<p>\(t("This will be lost:"))</p><ul>\(each: losses, { "<li>\($0)</li>" })</ul>")
            <p>\(t("Organisations that wait for your answer or count on you receive a mail that you stop. Your data do not stand in it."))</p>
            <p>\(loss.keepsLogIn ? t("Your log-in stays, because you use it for something else too.") : t("You can no longer log in after this."))</p>
            <p><a href="\(visit.link("/mijn/gegevens.json"))" download>\(t("First download a copy of my data"))</a></p>
            <form method="post" action="\(visit.action("/mijn/gegevens/verwijderen"))" novalidate data-once>
            \(form.input("wachtwoord", t("Password"), kind: .password, required: true, help: t("So that nobody else can erase your account."), autocomplete: "current-password"))
            \(form.tick("zeker", "\(t("I am sure: erase everything"))"))
            <div class="form-foot"><button class="btn">\(visit.icon("trash"))\(t("Erase my account"))</button>
            <a class="btn plain" href="\(visit.link("/mijn/gegevens"))">\(t("No, go back"))</a></div></form></div>
            """)
    }
}
