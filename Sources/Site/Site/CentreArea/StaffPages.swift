import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Medewerkers*: the people of the centre, and a form for somebody new.
struct StaffPage {
    let staff: [AccountQueries.Colleague]
    let own: ID<Account>
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(
            t("Staff"), visit, current: "/centrum/medewerkers", scripts: ["once"], form: form
        ).html(
            """
            \(visit.notice(StaffNotice.self) { $0.words(t) })
            <header class="page-head"><div><h1>\(t("Staff"))</h1></div></header>
            \(table(visit))
            <form class="panel measure" method="post" action="\(visit.action("/centrum/medewerkers"))" novalidate data-once>
            <h2>\(t("Invite somebody"))</h2>\(form.requiredNote)
            \(form.input("naam", t("Name"), required: true, max: 100))
            \(form.input("email", t("E-mail address"), kind: .email, required: true))
            \(form.options("rol", t("Role"), StaffRole.allCases.map { ($0.rawValue, "\(visit.word($0)): \(visit.explanation($0))") }, several: false, required: true, rows: true))
            <div class="form-foot"><button class="btn">\(visit.icon("envelope"))\(t("Send invitation"))</button></div></form>
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            staff, t("Staff"), id: { "c\($0.account.id.number)" },
            [
                .name(t("Name")) {
                    "\($0.account.name)\(if: $0.account.id == own, " <span class='muted'>(\(t("you")))</span>")"
                },
                .init(t("E-mail address")) { "\($0.account.email)" }, .init(t("Role")) { role($0, visit) },
                .actions(t("Actions")) { removal($0.account, visit) },
            ])
    }

    private func role(_ colleague: AccountQueries.Colleague, _ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/centrum/medewerkers/\(colleague.account.id)"
        let options = StaffRole.allCases.map {
            HTML.option($0.rawValue, visit.word($0), isChosen: $0 == colleague.role)
        }
        return """
            <form class="inline" method="post" action="\(visit.action(path + "/rol"))" data-once>
            <select name="rol" aria-label="\(t("Role of {name}", ["name": colleague.account.name]))">\(options)</select>
            <button class="btn small plain">\(t("Save"))</button></form>\(if: colleague.role != .desk && visit.centre.municipalities.count > 1, municipalities(colleague, path, visit))\(if: colleague.role != .desk && !others(colleague).isEmpty, away(colleague, path, visit))
            """
    }

    private func removal(_ account: Account, _ visit: Visit) -> HTML {
        guard account.id != own else { return .empty }
        return visit.removal(
            of: account.name, "/centrum/medewerkers/\(account.id)/weg",
            visit.t("This person no longer sees anything of {centre} here.", ["centre": visit.centre.name]))
    }

    private func municipalities(_ colleague: AccountQueries.Colleague, _ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        let names = colleague.municipalities.joined(separator: ", ")
        let options = visit.centre.municipalities.map { name -> HTML in
            """
            <label class="option"><input type="checkbox" name="gemeente" value="\(name)"\(attribute: "checked", if: colleague.municipalities.contains(name))><span>\(name)</span></label>
            """
        }
        return """
            <details class="filters"><summary>\(names.isEmpty ? t("Gets mail about all municipalities") : t("Gets mail about {names}", ["names": names]))</summary>
            <form method="post" action="\(visit.action(path + "/gemeenten"))" data-once><fieldset><legend class="visually-hidden">\(t("Municipalities of {name}", ["name": colleague.account.name]))</legend>
            <div class="options rows">\(options)</div></fieldset><p class="help">\(t("Nothing ticked: mail about all municipalities."))</p><button class="btn small plain">\(t("Save"))</button></form></details>
            """
    }

    private func others(_ colleague: AccountQueries.Colleague) -> [AccountQueries.Colleague] {
        staff.filter { $0.role != .desk && $0.account.id != colleague.account.id }
    }

    private func away(_ colleague: AccountQueries.Colleague, _ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        let until = colleague.awayUntil.flatMap { $0 >= visit.today ? $0 : nil }
        let replacement = until == nil ? nil : colleague.replacement
        let options = others(colleague).map {
            HTML.option($0.account.id.description, $0.account.name, isChosen: $0.account.id == replacement)
        }
        let (day, person) = ("tot-\(colleague.account.id)", "vervanger-\(colleague.account.id)")
        return """
            <details class="filters"><summary>\(until.map { t("Away up to and including {date}", ["date": t.date($0)]) } ?? t("Is there"))</summary>
            <form method="post" action="\(visit.action(path + "/afwezig"))" data-once>
            <div class="field"><label for="\(day)">\(t("Away up to and including"))</label><input id="\(day)" name="tot" type="date" value="\(until?.iso ?? "")"></div>
            <div class="field"><label for="\(person)">\(t("Who stands in"))</label><select id="\(person)" name="vervanger"><option value="">\(t("Choose"))</option>\(options)</select></div>
            <button class="btn small plain">\(t("Save"))</button></form></details>
            """
    }
}

extension Visit {
    func word(_ role: StaffRole) -> String {
        switch role {
        case .desk: t("Desk")
        case .mediator: t("Mediator")
        case .administrator: t("Administrator")
        }
    }

    func explanation(_ role: StaffRole) -> String {
        switch role {
        case .desk: t("sees organisations and vacancies")
        case .mediator: t("decides about them too")
        case .administrator: t("does everything, also settings, mail and staff")
        }
    }
}

/// What the page says after something was done.
enum StaffNotice: String, Notice {
    case saved = "opgeslagen"
    case everywhere = "overal"
    case date = "datum"
    case replacement = "vervanger"
    case lastAdministrator = "laatste"
    case gone = "weg"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .saved: .success(t("Saved"))
        case .everywhere:
            .success(t("Saved. Nothing is ticked, so this colleague now gets mail about all municipalities."))
        case .date: .warning(t("This date has passed. Choose a day from today on."))
        case .replacement: .warning(t("Choose who stands in."))
        case .gone: .warning(t("This choice is no longer there. Choose again."))
        case .lastAdministrator:
            .warning(
                t(
                    "There must be one administrator left who can log in. Make somebody else administrator first, and wait until she has set a password."
                ))
        }
    }
}

extension Address where Said == StaffNotice {
    static var staff: Address { Address("/centrum/medewerkers") }
}
