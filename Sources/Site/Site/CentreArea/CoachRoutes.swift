import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Vacaturecoach*: what it looks at. Administrators only.
enum CoachRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/instellingen/coach") { _, context in
            let visit = try context.administrator
            return visit.page(CoachSettingsPage(off: visit.centre.coachOff).html(visit))
        }
        area.post("/instellingen/coach", use: save)
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let data = try await request.form()
        let on = Set(data.all("regel").prefix(100).compactMap { CoachRule(rawValue: $0) })
        let seen = CoachRule.off(data.first("gezien") ?? "")
        let off = Set(CoachRule.allCases).subtracting(on)
        try await context.carryOut { work in try ChangeCoach.run(off: off, seen: seen, in: work) }
        visit.services.centres.forget()
        return visit.redirect(.coachSettings, saying: .saved)
    }
}

/// What the coach looks at, each with what it says.
struct CoachSettingsPage {
    let off: Set<CoachRule>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return SettingsTab.coach.html(
            visit,
            lead: t(
                "While an organisation writes a vacancy, it reads what would bring more responses. Whoever checks the vacancy sees the same. Nothing is refused because of it."
            ),
            notice: SettingsTab.coach.saved(
                SavedNotice.saved, visit, t("Organisations see the change within a few seconds.")), scripts: ["once"],
            """
            <form class="measure" method="post" action="\(visit.action(SettingsTab.coach.path))" data-once>
            <input type="hidden" name="gezien" value="\(CoachRule.allCases.filter(off.contains).map(\.rawValue).joined(separator: " "))">
            <fieldset class="block"><legend>\(t("What the coach looks at"))</legend>
            <div class="options rows">\(each: CoachRule.allCases, { option($0, visit) })</div></fieldset>
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div></form>
            """)
    }

    private func option(_ rule: CoachRule, _ visit: Visit) -> HTML {
        let words = CoachHintWords(rule: rule, visit)
        return """
            <label class="option"><input type="checkbox" name="regel" value="\(rule.rawValue)"\(attribute: "checked", if: !off.contains(rule))>\
            <span>\(words.what) <small>\(words.how)</small></span></label>
            """
    }
}

extension Address where Said == SavedNotice {
    static var coachSettings: Address { Address("/centrum/instellingen/coach") }
}

extension SettingsTab {
    static let coach = SettingsTab("/centrum/instellingen/coach", l10n("Vacancy coach"), CoachRoutes.add)
}
