import Composition
import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Choosing the organisation that stays, and what moves to it.
struct MergePage {
    let organisation: Organisation
    let words: String
    let candidates: [OrganisationQueries.Listed]
    let chosen: (into: Organisation, load: MergeOrganisations.Load, mark: String)?

    private var path: String { "/centrum/organisaties/\(organisation.id)" }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Merge"), visit, current: "/centrum/organisaties", scripts: ["once"]).html(
            """
            \(visit.crumbs(Crumb(t("Organisations"), "/centrum/organisaties"), Crumb(organisation.name, path, isTheirs: true), here: t("Merge")))
            <header class="page-head"><div><h1>\(t("Merge"))</h1>
            <p class="lead">\(t("Is {organisation} here twice? Choose the one that stays. Everything of this one moves to it.", ["organisation": organisation.name]))</p></div></header>
            \(if: visit.said() == MergeNotice.changed, visit.notice(.warning, "\(t("Something changed while you looked at this page. Nothing has been merged. Read it once more."))"))
            \(if: visit.said() == MergeNotice.tooMany, visit.notice(.warning, "\(t("Together they have too many people or departments. Remove some first."))"))
            \(chosen.map { confirmation($0.into, $0.load, $0.mark, visit) } ?? choice(visit))
            """)
    }

    private func choice(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            \(visit.searchForm(path + "/samenvoegen", t("Name of the organisation that stays"), words))
            \(if: candidates.isEmpty, "<div class=\"empty\"><h2>\(words.isEmpty ? t("No organisation looks like this one") : t("Nothing found this time"))</h2><p>\(t("Search by a part of its name."))</p></div>")
            \(if: words.isEmpty && !candidates.isEmpty, "<h2>\(t("These look like it"))</h2>")
            \(if: !candidates.isEmpty, list(visit))
            """
    }

    private func list(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <ul class="feed">\(each: candidates, { other in
                """
                <li>\(visit.icon("building"))<div><p><strong\(visit.theirs)>\(other.name)</strong></p><p class="muted"\(visit.theirs)>\(other.place)</p></div>\
                <a class="btn small plain" href="\(visit.link(path + "/samenvoegen?met=\(other.id)"))">\(t("Choose"))<span class="visually-hidden"> \(other.name)</span></a></li>
                """
            })</ul>
            """
    }

    private func confirmation(
        _ into: Organisation, _ load: MergeOrganisations.Load, _ mark: String, _ visit: Visit
    ) -> HTML {
        let t = visit.t
        let moving = [
            t("{count} vacancy", "{count} vacancies", count: load.vacancies),
            t("{count} response", "{count} responses", count: load.responses),
            t("{count} match", "{count} matches", count: load.matches),
            t("{count} department", "{count} departments", count: load.departments),
        ]
        var changes = FieldChanges(from: organisation.details, to: into.details, visit)
        changes.caption = t("What is different")
        return """
            <div class="beside"><section class="panel"><p>\(t("Under Now stands what stays. What stands under Before is lost."))</p>
            \(changes.html(visit))</section>
            <form class="panel" method="post" action="\(visit.action(path + "/samenvoegen"))" data-once>
            <h2>\(t("This moves to {organisation}", ["organisation": into.name]))</h2>
            <ul class="bullets">\(each: moving, { "<li>\($0)</li>" })</ul>
            \(if: !load.people.isEmpty, "<h3>\(t("These people come along, as editors"))</h3>\(people(load.people, visit))<p>\(t("They get a mail that they can now work for it."))</p>")
            \(if: !load.strangers.isEmpty, "<h3>\(t("These people do not come along"))</h3>\(people(load.strangers, visit))<p>\(t("Nobody approved this registration. An owner of {organisation} can invite them.", ["organisation": into.name]))</p>")
            <p>\(t("The old address on the website leads to the new one."))</p>
            <p><strong>\(t("This cannot be undone."))</strong></p>
            <input type="hidden" name="met" value="\(into.id.number)"><input type="hidden" name="gezien" value="\(mark)">
            <div class="actions"><button class="btn danger">\(t("Merge with {organisation}", ["organisation": into.name]))</button>
            <a class="btn plain" href="\(visit.link(path + "/samenvoegen"))">\(t("Choose another one"))</a></div></form></div>
            """
    }

    private func people(_ members: [OrganisationQueries.Member], _ visit: Visit) -> HTML {
        """
        <ul class="bullets">\(each: members, { member in
            "<li><strong dir=\"auto\">\(member.account.name)</strong><br>\(member.account.email)<br><span class=\"muted\">\(visit.t("since {date}", ["date": visit.t.date(visit.centre.today(member.since))]))</span></li>"
        })</ul>
        """
    }
}

/// What the page says after something was done.
enum MergeNotice: String, Notice {
    case tooMany = "te-veel"
    case changed = "veranderd"
}

extension Address where Said == MergeNotice {
    static func merge(_ id: ID<Organisation>, with other: ID<Organisation>) -> Address {
        Address("/centrum/organisaties/\(id)/samenvoegen?met=\(other)")
    }
}
