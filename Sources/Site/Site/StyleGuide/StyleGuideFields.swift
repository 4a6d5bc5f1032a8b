import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// One field of every kind. The prefix keeps names and ids apart where the form stands on the page more than once.
struct StyleGuideFields {
    static let longest = 300

    let prefix: String
    let form: FormFields
    let visit: Visit

    /// Fields of one value.
    var lines: HTML {
        """
        \(form.input(prefix + "naam", "Naam", required: true, autocomplete: "name", max: 100))
        \(form.input(prefix + "email", "E-mailadres", kind: .email, required: true, help: "Hiermee log je in.", autocomplete: "email"))
        <div class="pair">\(form.input(prefix + "telefoon", "Telefoonnummer", kind: .tel, autocomplete: "tel"))
        \(form.input(prefix + "aantal", "Aantal vrijwilligers", kind: .number, width: "short", inputMode: "numeric"))</div>
        \(form.input(prefix + "website", "Website", kind: .url, autocomplete: "url", width: "half"))
        \(form.input(prefix + "datum", "Publiceren tot en met", kind: .date, help: "De vacature is die hele dag nog te zien.", width: "short"))
        \(form.select(prefix + "gemeente", "Gemeente", MunicipalityOptions.of(visit), required: true, help: "Waar het werk is."))
        <div class="with-tip">\(form.area(prefix + "omschrijving", "Korte omschrijving", help: "Staat bij elke vacature.", rows: 4, max: Self.longest))
        <div class="tip"><p class="tip-head">\(visit.icon("lightbulb"))\(visit.t("Tip"))</p><p>Schrijf zoals je praat.</p></div></div>
        """
    }

    /// Tick boxes and radio buttons.
    var choices: HTML {
        """
        \(form.options(prefix + "interesse", "Interesses", entries(.interest), several: true, required: true, help: "Kies er hoogstens drie."))
        \(form.options(prefix + "inzet", "Hoe vaak", entries(.engagement), several: false, rows: true))
        \(form.tick(prefix + "nieuwsbrief", "Blijf op de hoogte met de nieuwsbrief"))
        \(form.tick(prefix + "akkoord", "Ik ga akkoord en heb de <a href=\"\(visit.link("/privacy"))\">privacyverklaring</a> gelezen", required: true))
        """
    }

    private func entries(_ list: Taxonomy.List) -> [(value: String, label: String)] {
        visit.services.taxonomy.entries(list).map { ($0.slug, $0.label(visit.language)) }
    }
}
