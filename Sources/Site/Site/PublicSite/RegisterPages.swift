import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// *Inschrijven*: as a volunteer or as an organisation.
struct RegisterChoicePage {
    /// What capabilities show beside the choice.
    let beside: HTML

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Register"), visit: visit, current: "/inschrijven").html(
            """
            <div class="wrap page">
            <header class="page-head"><div><h1>\(t("Register"))</h1><p class="lead">\(t("Great that you want to join in. Who are you?"))</p></div></header>
            <ul class="choices">
            <li class="choice">\(visit.illustration("buurt"))<h2><a href="\(visit.link("/inschrijven/vrijwilliger"))">\(t("Register as volunteer"))</a></h2>
            <p>\(t("You want to do something for others, once or every week."))</p></li>
            <li class="choice">\(visit.illustration("evenement"))<h2><a href="\(visit.link("/inschrijven/organisatie"))">\(t("Register organisation"))</a></h2>
            <p>\(t("You look for volunteers for your foundation, club or service."))</p></li>
            </ul>
            \(beside)
            <p><a class="more" href="\(visit.link("/handleiding"))">\(visit.icon("file-earmark-text"))\(t("See step by step how to register an organisation"))</a></p>
            <p>\(t("Questions about registering? Mail us and mention your place of residence:")) \(visit.mailLink)</p>
            </div>
            """)
    }
}

/// The organisation's form, in the three blocks of the handbook.
struct RegisterOrganisationPage {
    let form: FormFields
    let seal: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(
            title: t("Register organisation"), visit: visit, scripts: ["once", "leave", "counter"],
            hasErrors: form.hasErrors
        ).html(
            """
            <div class="wrap narrow page">
            \(form.summary)
            <header class="page-head"><div><p class="kicker">\(t("For organisations"))</p><h1>\(t("Register organisation"))</h1>
            <p class="lead">\(t("It takes about five minutes. We look at your registration and then send you your log-in data."))</p></div></header>
            <form method="post" action="\(visit.action("/inschrijven/organisatie"))" novalidate data-once data-guard>
            \(form.requiredNote)
            <fieldset class="block"><legend>\(t("Organisation data"))</legend>
            \(form.input("naam", t("Name of the organisation"), required: true, autocomplete: "organization", max: 150))
            \(form.select("rechtsvorm", t("Legal form"), LegalForm.options(visit)))
            \(form.area("omschrijving", t("Short description"), required: true, help: t("What does your organisation stand for? Write it simply and attractively. Visitors see this text with each vacancy. You can change it later in the management area."), rows: 4, max: 500))
            \(form.input("website", t("Website"), kind: .text, help: t("For example www.voorbeeld.nl"), autocomplete: "url", inputMode: "url"))
            \(form.input("organisatie-email", t("General e-mail address"), kind: .email))
            \(form.input("organisatie-telefoon", t("General telephone number"), kind: .tel))
            </fieldset>
            \(OrganisationDetailsForm.address(form, visit))
            <fieldset class="block"><legend>\(t("Contact person"))</legend>
            \(form.input("contact-naam", t("Name"), required: true, autocomplete: "name", max: 100))
            \(form.input("contact-functie", t("Position"), help: t("For example coordinator or secretary"), autocomplete: "organization-title", max: 100))
            \(form.input("contact-email", t("E-mail address"), kind: .email, required: true, help: t("We send your log-in data to this address."), autocomplete: "email"))
            \(form.input("contact-telefoon", t("Telephone"), kind: .tel, required: true, autocomplete: "tel"))
            </fieldset>
            \(form.tick("nieuwsbrief", "\(t("Stay informed about {centre} with the newsletter", ["centre": visit.centre.name]))"))
            \(form.tick("voorwaarden", "\(t("I agree that the data of the organisation are on the website, and have read how you handle personal data.")) <a href=\"\(visit.link("/privacy"))\">\(t("Privacy statement"))</a>", required: true))
            \(form.guards(seal: seal))
            <div class="form-foot"><button class="btn big">\(t("Complete registration"))</button></div>
            </form>
            <p>\(t("Questions or problems? Mail us and mention your place of residence:")) \(visit.mailLink)</p>
            </div>
            """)
    }
}

struct RegisteredPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Thank you for your registration"), visit: visit).html(
            """
            <div class="wrap slim page message"><img src="\(visit.asset("illustrations/thanks.svg"))" alt="" width="240" height="160">
            <h1>\(t("Thank you for your registration"))</h1>
            <p class="lead">\(t("You receive an e-mail as confirmation. We look at your registration."))</p>
            <p>\(t("As soon as it is approved you receive a second e-mail with your log-in data. That takes a few working days."))</p>
            <p class="actions"><a class="btn" href="\(visit.link("/"))">\(t("To the home page"))</a></p></div>
            """)
    }
}
