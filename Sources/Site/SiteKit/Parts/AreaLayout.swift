package import HTML
import Localisation
import VolunteerCentre

/// The Beheeromgeving of an organisation, and the centre's own area: a black bar with the menu, the page beside it.
package struct AreaLayout {
    package struct Item {
        package let path: String
        package let icon: String
        package let label: String
    }

    package let title: String
    package let visit: Visit
    package let label: String
    package let items: [Item]
    package let current: String
    package var scripts: [String] = []
    /// The form of the page: what is wrong in it stands first, and the title says so.
    package var form: FormFields?

    package func html(_ content: HTML) -> HTML {
        let t = visit.t
        return """
            \(DocumentHead(title: form?.hasErrors == true ? t("Error: {title}", ["title": title]) : title, description: nil, visit: visit, opening: DocumentHead.opening(visit), scripts: scripts).html)
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
              \(form?.summary ?? .empty)
              \(content)
              </div>
            </main>
            </body></html>
            """
    }

    private func link(_ item: Item, span: Bool) -> HTML {
        """
        <a href="\(visit.link(item.path))"\(attribute: "aria-current", item.path == current ? "page" : nil)>\(visit.icon(item.icon))\
        \(if: span, "<span>\(item.label)</span>", else: "\(item.label)")</a>
        """
    }

    private var accountItems: HTML {
        """
        <li><a href="\(visit.link("/"))">\(visit.icon("globe"))\(visit.t("To the website"))</a></li>
        \(if: visit.session?.choices.isOpen == true, "<li><a href='\(visit.link("/account/kies"))'>\(visit.icon("people"))\(visit.t("Go on as somebody else"))</a></li>")
        <li><a href="\(visit.link("/account"))">\(visit.icon("person"))\(visit.t("My account"))</a></li>
        <li><a href="\(visit.link("/faq"))">\(visit.icon("question-circle"))\(visit.t("FAQ"))</a></li>
        """
    }

    package static func organisation(
        _ title: String, _ visit: Visit, current: String, scripts: [String] = [], form: FormFields? = nil
    ) -> AreaLayout {
        AreaLayout(
            title: title, visit: visit, label: visit.t("Management area"), items: visit.menu(.organisation),
            current: current, scripts: scripts, form: form)
    }

    package static func centre(
        _ title: String, _ visit: Visit, current: String, scripts: [String] = [], form: FormFields? = nil
    ) -> AreaLayout {
        AreaLayout(
            title: title, visit: visit, label: visit.t("Centre's area"), items: visit.menu(.centre),
            current: current, scripts: scripts, form: form)
    }
}
