import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// What an organisation says of itself: the same fields when registering and later.
enum OrganisationDetailsForm {
    static func address(_ form: FormFields, _ visit: Visit) -> HTML {
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

    static func read(_ reader: inout FormReader, _ visit: Visit) -> Organisation.Details {
        let t = visit.t
        var details = Organisation.Details()
        details.shortDescription = reader.text(
            "omschrijving", max: 500, missing: t("Write in a few sentences what your organisation stands for."))
        details.website = reader.website("website")
        details.email = reader.email("organisatie-email")
        details.phone = reader.phone("organisatie-telefoon")
        details.street = reader.line("straat", max: 100)
        details.houseNumber = reader.line("huisnummer", max: 20)
        details.postcode = reader.postcode(
            "postcode", country: visit.centre.country, missing: t("Fill in the postcode of your organisation."))
        details.place = reader.line("plaats", max: 80, missing: t("Fill in the place of your organisation."))
        details.municipality = reader.choice(
            "gemeente", among: MunicipalityOptions.values(visit), missing: t("Choose a municipality."))
        details.newsletter = reader.flag("nieuwsbrief")
        return details
    }
}
