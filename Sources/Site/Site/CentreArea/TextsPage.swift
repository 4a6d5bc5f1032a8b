import Composition
import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// *Teksten*: all mails and pages of information, and which of them are in the centre's own words.
struct TextsPage {
    let mails: [String: [Language]]
    let pages: [String: [Language]]
    let added: Paged<OwnText.AddedPage>
    /// Buttons of capabilities, beside ours.
    let actions: HTML

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Texts"), visit, current: "/centrum/teksten").html(
            """
            <header class="page-head"><div><h1>\(t("Texts"))</h1>
            <p class="lead">\(t("Change what mails and pages say. Every earlier text is kept, and you can always go back to the standard text."))</p></div>
            <div class="actions"><a class="btn" href="\(visit.link("/centrum/teksten/nieuwe-pagina"))">\(visit.icon("plus-lg"))\(t("Add page"))</a>
            \(actions)</div></header>
            <h2>\(t("Pages of information"))</h2>
            \(table(t("Pages of information"), t("Page"), InformationPage.allCases.map { standardPage($0, visit) } + added.elements.map { addedPage($0, visit) }, visit))
            \(visit.pager(added, path: "/centrum/teksten"))
            \(each: MailKind.Receiver.allCases, { receiver in
                "<h2>\(heading(receiver, t))</h2>\(table(heading(receiver, t), t("Subject"), visit.services.capabilities.mails.filter { $0.receiver == receiver }.map { mail($0, visit) }, visit))"
            })
            """)
    }

    private func heading(_ receiver: MailKind.Receiver, _ t: Localiser) -> String {
        switch receiver {
        case .volunteer: t("Mails to volunteers")
        case .organisation: t("Mails to organisations")
        case .centre: t("Mails to staff of the centre")
        case .anybody: t("Mails to everybody")
        }
    }

    private struct Line {
        let title: String
        let path: String
        let badge: HTML
    }

    private func table(_ caption: String, _ column: String, _ lines: [Line], _ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            lines, caption,
            [
                .init(column) { "<a href=\"\(visit.link($0.path))\" dir=\"auto\">\($0.title)</a>" },
                .init(t("Text")) { $0.badge },
            ])
    }

    private func badge(_ changed: [Language]?, _ visit: Visit) -> HTML {
        let t = visit.t
        guard let changed, !changed.isEmpty else { return "<span class=\"muted\">\(t("Standard text"))</span>" }
        let names = changed.map { visit.name(of: $0) }.joined(separator: ", ")
        return "<span class=\"badge published\">\(t("Own text"))</span> <span class=\"muted\">\(names)</span>"
    }

    private func mail(_ kind: MailKind, _ visit: Visit) -> Line {
        let t = visit.t
        let note = kind.note.map { t.dynamic($0.description) }
        return Line(
            title: visit.subject(of: kind) + (note.map { " (\($0))" } ?? ""),
            path: "/centrum/teksten/mail/\(kind.rawValue)", badge: badge(mails[kind.rawValue], visit))
    }

    private func standardPage(_ page: InformationPage, _ visit: Visit) -> Line {
        Line(
            title: visit.title(of: page), path: "/centrum/teksten/pagina/\(page.rawValue)",
            badge: badge(pages[page.rawValue], visit))
    }

    private func addedPage(_ page: OwnText.AddedPage, _ visit: Visit) -> Line {
        Line(
            title: page.title, path: "/centrum/teksten/pagina/\(page.name)",
            badge: page.isOnSite
                ? badge(pages[page.name], visit) : "<span class=\"badge draft\">\(visit.t("Not on the site"))</span>")
    }
}
