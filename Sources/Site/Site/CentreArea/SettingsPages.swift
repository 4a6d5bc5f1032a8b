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

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = FormFields(visit: visit, data: data, errors: errors)
        return SettingsTab.centre.html(
            visit, title: t("Settings"), notice: SettingsTab.centre.saved(SettingsNotice.saved, visit), form: form,
            scripts: ["once", "leave", "counter"],
            """
            <form class="measure" method="post" action="\(visit.link("/centrum/instellingen"))" novalidate data-once data-guard>
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

    static func data(_ centre: Centre) -> FormData {
        FormData(pairs: [
            ("naam", centre.name), ("intro", centre.intro), ("email", centre.email), ("telefoon", centre.phone),
            ("adres", centre.address), ("openingstijden", centre.openingHours), ("kleur", centre.theme.brand.hex),
            ("accent", centre.theme.accent.hex), ("wijzigingen-wachtrij", centre.editsReturnToQueue ? "1" : ""),
            ("opnieuw-wachtrij", centre.reactivationReturnsToQueue ? "1" : ""),
            ("criteria", centre.criteria.joined(separator: "\n")),
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
            <form class="search compact" role="search" action="\(visit.link("/centrum/logboek"))">
            <div class="search-field"><label for="q">\(t("Name, act or number"))</label><input id="q" name="q" type="search" dir="auto" value="\(words)"></div>
            <button class="btn">\(visit.icon("search"))\(t("Search"))</button></form>
            \(if: entries.elements.isEmpty, "<div class=\"empty\"><h2>\(t("Nothing found this time"))</h2></div>", else: table(visit))
            \(visit.pager(entries, path: "/centrum/logboek", query: [("q", words)]))
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <table class="list"><caption class="visually-hidden">\(t("Log"))</caption>
            <thead><tr><th scope="col">\(t("When"))</th><th scope="col">\(t("Who"))</th><th scope="col">\(t("Act"))</th><th scope="col">\(t("Number"))</th></tr></thead>
            <tbody>\(each: entries.elements, { entry in
                """
                <tr><th scope="row">\(visit.when(entry.at))</th><td data-label="\(t("Who"))" dir="auto">\(entry.name ?? who(entry.actor, visit))\(if: entry.actor == "staff_for_member", ", \(t("on behalf of the organisation"))")</td>
                <td data-label="\(t("Act"))"><code>\(entry.action)</code></td><td data-label="\(t("Number"))">\(entry.record)</td></tr>
                """
            })</tbody></table>
            """
    }

    private func who(_ actor: String, _ visit: Visit) -> String {
        switch actor {
        case "visitor": visit.t("Visitor")
        case "member": visit.t("Organisation")
        case "volunteer": visit.t("Volunteer")
        case "system": visit.t("The clock")
        default: actor
        }
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
    static let centre = SettingsTab("/centrum/instellingen", l10n("The centre"))
}
