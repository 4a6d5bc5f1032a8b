package import HTML
package import Hummingbird
import Localisation

/// A page of a centre's settings, and its tab on the others. `PageSet.settings` has those of a capability.
package struct SettingsTab: Sendable {
    package let path: String
    package let label: StaticString
    let routes: @Sendable (RouterGroup<StaffContext>) -> Void

    package init(
        _ path: String, _ label: StaticString, _ routes: @escaping @Sendable (RouterGroup<StaffContext>) -> Void
    ) {
        (self.path, self.label, self.routes) = (path, label, routes)
    }

    /// The whole page: what was wrong or is saved, the title, the tabs, and what the page asks.
    /// - Parameters:
    ///   - title: when it is not what the tab says.
    ///   - form: keeps what was typed, with its errors.
    package func html(
        _ visit: Visit, title: String? = nil, lead: String? = nil, notice: HTML = .empty, form: FormFields? = nil,
        scripts: [String] = ["once", "leave"], _ content: HTML
    ) -> HTML {
        let title = title ?? visit.t.dynamic(label.description)
        return AreaLayout.centre(
            title, visit, current: "/centrum/instellingen", scripts: scripts, form: form
        ).html(
            """
            \(notice)
            <header class="page-head"><div><h1>\(title)</h1>\(optional: lead, { "<p class=\"lead\">\($0)</p>" })</div></header>
            <nav class="tabs" aria-label="\(visit.t("Settings"))">\(each: visit.services.pageSets.flatMap(\.settings), { tab($0, visit) })</nav>
            \(content)
            """)
    }

    /// That it is kept, when the page comes back with this notice.
    package func saved<Said: Notice>(_ said: Said, _ visit: Visit, _ words: String? = nil) -> HTML {
        guard visit.said(Said.self)?.rawValue == said.rawValue else { return .empty }
        let t = visit.t
        return visit.notice(
            .success, "\(words ?? t("Visitors see the change within a few seconds."))", title: t("Saved"))
    }

    private func tab(_ tab: SettingsTab, _ visit: Visit) -> HTML {
        """
        <a href="\(visit.link(tab.path))"\(attribute: "aria-current", tab.path == path ? "page" : nil)>\(visit.t.dynamic(tab.label.description))</a>
        """
    }
}
