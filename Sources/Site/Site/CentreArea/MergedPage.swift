import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// Which profiles became one in the last days, each with a way back.
struct MergedPage {
    let merges: Paged<VolunteerMerge>

    static let path = DoublesPage.path + "/samengevoegd"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = t("Merged in the last {days} days", ["days": String(VolunteerMerge.days)])
        return AreaLayout.centre(title, visit, current: DoublesPage.path, scripts: ["once"]).html(
            """
            \(visit.crumbs(Crumb(t("Double profiles"), DoublesPage.path), here: t("Merged")))
            <header class="page-head"><div><h1>\(title)</h1></div></header>
            \(visit.table(of: merges.elements))
            \(visit.pager(merges, path: Self.path))
            """)
    }
}

extension Visit {
    func table(of merges: [VolunteerMerge]) -> HTML {
        table(
            merges, t("Merged"),
            [
                .name(t("Volunteer")) { "\($0.intoName)<br>\($0.intoEmail)" },
                .name(t("Was also")) { "\($0.fromName)<br>\($0.fromEmail)" },
                .init(t("When")) { "\(self.when($0.at))\(optional: $0.by, { "<br>\($0)" })" },
                .init(t("Can be undone until")) { "\(self.t.date(self.centre.today($0.until)))" },
                .actions(t("What you can do")) { self.undo($0) },
            ])
    }

    /// Of several profiles that went into one, the last is the first to come back.
    private func undo(_ merge: VolunteerMerge) -> HTML {
        guard !merge.waitsForLater else {
            return "<span class=\"muted\">\(t("First undo the later one"))</span>"
        }
        return """
            <form method="post" action="\(action("\(DoublesPage.path)/samengevoegd/\(merge.id)/terug"))" data-once><button class="btn small plain">\(icon("arrow-counterclockwise"))\(t("Undo"))<span class="visually-hidden">: \(merge.intoName), \(merge.fromName)</span></button></form>
            """
    }
}
