import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Tiles
import VolunteerCentre
import Web

/// *Zoeken en kaart*: words that mean the same, what answers weigh, the map. Administrators only.
enum FindingSettingsRoutes {
    private static let mostGroups = 500

    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/instellingen/zoeken") { _, context in
            let visit = try context.administrator
            return try await show(FindingSettingsPage.data(visit.centre.finding, visit), FormErrors(), context, visit)
        }
        area.post("/instellingen/zoeken", use: save)
        area.post("/instellingen/zoeken/woord", use: teach)
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        var reader = FormReader(try await request.form(), visit.t)
        let settings = read(&reader, visit)
        guard reader.errors.isEmpty else { return try await show(reader.data, reader.errors, context, visit) }
        switch try await context.write({ work in try ChangeFinding.run(settings, in: work) }) {
        case .changed:
            visit.services.centres.forget()
            return visit.redirect(.findingSettings, saying: .saved)
        case .changedMeanwhile(let merged, let parts):
            let unfound = try await context.read { work in try UnfoundWords.readable(in: work) }
            let page = FindingSettingsPage(
                form: visit.fields(FindingSettingsPage.data(merged, visit), reader.errors), unfound: unfound,
                meanwhile: parts
            )
            return visit.page(page.html(visit), status: .conflict)
        case .refused: throw HTTPError(.notFound)
        }
    }

    /// What a word that found nothing means; or nothing.
    @Sendable static func teach(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        var reader = FormReader(try await request.form(), visit.t)
        let word = reader.line("woord", max: 30)
        let means = reader.line("betekent", max: 200)
        let isDropped = reader.data.first("weg") == "1"
        guard UnfoundWords.isWord(word) else { throw HTTPError(.notFound) }
        if !isDropped, means.isEmpty {
            reader.errors.add("betekent", visit.t("Fill in what “{word}” means.", ["word": word]))
        }
        guard reader.errors.isEmpty,
            let lines = try? isDropped ? [] : OwnKin.lines(of: "\(word) > \(means)", visit.services.taxonomy)
        else {
            return try await show(FindingSettingsPage.data(visit.centre.finding, visit), reader.errors, context, visit)
        }
        try await context.carryOut { work in try ChangeFinding.teach(word, lines, in: work) }
        visit.services.centres.forget()
        return visit.redirect(.findingSettings, saying: isDropped ? .dropped : .taught)
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
        settings.version = reader.data.first("versie").flatMap { Int($0) } ?? visit.centre.finding.version
        let kin = reader.text("verwant", max: 20_000)
        do { settings.kin = try OwnKin.lines(of: kin, visit.services.taxonomy) } catch {
            switch error {
            case .unclear(let line):
                reader.errors.add(
                    "verwant",
                    t("“{line}” is not clear. Write a word, a > and what it means.", ["line": String(line.prefix(60))]))
            }
        }
        if settings.kin.count > mostGroups { reader.errors.add("verwant", t("At most 500 lines.")) }
        for (name, _, field) in FindingSettingsPage.weights(t) {
            if let weight = reader.number(name, in: MatchWeights.range) {
                settings.weights[keyPath: field] = weight
            } else if reader.errors[name] == nil {
                reader.errors.add(name, t("Fill in a number from 0 to 100."))
            }
        }
        if reader.errors.isEmpty, !settings.weights.isSane, let first = FindingSettingsPage.weights(t).first {
            reader.errors.add(first.0, t("Give at least one answer a weight above nought, besides the distance."))
        }
        settings.maps = reader.choices("kaart", among: visit.services.tiles.services.map(\.id))
        return settings
    }

    private static func show(_ data: FormData, _ errors: FormErrors, _ context: StaffContext, _ visit: Visit)
        async throws -> Reply
    {
        let unfound = try await context.read { work in try UnfoundWords.readable(in: work) }
        return visit.form(FindingSettingsPage(form: visit.fields(data, errors), unfound: unfound).html(visit), errors)
    }
}
