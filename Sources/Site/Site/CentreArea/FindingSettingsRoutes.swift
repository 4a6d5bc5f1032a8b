import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Zoeken en kaart*: words that mean the same, what answers weigh, the map. Administrators only.
enum FindingSettingsRoutes {
    private static let mostGroups = 500

    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/instellingen/zoeken") { _, context in
            let visit = try context.administrator
            return show(FindingSettingsPage.data(visit), FormErrors(), visit)
        }
        area.post("/instellingen/zoeken", use: save)
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let settings = read(&reader, visit)
        guard reader.errors.isEmpty else { return show(data, reader.errors, visit) }
        guard
            try await context.write({ work in try ChangeFinding.run(settings, in: work) })
        else { throw HTTPError(.notFound) }
        return visit.redirect(.findingSettings, saying: .saved)
    }

    private static func read(_ reader: inout FormReader, _ visit: Visit) -> FindingSettings {
        let t = visit.t
        var settings = FindingSettings()
        let lines = reader.text("synoniemen", max: 20_000).split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
        if lines.count > mostGroups { reader.errors.add("synoniemen", t("At most 500 lines.")) }
        if let alone = lines.first(where: { !$0.contains(" ") }) {
            reader.errors.add(
                "synoniemen",
                t("“{word}” stands alone on its line. Put a word that means the same beside it.", ["word": alone]))
        }
        let text = lines.joined(separator: "\n")
        settings.synonyms = text == visit.services.finder.standardSynonyms ? nil : text
        for (name, _, field) in FindingSettingsPage.weights(t) {
            if let weight = reader.number(name, in: MatchWeights.range) {
                settings.weights[keyPath: field] = weight
            } else if reader.errors[name] == nil {
                reader.errors.add(name, t("Fill in a number from 0 to 100."))
            }
        }
        let address = reader.line("kaart", max: 300)
        if !address.isEmpty {
            settings.tiles = MapTiles(address: address, attribution: reader.line("kaart-bron", max: 200))
            if settings.tiles == nil {
                reader.errors.add(
                    "kaart",
                    t("Fill in an address that begins with https:// and holds z, x and y in braces, or leave it empty.")
                )
            }
        }
        return settings
    }

    private static func show(_ data: FormData, _ errors: FormErrors, _ visit: Visit) -> Reply {
        visit.form(FindingSettingsPage(data: data, errors: errors).html(visit), errors)
    }
}

/// How the centre searches and suggests.
struct FindingSettingsPage {
    let data: FormData
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = FormFields(visit: visit, data: data, errors: errors)
        return SettingsTab.finding.html(
            visit, notice: SettingsTab.finding.saved(FindingNotice.saved, visit), form: form,
            """
            <form class="measure" method="post" action="\(visit.link(SettingsTab.finding.path))" novalidate data-once data-guard>
            <fieldset class="block"><legend>\(t("Words that mean the same"))</legend>
            \(form.area("synoniemen", t("A group on each line"), help: t("Who types one word of a line also finds the others. With a > between them it works in one direction: “hospice > palliatief”."), rows: 14))
            </fieldset>
            <fieldset class="block"><legend>\(t("What weighs how much in “What suits you?”"))</legend>
            <p class="help">\(t("From 0 (does not count) to 100. Age, language, distance and what somebody does not want are no weights: they always count."))</p>
            \(each: Self.weights(t), { form.input($0.name, $0.label, kind: .number, required: true, width: "short", inputMode: "numeric") })
            </fieldset>
            <fieldset class="block"><legend>\(t("Map"))</legend>
            <p class="help">\(t("Left empty, the map has a plain background of our own and no other company sees who looks at it. With a server of your own or your municipality it has streets."))</p>
            \(form.input("kaart", t("Address of the map's pictures"), max: 300))
            \(form.input("kaart-bron", t("Whose map it is"), help: t("Stands in the corner of the map."), max: 200))
            </fieldset>
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div></form>
            """)
    }

    static func weights(_ t: Localiser) -> [(
        name: String, label: String, field: WritableKeyPath<MatchWeights, Int>
    )] {
        [
            ("gewicht-interesse", t("What somebody likes"), \.interest),
            ("gewicht-activiteit", t("What somebody wants to do"), \.activity),
            ("gewicht-dagdeel", t("When somebody can"), \.daypart),
            ("gewicht-inzet", t("How often somebody wants to help"), \.engagement),
            ("gewicht-aanbod", t("What is nice for somebody"), \.support),
            ("gewicht-afstand", t("How near it is"), \.distance),
        ]
    }

    static func data(_ visit: Visit) -> FormData {
        let finding = visit.centre.finding
        return FormData(
            pairs: [
                ("synoniemen", finding.synonyms ?? visit.services.finder.standardSynonyms),
                ("kaart", finding.tiles?.address ?? ""), ("kaart-bron", finding.tiles?.attribution ?? ""),
            ] + weights(visit.t).map { ($0.name, String(finding.weights[keyPath: $0.field])) })
    }
}

/// What the page says after something was done.
enum FindingNotice: String, Notice {
    case saved = "opgeslagen"
}

extension Address where Said == FindingNotice {
    static var findingSettings: Address { Address("/centrum/instellingen/zoeken") }
}

extension SettingsTab {
    static let finding = SettingsTab("/centrum/instellingen/zoeken", l10n("Search and map"), FindingSettingsRoutes.add)
}
