import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre
import Web

/// The fields of forms: empty, filled in and with errors. What is filled in badly is judged by the reader of the real forms.
struct StyleGuideForms {
    let visit: Visit

    var sections: [StyleGuideSection] {
        let wrong = visit.fields(badData, badErrors)
        return [
            StyleGuideSection(
                id: "deel-formulier", title: "Formulier, leeg", content: form("leeg-", visit.fields())),
            StyleGuideSection(
                id: "deel-formulier-ingevuld", title: "Formulier, ingevuld, in een blok",
                content: form("vol-", visit.fields(goodData), inBlock: true)),
            StyleGuideSection(
                id: "deel-formulier-fout", title: "Formulier met fouten",
                content: "\(wrong.summary.asSample())\(form("fout-", wrong))"),
            StyleGuideSection(id: "deel-inloggen", title: "Formulier van één taak", content: task),
        ]
    }

    private func form(_ prefix: String, _ form: FormFields, inBlock: Bool = false) -> HTML {
        let fields = StyleGuideFields(prefix: prefix, form: form, visit: visit)
        return """
            <form class="measure form" method="get" action="\(visit.styleGuide)" novalidate data-once>
            \(form.requiredNote)
            \(if: inBlock, "<fieldset class='block'><legend>Gegevens</legend>\(fields.lines)</fieldset><fieldset class='block'><legend>Keuzes</legend>\(fields.choices)</fieldset>", else: "\(fields.lines)\(fields.choices)")
            <div class="form-foot"><button class="btn plain" formnovalidate>Opslaan als concept</button><button class="btn">Opslaan en insturen</button></div>
            </form>
            """
    }

    /// Its button is off, so the browser does not send the form: a password must not end up in an address.
    private var task: HTML {
        var errors = FormErrors()
        errors.add("fout-wachtwoord", "Gebruik ten minste 12 tekens.")
        let form = visit.fields(FormData(), errors)
        return """
            <div class="grid">
            <form class="panel" method="get" action="\(visit.styleGuide)" novalidate>
            \(form.input("leeg-wachtwoord", "Wachtwoord", kind: .password, required: true, autocomplete: "current-password"))
            <div class="form-foot"><button class="btn blue" disabled>Inloggen</button>\
            <button type="button" class="link">Wachtwoord vergeten</button></div></form>
            <form class="panel" method="get" action="\(visit.styleGuide)" novalidate>
            \(form.input("fout-wachtwoord", "Nieuw wachtwoord", kind: .password, required: true, help: "Een korte zin is makkelijk te onthouden.", autocomplete: "new-password"))
            <div class="form-foot"><button class="btn blue" disabled>Wachtwoord instellen</button></div></form>
            </div>
            """
    }

    private var goodData: FormData {
        FormData(pairs: [
            ("vol-naam", "Ria Bakker"), ("vol-email", "ria@weekend.example"), ("vol-telefoon", "074 000 00 00"),
            ("vol-aantal", "2"), ("vol-website", "https://www.weekend.example"),
            ("vol-datum", visit.today.adding(months: 3).iso), ("vol-gemeente", visit.centre.municipalities.first ?? ""),
            ("vol-omschrijving", "Wij maken weekenden mogelijk voor kinderen met een beperking."),
            ("vol-interesse", "taal"), ("vol-interesse", "kinderen"), ("vol-inzet", firstEngagement),
            ("vol-akkoord", "1"),
        ])
    }

    private var badData: FormData {
        FormData(pairs: [
            ("fout-email", "ria@"), ("fout-telefoon", "bel me maar"), ("fout-aantal", "900"),
            ("fout-website", "https://weekend"),
            ("fout-datum", "2020-01-01"), ("fout-omschrijving", String(repeating: "te lang ", count: 50)),
        ])
    }

    private var badErrors: FormErrors {
        var reader = FormReader(badData, visit.t)
        _ = reader.line("fout-naam", max: 100, missing: "Vul je naam in.")
        _ = reader.email("fout-email")
        _ = reader.phone("fout-telefoon")
        _ = reader.number("fout-aantal", in: 1...500)
        _ = reader.website("fout-website")
        reader.errors.add("fout-datum", "Deze dag is voorbij. Kies een dag vanaf vandaag.")
        _ = reader.choice("fout-gemeente", among: [], missing: "Kies een gemeente.")
        _ = reader.text("fout-omschrijving", max: StyleGuideFields.longest)
        _ = reader.choices("fout-interesse", among: [], missing: "Kies ten minste één interesse.")
        _ = reader.choice("fout-inzet", among: [], missing: "Kies hoe vaak het werk is.")
        reader.errors.add("fout-akkoord", "Zet een vinkje als je akkoord gaat.")
        return reader.errors
    }

    private var firstEngagement: String { visit.services.taxonomy.entries(.engagement).first?.slug ?? "" }
}
