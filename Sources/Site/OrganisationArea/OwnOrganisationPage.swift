import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import VolunteerCentre
import Web

/// *Mijn organisatie*: the registration's data, to be kept right by the organisation itself.
struct OwnOrganisationPage {
    let organisation: Organisation
    let data: FormData
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = FormFields(visit: visit, data: data, errors: errors)
        return AreaLayout.organisation(
            t("My organisation"), visit, current: "/beheer/organisatie", scripts: ["once", "leave", "counter"],
            hasErrors: !errors.isEmpty
        ).html(
            """
            \(form.summary)
            <header class="page-head"><div><p class="kicker">\(t("My organisation"))</p><h1 dir="auto">\(organisation.name)</h1></div></header>
            \(if: visit.query.first("melding") == "opgeslagen", visit.notice(.success, "\(t("Visitors see the new text at once."))", title: t("Saved")))
            <form class="measure" method="post" action="\(visit.link("/beheer/organisatie"))" novalidate data-once data-guard>
            \(form.requiredNote)
            <fieldset class="block"><legend>\(t("Organisation data"))</legend>
            \(form.area("omschrijving", t("Short description"), required: true, help: t("Visitors see this text with each vacancy."), rows: 4, max: 500))
            \(form.input("website", t("Website"), help: t("For example www.voorbeeld.nl"), autocomplete: "url", inputMode: "url"))
            \(form.input("organisatie-email", t("General e-mail address"), kind: .email))
            \(form.input("organisatie-telefoon", t("General telephone number"), kind: .tel))
            </fieldset>
            \(OrganisationAddress.block(form, visit))
            \(form.tick("nieuwsbrief", "\(t("Stay informed about {centre} with the newsletter", ["centre": visit.centre.name]))"))
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div>
            <p class="help">\(t("Does the name change, or the contact person? Tell {centre}.", ["centre": visit.centre.name])) \(visit.mailLink)</p>
            </form>
            """)
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
        ])
    }
}

/// The block *Adresgegevens organisatie*, the same when registering and later.
enum OrganisationAddress {
    static func block(_ form: FormFields, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <fieldset class="block"><legend>\(t("Address of the organisation"))</legend>
            <div class="pair">\(form.input("straat", t("Street"), autocomplete: "address-line1", max: 100))
            \(form.input("huisnummer", t("House number"), max: 20, width: "short"))</div>
            <div class="pair">\(form.input("postcode", t("Postcode"), required: true, autocomplete: "postal-code", width: "short"))
            \(form.input("plaats", t("Place"), required: true, autocomplete: "address-level2", max: 80))</div>
            \(form.select("gemeente", t("Municipality"), MunicipalityOptions.of(visit), required: true))
            </fieldset>
            """
    }
}

enum OwnOrganisationRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/organisatie", use: form)
        area.post("/organisatie", use: save)
    }

    @Sendable static func form(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let organisation = try await find(context)
        return show(organisation, OwnOrganisationPage.data(organisation), FormErrors(), context.visit)
    }

    @Sendable static func save(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let organisation = try await find(context)
        let data = try await request.form()
        let t = visit.t
        var reader = FormReader(data, t)
        var input = ChangeOrganisation.Input()
        input.shortDescription = reader.text(
            "omschrijving", max: 500, missing: t("Write in a few sentences what your organisation stands for."))
        input.website = reader.website("website")
        input.email = reader.email("organisatie-email")
        input.phone = reader.phone("organisatie-telefoon")
        input.street = reader.line("straat", max: 100)
        input.houseNumber = reader.line("huisnummer", max: 20)
        input.postcode = reader.postcode(
            "postcode", country: visit.centre.country, missing: t("Fill in the postcode of your organisation."))
        input.place = reader.line("plaats", max: 80, missing: t("Fill in the place of your organisation."))
        input.municipality = reader.choice(
            "gemeente", among: MunicipalityOptions.values(visit), missing: t("Choose a municipality."))
        input.newsletter = reader.flag("nieuwsbrief")
        guard reader.errors.isEmpty else { return show(organisation, data, reader.errors, visit) }
        let (changed, actor, centre, now) = (input, context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try ChangeOrganisation.run(changed, by: actor, centre: centre, now: now, tx)
        }
        guard outcome == .changed else { throw HTTPError(.notFound) }
        return visit.redirect("/beheer/organisatie?melding=opgeslagen")
    }

    private static func find(_ context: MemberContext) async throws -> Organisation {
        let (id, centre) = (context.membership.organisation, context.visit.centre.id)
        let organisation = try await context.visit.services.database.read { tx in
            try OrganisationQueries.published(id, in: centre, tx)
        }
        guard let organisation else { throw HTTPError(.notFound) }
        return organisation
    }

    private static func show(_ organisation: Organisation, _ data: FormData, _ errors: FormErrors, _ visit: Visit)
        -> Reply
    {
        let page = OwnOrganisationPage(organisation: organisation, data: data, errors: errors)
        return visit.page(page.html(visit), status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
