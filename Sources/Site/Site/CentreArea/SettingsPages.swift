import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Instellingen*: who the centre is, how it looks, what it wants to see first.
struct SettingsPage {
    let data: FormData
    let errors: FormErrors
    /// The mark of the settings that this form began with.
    let seen: String
    /// What they are now, when somebody changed them while this form was open.
    var theirs: FormData?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = FormFields(visit: visit, data: data, errors: errors)
        return SettingsTab.centre.html(
            visit, title: t("Settings"), notice: SettingsTab.centre.saved(SettingsNotice.saved, visit), form: form,
            scripts: ["once", "leave", "counter"],
            """
            \(optional: theirs, { meanwhile($0, visit) })
            <form class="measure" method="post" action="\(visit.link("/centrum/instellingen"))" novalidate data-once data-guard>
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
            \(form.tick("wijzigingen-wachtrij", "\(t("Changes to a vacancy that is online wait in the queue"))"))
            \(form.tick("opnieuw-wachtrij", "\(t("A vacancy that is put online again waits in the queue"))"))
            </fieldset>
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div></form>
            """)
    }

    /// What a colleague made of it, beside what she typed herself: saving again keeps hers.
    private func meanwhile(_ now: FormData, _ visit: Visit) -> HTML {
        let t = visit.t
        let labels = [
            ("naam", t("Name")), ("intro", t("Welcome on the home page")), ("email", t("E-mail address")),
            ("telefoon", t("Telephone")), ("adres", t("Address")), ("openingstijden", t("Opening hours")),
            ("kleur", t("Main colour")), ("accent", t("Second colour")),
            ("criteria", t("Criteria for admitting an organisation")),
            ("wijzigingen-wachtrij", t("Changes to a vacancy that is online wait in the queue")),
            ("opnieuw-wachtrij", t("A vacancy that is put online again waits in the queue")),
        ]
        let fields = labels.compactMap { field, label -> ShownField? in
            let (typed, value) = (data.first(field) ?? "", now.first(field) ?? "")
            guard typed.replacing("\r\n", with: "\n") != value else { return nil }
            let isTick = field.hasSuffix("-wachtrij")
            return .theirs(label, isTick ? (value.isEmpty ? t("No") : t("Yes")) : value.isEmpty ? "–" : value)
        }
        return visit.notice(
            .warning,
            """
            <p>\(t("This is what stands there now and differs from your form. Nothing of yours is lost: change what you want, and save again."))</p>
            \(visit.rows(fields))
            """, title: t("The settings were changed while you were at it"))
    }

    static func data(_ settings: ChangeCentre.Input) -> FormData {
        FormData(pairs: [
            ("naam", settings.name), ("intro", settings.intro), ("email", settings.email), ("telefoon", settings.phone),
            ("adres", settings.address), ("openingstijden", settings.openingHours), ("kleur", settings.brand),
            ("accent", settings.accent), ("wijzigingen-wachtrij", settings.editsReturnToQueue ? "1" : ""),
            ("opnieuw-wachtrij", settings.reactivationReturnsToQueue ? "1" : ""), ("criteria", settings.criteria),
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

/// What the page says after something was done.
enum SettingsNotice: String, Notice {
    case saved = "opgeslagen"
}

extension Address where Said == SettingsNotice {
    static var settings: Address { Address("/centrum/instellingen") }
}

extension SettingsTab {
    static let centre = SettingsTab("/centrum/instellingen", l10n("The centre"), SettingsRoutes.add)
}
