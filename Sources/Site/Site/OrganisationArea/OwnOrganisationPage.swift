import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Mijn organisatie*: the registration's data, to be kept right by the organisation itself.
struct OwnOrganisationPage {
    let organisation: Organisation
    let form: FormFields
    let logo: Upload?
    let consultant: Consultant?
    /// What the program did by itself.
    let acts: [AutomaticAct]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(
            t("My organisation"), visit, current: "/beheer/organisatie",
            scripts: ["once", "leave", "counter", "preview"], form: form
        ).html(
            """
            <header class="page-head"><div><p class="kicker">\(t("My organisation"))</p><h1\(visit.theirs)>\(organisation.name)</h1></div>
            <div class="actions"><a class="btn plain" href="\(visit.link("/beheer/organisatie/mensen"))">\(visit.icon("people"))\(t("People"))</a>
            <a class="btn plain" href="\(visit.link("/beheer/organisatie/afdelingen"))">\(visit.icon("building"))\(t("Departments"))</a>
            <a class="btn plain" href="\(visit.link("/beheer/organisatie/vakanties"))">\(visit.icon("calendar-event"))\(t("Holidays"))</a></div></header>
            \(if: visit.said() == SavedNotice.saved, visit.notice(.success, "\(t("Visitors see the new text at once."))", title: t("Saved")))
            \(optional: consultant, { contact($0, visit) })
            <section class="panel measure"><h2>\(t("As {centre} knows you", ["centre": visit.centre.name]))</h2>
            \(visit.rows([.theirs(t("Name of the organisation"), organisation.name), .ours(t("Legal form"), organisation.legalForm.isEmpty ? "" : LegalForm.label(organisation.legalForm, t))]))
            <p class="help">\(t("Does the name or the legal form change? Tell {centre}.", ["centre": visit.centre.name])) \(visit.mailLink)</p>
            <p><a class="more" href="\(visit.link("/beheer/organisatie/mensen/\(visit.session?.account.description ?? "")"))">\(t("Your own data as contact person")) \(visit.icon("arrow-right"))</a></p></section>
            <form class="measure" method="post" action="\(visit.action("/beheer/organisatie"))" novalidate data-once data-guard enctype="multipart/form-data">
            \(SeenFields(Self.data(organisation)).field)\(form.requiredNote)
            <fieldset class="block"><legend>\(t("Organisation data"))</legend>
            \(PictureField.logo.html(form, t("Logo"), help: t("Visitors see it with each vacancy. JPG, PNG or WebP, 15 MB at most."), current: logo))
            \(form.area("omschrijving", t("Short description"), required: true, help: t("Visitors see this text with each vacancy."), rows: 4, max: 500))
            \(form.input("website", t("Website"), help: t("For example www.voorbeeld.nl"), autocomplete: "url", inputMode: "url"))
            \(form.input("organisatie-email", t("General e-mail address"), kind: .email))
            \(form.input("organisatie-telefoon", t("General telephone number"), kind: .tel))
            </fieldset>
            \(OrganisationDetailsForm.address(form, visit))
            \(form.tick("nieuwsbrief", "\(t("Stay informed about {centre} with the newsletter", ["centre": visit.centre.name]))"))
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div>
            </form>
            \(if: !acts.isEmpty, "<details class='panel measure'><summary>\(t("What the website did by itself"))</summary>\(visit.timeline(Timeline(steps: [], acts: acts), word: visit.organisationWord))</details>")
            """)
    }

    private func contact(_ consultant: Consultant, _ visit: Visit) -> HTML {
        let t = visit.t
        let away = consultant.standsInFor.map {
            t("{name} is away; {other} stands in.", ["name": $0, "other": consultant.name])
        }
        return """
            <section class="panel measure"><h2>\(t("Your contact person at {centre}", ["centre": visit.centre.name]))</h2>
            <p><span dir="auto">\(consultant.name)</span>\(optional: WebAddress.mail(consultant.email), { ", <a href=\"\($0)\">\(consultant.email)</a>" })</p>\(optional: away, { "<p class=\"muted\">\($0)</p>" })</section>
            """
    }

    /// The stored data as the form would have sent them.
    static func data(_ organisation: Organisation) -> FormData {
        FormData(pairs: [
            ("omschrijving", organisation.shortDescription), ("website", organisation.website),
            ("organisatie-email", organisation.email), ("organisatie-telefoon", organisation.phone),
            ("straat", organisation.street), ("huisnummer", organisation.houseNumber),
            ("postcode", organisation.postcode),
            ("plaats", organisation.place), ("gemeente", organisation.municipality),
            ("nieuwsbrief", organisation.newsletter ? "1" : ""),
            ("logo-id", organisation.logoUpload?.id.description ?? ""),
        ])
    }
}

extension Address where Said == SavedNotice {
    static var organisation: Address { Address("/beheer/organisatie") }
}
