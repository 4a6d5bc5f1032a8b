import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Who may log in for an organisation, and a form for somebody new.
struct MembersPage {
    let members: [OrganisationQueries.Member]
    let invitations: [MemberInvitation]
    let departments: [Department]
    let own: ID<Account>
    let canChange: Bool
    let data: FormData
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = FormFields(visit: visit, data: data, errors: errors)
        return AreaLayout.organisation(
            t("People"), visit, current: "/beheer/organisatie", scripts: ["once"], hasErrors: !errors.isEmpty
        ).html(
            """
            \(form.summary)
            \(notice(visit))
            \(visit.crumbs(Crumb(t("My organisation"), "/beheer/organisatie"), here: t("People")))
            <header class="page-head"><div><h1>\(t("People"))</h1><p class="lead">\(t("They can log in for your organisation, and get its mail."))</p></div></header>
            <table class="list"><caption class="visually-hidden">\(t("People"))</caption>
            <thead><tr><th scope="col">\(t("Name"))</th><th scope="col">\(t("E-mail address"))</th><th scope="col">\(t("Role"))</th>\(if: !departments.isEmpty, "<th scope=\"col\">\(t("Department"))</th>")\
            <th scope="col"><span class="visually-hidden">\(t("Actions"))</span></th></tr></thead>
            <tbody>\(each: members, { row($0, visit) })</tbody></table>
            \(if: !invitations.isEmpty, waiting(visit))
            \(if: canChange, invitation(form, visit), else: "<p class=\"help\">\(t("Only an owner can invite or remove people."))</p>")
            """)
    }

    private func row(_ member: OrganisationQueries.Member, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <tr><th scope="row" id="p\(member.account.id.number)" dir="auto">\(member.account.name)\(if: member.account.id == own, " <span class='muted'>(\(t("you")))</span>")</th>
            <td data-label="\(t("E-mail address"))">\(member.account.email)</td>
            <td data-label="\(t("Role"))">\(member.role == .owner ? t("Owner") : t("Editor"))</td>
            \(if: !departments.isEmpty, "<td data-label=\"\(t("Department"))\">\(department(member, visit))</td>")
            <td class="row-actions">\(if: canChange && member.account.id != own, "<form method='post' action='\(visit.link("/beheer/organisatie/mensen/\(member.account.id)/weg"))' data-once><button class='btn small danger' aria-describedby='p\(member.account.id.number)'>\(t("Remove"))</button></form>")</td></tr>
            """
    }

    private func department(_ member: OrganisationQueries.Member, _ visit: Visit) -> HTML {
        let t = visit.t
        guard canChange else { return "\(departments.first { $0.id == member.department }?.name ?? t("All"))" }
        let options = departments.map { department -> HTML in
            "<option value=\"\(department.id.number)\"\(attribute: "selected", if: department.id == member.department)>\(department.name)</option>"
        }
        return """
            <form class="inline" method="post" action="\(visit.link("/beheer/organisatie/mensen/\(member.account.id)/afdeling"))" data-once>
            <select name="afdeling" aria-label="\(t("Department of {name}", ["name": member.account.name]))"><option value="">\(t("All"))</option>\(options)</select>
            <button class="btn small plain">\(t("Save"))</button></form>
            """
    }

    /// As they were typed: who somebody is, the organisation knows from her yes on.
    private func waiting(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <h2>\(t("Not answered yet"))</h2>
            <table class="list"><caption class="visually-hidden">\(t("Not answered yet"))</caption>
            <thead><tr><th scope="col">\(t("Name"))</th><th scope="col">\(t("E-mail address"))</th><th scope="col">\(t("Role"))</th><th scope="col">\(t("Invited"))</th>\
            <th scope="col"><span class="visually-hidden">\(t("Actions"))</span></th></tr></thead>
            <tbody>\(each: invitations, { one in
                """
                <tr><th scope="row" id="u\(one.id.number)" dir="auto">\(one.name)</th><td data-label="\(t("E-mail address"))">\(one.email)</td>
                <td data-label="\(t("Role"))">\(one.role == .owner ? t("Owner") : t("Editor"))</td><td data-label="\(t("Invited"))">\(visit.when(one.createdAt))</td>
                <td class="row-actions">\(if: canChange, "<form method='post' action='\(visit.link("/beheer/organisatie/mensen/uitnodigingen/\(one.id)/weg"))' data-once><button class='btn small plain' aria-describedby='u\(one.id.number)'>\(t("Take back"))</button></form>")</td></tr>
                """
            })</tbody></table>
            """
    }

    private func invitation(_ form: FormFields, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel measure" method="post" action="\(visit.link("/beheer/organisatie/mensen"))" novalidate data-once>
            <h2>\(t("Invite somebody"))</h2>\(form.requiredNote)
            \(form.input("naam", t("Name"), required: true, max: 100))
            \(form.input("email", t("E-mail address"), kind: .email, required: true))
            \(form.options("rol", t("Role"), [("editor", t("Editor: places vacancies and answers people")), ("owner", t("Owner: invites and removes people too"))], several: false, required: true, rows: true))
            <div class="form-foot"><button class="btn">\(visit.icon("envelope"))\(t("Send invitation"))</button></div></form>
            """
    }

    private func notice(_ visit: Visit) -> HTML {
        let t = visit.t
        return switch visit.said(MembersNotice.self) {
        case .saved: visit.notice(.success, "\(t("Saved"))")
        case .lastOwner:
            visit.notice(.warning, "\(t("There must be one owner left. Make somebody else owner first."))")
        case .full: visit.notice(.warning, "\(t("An organisation has fifty people at most."))")
        case nil: .empty
        }
    }
}

/// What the page says after something was done.
enum MembersNotice: String, Notice {
    case saved = "opgeslagen"
    case lastOwner = "laatste"
    case full = "vol"
}

extension Address where Said == MembersNotice {
    static var members: Address { Address("/beheer/organisatie/mensen") }
}
