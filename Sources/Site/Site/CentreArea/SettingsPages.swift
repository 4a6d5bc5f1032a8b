import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Instellingen*: who the centre is, how it looks, what it wants to see first.
struct SettingsPage {
    let form: FormFields
    /// The marks of the settings that this form began with.
    let seen: String
    /// What somebody else changed while this form was open.
    var meanwhile: ChangeCentre.Meanwhile?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return SettingsTab.centre.html(
            visit, title: t("Settings"), notice: SettingsTab.centre.saved(SavedNotice.saved, visit), form: form,
            scripts: ["once", "leave", "counter"],
            """
            \(optional: meanwhile, { warning($0, visit) })
            <form class="measure" method="post" action="\(visit.action("/centrum/instellingen"))" novalidate data-once data-guard>
            <input type="hidden" name="gezien" value="\(seen)">
            \(form.requiredNote)
            <fieldset class="block"><legend>\(t("The centre"))</legend>
            \(form.input("naam", t("Name"), required: true, max: 100))
            \(form.area("intro", t("Welcome on the home page"), required: true, rows: 3, max: 500))
            \(form.input("email", t("E-mail address"), kind: .email, required: true))
            \(form.input("telefoon", t("Telephone"), kind: .tel))
            \(form.input("adres", t("Address"), max: 200))
            \(form.area("openingstijden", t("Opening hours"), rows: 3, max: 500))
            </fieldset>
            <fieldset class="block"><legend>\(t("Colours"))</legend>
            <p class="help">\(t("We check that text on these colours can be read by everybody."))</p>
            <div class="pair">\(form.input("kleur", t("Main colour"), kind: .color))\(form.input("accent", t("Second colour"), kind: .color))</div>
            </fieldset>
            <fieldset class="block"><legend>\(t("What you want to see first"))</legend>
            \(form.area("criteria", t("Criteria for admitting an organisation"), help: t("One on each line. Who approves an organisation ticks them all."), rows: 4, max: 2000))
            \(form.input("antwoordtermijn", t("Within how many days people may expect an answer"), required: true, help: t("Between 7 and 28. Halfway, the organisation gets a reminder. After that the response stands on your list, and the volunteer hears what else there is to do. Holidays do not count. Another number counts for responses from then on."), max: 2))
            \(form.tick("wijzigingen-wachtrij", "\(t("Changes to a vacancy that is online wait in the queue"))"))
            \(form.tick("onbevestigd-offline", "\(t("A vacancy of which nobody says that it is still right goes offline after three weeks"))"))
            <p class="help">\(t("Every six weeks organisations are asked by mail. Without an answer a vacancy goes to the end of the list after a week. Nothing is ever deleted."))</p>
            \(form.tick("opnieuw-wachtrij", "\(t("A vacancy that is put online again waits in the queue"))"))
            </fieldset>
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div></form>
            """)
    }

    /// What a colleague made of the same, beside what she typed herself: saving again keeps hers.
    private func warning(_ meanwhile: ChangeCentre.Meanwhile, _ visit: Visit) -> HTML {
        let t = visit.t
        let labels: [ChangeCentre.Text: String] = [
            .name: t("Name"), .intro: t("Welcome on the home page"), .email: t("E-mail address"),
            .phone: t("Telephone"), .address: t("Address"), .openingHours: t("Opening hours"),
            .brand: t("Main colour"), .accent: t("Second colour"),
            .criteria: t("Criteria for admitting an organisation"),
            .answerDays: t("Within how many days people may expect an answer"),
        ]
        let fields = meanwhile.both.map { text in
            let value = meanwhile.now[keyPath: text.path]
            return ShownField.theirs(labels[text] ?? "", value.isEmpty ? "–" : value)
        }
        return visit.notice(
            .warning,
            """
            <p>\(t("You and somebody else changed the same. This is what stands there now; in the form below is what you typed. Choose what it must be, and save again."))</p>
            \(visit.rows(fields))
            """, title: t("The settings were changed while you were at it"))
    }

    static func data(_ settings: ChangeCentre.Input) -> FormData {
        FormData(pairs: [
            ("naam", settings.name), ("intro", settings.intro), ("email", settings.email), ("telefoon", settings.phone),
            ("adres", settings.address), ("openingstijden", settings.openingHours), ("kleur", settings.brand),
            ("accent", settings.accent), ("wijzigingen-wachtrij", settings.editsReturnToQueue ? "1" : ""),
            ("opnieuw-wachtrij", settings.reactivationReturnsToQueue ? "1" : ""), ("criteria", settings.criteria),
            ("antwoordtermijn", settings.answerDays),
            ("onbevestigd-offline", settings.unconfirmedGoesOffline ? "1" : ""),
        ])
    }
}

/// *Logboek*: who did what, never what it said.
struct AuditPage {
    let words: String
    let entries: Paged<Audit.Entry>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Log"), visit, current: "/centrum/logboek").html(
            """
            <header class="page-head"><div><h1>\(t("Log"))</h1><p class="lead">\(t("Who did what in this centre. What people wrote to each other is not in it."))</p></div></header>
            \(visit.searchForm("/centrum/logboek", t("Name, act, title or number"), words))
            \(if: entries.elements.isEmpty, visit.nothingFound, else: table(visit))
            \(visit.pager(entries, path: "/centrum/logboek", query: [("q", words)]))
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            entries.elements, t("Log"),
            [
                .init(t("When")) { visit.when($0.at) },
                .name(t("Who")) {
                    """
                    \($0.name ?? visit.actor($0.actor))\(if: $0.actor == "staff_for_member", ", \(t("on behalf of the organisation"))")
                    """
                },
                .init(t("Act")) { "\(visit.act($0.action))" }, .init(t("About")) { visit.record($0) },
            ])
    }
}

extension Address where Said == SavedNotice {
    static var settings: Address { Address("/centrum/instellingen") }
}

extension SettingsTab {
    static let centre = SettingsTab("/centrum/instellingen", l10n("The centre"), SettingsRoutes.add)
}
