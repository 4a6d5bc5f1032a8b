import HTML
import Localisation
import SiteKit
import Tiles
import VolunteerCentre
import Web

/// How the centre searches and suggests, and which words found nothing.
struct FindingSettingsPage {
    let form: FormFields
    let unfound: [UnfoundWords.Word]
    /// What a colleague changed too while this form was open.
    var meanwhile: [ChangeFinding.Part] = []

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return SettingsTab.finding.html(
            visit, notice: notice(visit), form: form,
            """
            \(words(visit))
            <form class="measure" method="post" action="\(visit.action(SettingsTab.finding.path))" novalidate data-once data-guard>
            <input type="hidden" name="versie" value="\(form.data.first("versie") ?? "")">
            <fieldset class="block"><legend>\(t("Words that mean the same"))</legend>
            \(form.area("synoniemen", t("A group on each line"), help: t("Who types one word of a line also finds the others. With a > between them it works in one direction: “hospice > palliatief”."), rows: 14))
            </fieldset>
            <fieldset class="block"><legend>\(t("What words mean here"))</legend>
            \(form.area("verwant", t("A word on each line"), help: t("“boomers, plussers > Ouderen, bejaarden”: who types boomers finds what is about Ouderen and what says bejaarden. Thousands of words are known already; yours go first. With nothing behind the > a word means nothing any more."), rows: 8))
            </fieldset>
            <fieldset class="block"><legend>\(t("What weighs how much in “What suits you?”"))</legend>
            <p class="help">\(t("From 0 (does not count) to 100. Age, language, distance and what somebody does not want are no weights: they always count."))</p>
            \(each: Self.weights(t), { form.input($0.name, $0.label, kind: .number, required: true, width: "short", inputMode: "numeric") })
            </fieldset>
            <fieldset class="block"><legend>\(t("Map"))</legend>
            <p class="help">\(t("Streets and names come through this website, so that no other company sees who looks. Choose one for each country that your vacancies lie in. Without any the map has a plain background of our own."))</p>
            \(maps(visit))
            </fieldset>
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div></form>
            """)
    }

    private func notice(_ visit: Visit) -> HTML {
        let t = visit.t
        if !meanwhile.isEmpty {
            let parts = meanwhile.map { Self.name($0, t) }.joined(separator: ", ")
            return visit.notice(
                .warning,
                "\(t("A colleague changed this too: {parts}. Below stands what you typed. Save once more to keep yours.", ["parts": parts]))",
                title: t("Not saved yet"))
        }
        return switch visit.said(FindingNotice.self) {
        case .saved: SettingsTab.finding.saved(FindingNotice.saved, visit)
        case .taught: visit.notice(.success, "\(t("The word is understood from now on."))", title: t("Saved"))
        case .dropped: visit.notice(.success, "\(t("The word is off the list."))")
        case nil: .empty
        }
    }

    private static func name(_ part: ChangeFinding.Part, _ t: Localiser) -> String {
        switch part {
        case .synonyms: t("Words that mean the same")
        case .kin: t("What words mean here")
        case .weights: t("What weighs how much in “What suits you?”")
        case .map: t("Map")
        }
    }

    private func maps(_ visit: Visit) -> HTML {
        let (t, services) = (visit.t, visit.services.tiles.services)
        guard !services.isEmpty else {
            return "<p>\(t("Whoever runs the server has set up no maps (SCHAKEL_TILES)."))</p>"
        }
        return form.options("kaart", t("Maps"), services.map { ($0.id, $0.name) }, several: true, rows: true)
    }

    /// What visitors asked on three days or more and nothing says.
    private func words(_ visit: Visit) -> HTML {
        let t = visit.t
        let labels = [Taxonomy.List.interest, .activity].flatMap { list in
            visit.services.taxonomy.entries(list).map { $0.label(visit.language).replacing(",", with: "") }
        }
        return """
            <section class="block"><h2>\(t("Words that found nothing"))</h2>
            <p class="help">\(t("Visitors typed these on three different days or more, this month or the month before. Until then nobody can read them, and nobody ever sees who typed them. Say what a word means, and the next visitor finds something."))</p>
            \(if: unfound.isEmpty, "<p>\(t("There are none."))</p>")
            <datalist id="antwoorden">\(each: labels, { "<option value=\"\($0)\"></option>" })</datalist>
            <ul class="unfound">\(each: unfound, { entry($0, visit) })</ul></section>
            """
    }

    private func entry(_ one: UnfoundWords.Word, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <li><form class="inline" method="post" action="\(visit.action("/centrum/instellingen/zoeken/woord"))" data-once>
            <input type="hidden" name="woord" value="\(one.word)">
            <label><span><strong>\(one.word)</strong> <small>\(t("on {count} day", "on {count} days", count: one.days))</small> \(t("means"))</span> \
            <input name="betekent" list="antwoorden" maxlength="200" autocomplete="off"></label>
            <button class="btn small">\(t("Add")) <span class="visually-hidden">\(one.word)</span></button>
            <button class="btn small plain" name="weg" value="1">\(t("Take off the list")) <span class="visually-hidden">\(one.word)</span></button></form></li>
            """
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

    static func data(_ finding: FindingSettings, _ visit: Visit) -> FormData {
        FormData(
            pairs: [
                ("versie", String(finding.version)),
                ("synoniemen", finding.synonyms ?? visit.services.finder.standardSynonyms),
                ("verwant", OwnKin.text(of: finding.kin, visit.services.taxonomy) { visit.label($0, $1) }),
            ] + finding.maps.map { ("kaart", $0) }
                + weights(visit.t).map { ($0.name, String(finding.weights[keyPath: $0.field])) })
    }
}

/// What the page says after something was done.
enum FindingNotice: String, Notice {
    case saved = "opgeslagen"
    case taught = "geleerd"
    case dropped = "weg"
}

extension Address where Said == FindingNotice {
    static var findingSettings: Address { Address("/centrum/instellingen/zoeken") }
}

extension SettingsTab {
    static let finding = SettingsTab("/centrum/instellingen/zoeken", l10n("Search and map"), FindingSettingsRoutes.add)
}
