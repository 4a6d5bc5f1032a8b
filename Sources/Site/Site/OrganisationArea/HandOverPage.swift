import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Overdragen*: what one of an organisation's people looks after, and who does so from now on.
struct HandOverPage {
    let member: OrganisationQueries.Member
    let items: [HandOver.Item]
    /// To whom it can go.
    let colleagues: [OrganisationQueries.Member]
    let departments: [Department.Listed]
    /// She leaves: what she looks after is handed over on the way.
    let isLeaving: Bool
    let isOwn: Bool
    let form: FormFields

    /// The value of everybody in the form.
    static let everybody = "iedereen"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let name = member.account.name
        let title = isLeaving ? t("Remove {name}", ["name": name]) : t("Hand over")
        return AreaLayout.organisation(title, visit, current: "/beheer/organisatie", scripts: ["once"], form: form)
            .html(
                """
                \(visit.crumbs(Crumb(t("My organisation"), "/beheer/organisatie"), Crumb(t("People"), "/beheer/organisatie/mensen"), here: title))
                <header class="page-head"><div><h1 dir="auto">\(title)</h1><p class="lead">\(lead(t))</p></div></header>
                \(if: items.isEmpty, nothing(visit), else: "\(table(visit))\(colleagues.isEmpty ? alone(visit) : choice(visit))")
                """)
    }

    private func lead(_ t: Localiser) -> String {
        let name = member.account.name
        guard !items.isEmpty else {
            return isOwn ? t("You look after no vacancy.") : t("{name} looks after no vacancy.", ["name": name])
        }
        let count = items.count
        let looks =
            isOwn
            ? t("You look after {count} vacancy.", "You look after {count} vacancies.", count: count)
            : t(
                "{name} looks after {count} vacancy.", "{name} looks after {count} vacancies.", count: count,
                ["name": name])
        let asks =
            isLeaving
            ? t("Choose who does so from now on. Then nobody who responded is forgotten.")
            : t("Choose who does so from now on. The responses, matches and reminders go along.")
        return "\(looks) \(asks)"
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            items, t("Vacancies"), id: { "v\($0.vacancy.number)" },
            [
                .name(t("Vacancy")) {
                    "<a href=\"\(visit.link("/beheer/vacatures/\($0.vacancy)"))\"\(visit.theirs)>\($0.title.isEmpty ? t("Without a title") : $0.title)</a>"
                },
                .init(t("State")) { visit.badge($0.state) },
                .init(t("Open responses")) { "\($0.open)" },
                .init(t("Matches")) { "\($0.matches)" },
            ])
    }

    private func choice(_ visit: Visit) -> HTML {
        let t = visit.t
        let people = colleagues.map { colleague in
            let position = colleague.position.isEmpty ? "" : ", \(colleague.position)"
            return (value: "c\(colleague.account.id)", label: "\(colleague.account.name)\(position)")
        }
        let parts = departments.map { one in
            let name: KeyValuePairs<StaticString, String> = ["department": one.department.name]
            return (
                value: "a\(one.department.id)",
                label: one.people > 0
                    ? t("Everybody of {department}", name)
                    : t("{department}: nobody works there yet, so everybody gets the mail", name)
            )
        }
        let all = [
            (
                value: Self.everybody,
                label: departments.isEmpty
                    ? t("Everybody in the organisation") : t("Everybody who gets mail about it now")
            )
        ]
        return """
            <form class="panel measure" method="post" action="\(visit.action("/beheer/organisatie/mensen/\(member.account.id)/overdragen"))" novalidate data-once>
            \(if: isLeaving, "<input type=\"hidden\" name=\"weg\" value=\"1\">")
            \(form.options("aan", t("Who looks after it from now on?"), people + parts + all, several: false, required: true, rows: true))
            \(if: !departments.isEmpty, "<p class=\"help\">\(t("Of a department: the vacancy carries its name on the website from then on."))</p>")
            <p class="help">\(t("Whoever gets it, gets a mail with this list."))\(if: isLeaving, " \(t("{name} can no longer log in for your organisation.", ["name": member.account.name]))")</p>
            <div class="form-foot"><a class="btn plain" href="\(visit.link("/beheer/organisatie/mensen"))">\(t("Back"))</a><button class="btn">\(isLeaving ? t("Hand over and remove {name}", ["name": member.account.name]) : t("Hand over"))</button></div></form>
            """
    }

    private func alone(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <div class="empty"><h2>\(t("There is no colleague yet"))</h2><p>\(t("Invite somebody first. As soon as she has said yes, you can hand over to her."))</p>
            <p><a class="btn" href="\(visit.link("/beheer/organisatie/mensen"))">\(t("Invite somebody"))</a></p></div>
            """
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        guard !isLeaving else {
            return """
                <form class="panel measure" method="post" action="\(visit.action("/beheer/organisatie/mensen/\(member.account.id)/weg"))" data-once>
                <p>\(t("{name} can no longer log in for your organisation.", ["name": member.account.name]))</p>
                <div class="form-foot"><a class="btn plain" href="\(visit.link("/beheer/organisatie/mensen"))">\(t("Back"))</a><button class="btn danger">\(t("Yes, remove {name}", ["name": member.account.name]))</button></div></form>
                """
        }
        return """
            <div class="empty"><h2>\(t("There is nothing to hand over"))</h2><p>\(t("On the page of a vacancy you choose who looks after it."))</p>
            <p><a class="btn plain" href="\(visit.link("/beheer/organisatie/mensen"))">\(t("Back to the list"))</a></p></div>
            """
    }
}
