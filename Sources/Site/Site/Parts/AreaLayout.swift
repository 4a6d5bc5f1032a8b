import HTML
import Localisation
import VolunteerCentre

/// The Beheeromgeving of an organisation, and the centre's own area: a black bar with the menu, the page beside it.
struct AreaLayout {
    struct Item {
        let path: String
        let icon: String
        let label: String
        var count: Int?
    }

    let title: String
    let visit: Visit
    let label: String
    let items: [Item]
    let current: String
    var scripts: [String] = []
    var hasErrors = false

    func html(_ content: HTML) -> HTML {
        let t = visit.t
        return """
            \(DocumentHead(title: hasErrors ? t("Error: {title}", ["title": title]) : title, description: nil, visit: visit, opening: DocumentHead.opening(visit), scripts: scripts).html)
            <body class="area">
            <a class="skip" href="#inhoud">\(t("To the content"))</a>
            <header class="bar">
              <a class="bar-home" href="\(visit.link("/"))">\(visit.logo(size: 40))<span>\(visit.centre.name)</span></a>
              <nav class="bar-nav" aria-label="\(label)">\(each: items, { link($0, span: true) })</nav>
              <details class="bar-user pop">
                <summary>\(visit.icon("emoji-smile"))<span class="visually-hidden">\(t("My account and log out"))</span></summary>
                <div class="pop-box">
                  <p><strong>\(visit.session?.name ?? "")</strong> \(visit.session?.organisation?.name ?? visit.centre.name)</p>
                  <ul>\(accountItems)<li>\(visit.logOutForm(icon: "box-arrow-right"))</li></ul>
                </div>
              </details>
              <details class="bar-menu pop">
                <summary>\(visit.icon("list"))<span>\(t("Menu"))</span></summary>
                <nav class="pop-box" aria-label="\(t("Menu"))"><ul>\(each: items, { "<li>\(link($0, span: false))</li>" })\(accountItems)
                <li>\(visit.logOutForm(icon: "emoji-smile"))</li></ul></nav>
              </details>
            </header>
            <main id="inhoud" tabindex="-1">
              <div class="wrap page">
              \(if: current.hasPrefix("/beheer"), visit.onBehalf)
              \(content)
              </div>
            </main>
            </body></html>
            """
    }

    private func link(_ item: Item, span: Bool) -> HTML {
        let count: HTML = item.count.map { $0 > 0 ? " <span class=\"count\">\($0)</span>" : "" } ?? ""
        return """
            <a href="\(visit.link(item.path))"\(attribute: "aria-current", item.path == current ? "page" : nil)>\(visit.icon(item.icon))\
            \(if: span, "<span>\(item.label)</span>", else: "\(item.label)")\(count)</a>
            """
    }

    private var accountItems: HTML {
        """
        <li><a href="\(visit.link("/"))">\(visit.icon("globe"))\(visit.t("To the website"))</a></li>
        <li><a href="\(visit.link("/account"))">\(visit.icon("person"))\(visit.t("My account"))</a></li>
        <li><a href="\(visit.link("/faq"))">\(visit.icon("question-circle"))\(visit.t("FAQ"))</a></li>
        """
    }

    static func organisation(
        _ title: String, _ visit: Visit, current: String, scripts: [String] = [], hasErrors: Bool = false
    ) -> AreaLayout {
        let t = visit.t
        return AreaLayout(
            title: title, visit: visit, label: t("Management area"),
            items: [
                Item(path: "/beheer", icon: "speedometer2", label: t("Dashboard")),
                Item(path: "/beheer/vacatures", icon: "megaphone", label: t("Vacancies")),
                Item(path: "/beheer/zoeken", icon: "search", label: t("Search")),
                Item(path: "/beheer/organisatie", icon: "building", label: t("My organisation")),
            ], current: current, scripts: scripts, hasErrors: hasErrors)
    }

    static func centre(
        _ title: String, _ visit: Visit, current: String, scripts: [String] = [], hasErrors: Bool = false
    ) -> AreaLayout {
        let t = visit.t
        return AreaLayout(
            title: title, visit: visit, label: t("Centre's area"),
            items: [
                Item(path: "/centrum", icon: "inbox", label: t("Review queue")),
                Item(path: "/centrum/organisaties", icon: "building", label: t("Organisations")),
                Item(path: "/centrum/vacatures", icon: "megaphone", label: t("Vacancies")),
                Item(path: "/centrum/activiteit", icon: "clock-history", label: t("Activity")),
            ]
                + (visit.session?.staffRole == .administrator
                    ? [
                        Item(path: "/centrum/postvak-uit", icon: "envelope-paper", label: t("Outbox")),
                        Item(path: "/centrum/medewerkers", icon: "people", label: t("Staff")),
                        Item(path: "/centrum/teksten", icon: "card-text", label: t("Texts")),
                        Item(path: "/centrum/instellingen", icon: "pencil", label: t("Settings")),
                        Item(path: "/centrum/logboek", icon: "file-earmark-text", label: t("Log")),
                    ] : []),
            current: current, scripts: scripts, hasErrors: hasErrors)
    }
}
