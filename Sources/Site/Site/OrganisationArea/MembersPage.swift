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
    /// How many vacancies each looks after.
    let looksAfter: [ID<Account>: Int]
    let own: ID<Account>
    let canChange: Bool
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(
            t("People"), visit, current: "/beheer/organisatie", scripts: ["once"], form: form
        ).html(
            """
            \(visit.notice(MembersNotice.self) { $0.words(t) })
            \(visit.crumbs(Crumb(t("My organisation"), "/beheer/organisatie"), here: t("People")))
            <header class="page-head"><div><h1>\(t("People"))</h1><p class="lead">\(t("They can log in for your organisation, and get its mail."))</p></div></header>
            \(table(visit))
            \(if: !invitations.isEmpty, waiting(visit))
            \(if: canChange, invitation(visit), else: "<p class=\"help\">\(t("Only an owner can invite or remove people."))</p>")
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            members, t("People"),
            [
                .name(t("Name")) {
                    "\(named($0, visit))\(if: $0.account.id == own, " <span class='muted'>(\(t("you")))</span>")\(if: !$0.position.isEmpty, "<br><small class=\"muted\" dir=\"auto\">\($0.position)</small>")<br><small class=\"muted\">\($0.account.email)</small>"
                },
                .init(t("Role")) { "\(visit.word($0.role))" },
                departments.isEmpty ? nil : .init(t("Department")) { department($0, visit) },
                .actions(t("Actions")) { "\(load($0.account, visit)) \(removal($0.account, visit))" },
            ])
    }

    /// The way to her data, for who may change them.
    private func named(_ member: OrganisationQueries.Member, _ visit: Visit) -> HTML {
        let name = member.account.name
        guard canChange || member.account.id == own else { return "\(name)" }
        return "<a href=\"\(visit.link("/beheer/organisatie/mensen/\(member.account.id)"))\">\(name)</a>"
    }

    private func removal(_ account: Account, _ visit: Visit) -> HTML {
        guard canChange, account.id != own else { return .empty }
        // First it is asked who looks after it from then on.
        guard looksAfter[account.id] == nil else {
            return """
                <a class="btn small danger" href="\(visit.link("/beheer/organisatie/mensen/\(account.id)/overdragen?weg=1"))">\(visit.t("Remove"))<span class="visually-hidden"> \(account.name)</span></a>
                """
        }
        return visit.removal(
            of: account.name, "/beheer/organisatie/mensen/\(account.id)/weg",
            visit.t("This person no longer sees your organisation, and gets no mail about it any more."))
    }

    private func load(_ account: Account, _ visit: Visit) -> HTML {
        guard let count = looksAfter[account.id] else { return .empty }
        let words = visit.t("Looks after {count} vacancy", "Looks after {count} vacancies", count: count)
        guard canChange || account.id == own else { return "<span>\(words)</span>" }
        return """
            <span>\(words)</span> <a class="btn small plain" href="\(visit.link("/beheer/organisatie/mensen/\(account.id)/overdragen"))">\(visit.t("Hand over"))<span class="visually-hidden">: \(account.name)</span></a>
            """
    }

    private func department(_ member: OrganisationQueries.Member, _ visit: Visit) -> HTML {
        let t = visit.t
        guard canChange else { return "\(departments.first { $0.id == member.department }?.name ?? t("All"))" }
        let options = departments.map { HTML.option($0.id.description, $0.name, isChosen: $0.id == member.department) }
        return """
            <form class="inline" method="post" action="\(visit.action("/beheer/organisatie/mensen/\(member.account.id)/afdeling"))" data-once>
            <select name="afdeling" aria-label="\(t("Department of {name}", ["name": member.account.name]))"><option value="">\(t("All"))</option>\(options)</select>
            <button class="btn small plain">\(t("Save"))</button></form>
            """
    }

    /// As they were typed: who somebody is, the organisation knows from her yes on.
    private func waiting(_ visit: Visit) -> HTML {
        let t = visit.t
        let table = visit.table(
            invitations, t("Not answered yet"), id: { "u\($0.id.number)" },
            [
                .name(t("Name")) { "\($0.name)" }, .init(t("E-mail address")) { "\($0.email)" },
                .init(t("Role")) { "\(visit.word($0.role))" },
                .init(t("Invited")) { visit.when($0.createdAt) },
                canChange ? .actions(t("Actions")) { takeBack($0.id, visit) } : nil,
            ])
        return "<h2>\(t("Not answered yet"))</h2>\(table)"
    }

    private func takeBack(_ id: ID<MemberInvitation>, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(visit.action("/beheer/organisatie/mensen/uitnodigingen/\(id)/weg"))" data-once><button class="btn small plain" aria-describedby="u\(id.number)">\(visit.t("Take back"))</button></form>
        """
    }

    private func invitation(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel measure" method="post" action="\(visit.action("/beheer/organisatie/mensen"))" novalidate data-once>
            <h2>\(t("Invite somebody"))</h2>\(form.requiredNote)
            \(form.input("naam", t("Name"), required: true, max: 100))
            \(form.input("email", t("E-mail address"), kind: .email, required: true))
            \(form.options("rol", t("Role"), [("editor", t("Editor: places vacancies and answers people")), ("owner", t("Owner: invites and removes people too"))], several: false, required: true, rows: true))
            <div class="form-foot"><button class="btn">\(visit.icon("envelope"))\(t("Send invitation"))</button></div></form>
            """
    }
}

extension Visit {
    func word(_ role: Membership.Role) -> String {
        switch role {
        case .owner: t("Owner")
        case .editor: t("Editor")
        }
    }
}

/// What the page says after something was done.
enum MembersNotice: String, Notice {
    case saved = "opgeslagen"
    case lastOwner = "laatste"
    case full = "vol"
    case tooOften = "te-vaak"
    case invited = "uitgenodigd"
    case roleChanged = "rol"
    case handedOver = "overgedragen"
    case removed = "weg"
    case nothing = "niets"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .saved: .success(t("Saved"))
        case .handedOver: .success(t("Handed over. Whoever looks after it now gets a mail with the list."))
        case .nothing: .info(t("There was nothing to hand over: it has gone to somebody already."))
        case .removed: .success(t("This person no longer works for your organisation here."))
        case .lastOwner:
            .warning(
                t(
                    "There must be one owner left. Invite somebody as owner first: that also works for who is here already."
                ))
        case .invited: .success(t("The invitation is on its way."))
        case .roleChanged:
            .success(t("This colleague was here already and has the role that you chose. No mail was sent."))
        case .tooOften: .warning(t("This address got many of our mails today. Go on tomorrow."))
        case .full: .warning(t("An organisation has fifty people at most."))
        }
    }
}

extension Address where Said == MembersNotice {
    static var members: Address { Address("/beheer/organisatie/mensen") }
}
