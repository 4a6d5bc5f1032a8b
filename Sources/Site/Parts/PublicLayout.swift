import HTML
import Localisation
import VolunteerCentre

/// The public site around a page: head, menu, footer.
struct PublicLayout {
    var title: String
    var description: String?
    var visit: Visit
    /// The path of the menu entry that this page belongs to.
    var current: String = ""
    var scripts: [String] = []
    var hasErrors = false
    var head: HTML = .empty

    func html(_ content: HTML) -> HTML {
        let t = visit.t
        return """
            \(DocumentHead(title: hasErrors ? t("Error: {title}", ["title": title]) : title, description: description, visit: visit, scripts: scripts, extra: head).html)
            <body class="site">
            <a class="skip" href="#inhoud">\(t("To the content"))</a>
            <header class="site-head">
              <div class="wrap">
                <a class="brand" href="\(visit.link("/"))">\(visit.logo(size: 48))<span>\(visit.centre.name)</span></a>
                <nav class="site-nav" aria-label="\(t("Main menu"))">\(wide)</nav>
                \(visit.session.map(person) ?? .empty)
                <details class="site-menu pop">
                  <summary>\(visit.icon("list"))<span>\(t("Menu"))</span></summary>
                  <nav class="pop-box" aria-label="\(t("Menu"))"><ul>\(narrow)</ul></nav>
                </details>
              </div>
            </header>
            <main id="inhoud" tabindex="-1">
            \(content)
            </main>
            \(footer)
            </body></html>
            """
    }

    private func item(_ path: String, _ label: String, class name: String? = nil) -> HTML {
        """
        <a\(attribute: "class", name) href="\(visit.link(path))"\(attribute: "aria-current", current == path ? "page" : nil)>\(label)</a>
        """
    }

    private var wide: HTML {
        let t = visit.t
        return """
            \(item("/vacatures", t("Vacancies"))) \(item("/faq", t("FAQ"))) \(languageSwitch)
            \(if: visit.session == nil, item("/inloggen", t("Log in"), class: "caps"))
            \(item("/inschrijven", t("Register"), class: "btn caps"))
            """
    }

    private var narrow: HTML {
        let t = visit.t
        return """
            <li>\(item("/vacatures", t("Vacancies")))</li><li>\(item("/faq", t("FAQ")))</li>
            \(if: visit.session == nil, "<li>\(item("/inloggen", t("Log in"), class: "caps"))</li>")
            <li>\(item("/inschrijven", t("Register"), class: "caps"))</li><li>\(languageSwitch)</li>
            \(visit.session.map(personItems) ?? .empty)
            """
    }

    /// Leads to this page in the other language.
    private var languageSwitch: HTML {
        let query = visit.rawQuery.map { "?" + $0 } ?? ""
        // `//elsewhere` and `\\elsewhere` would lead a browser to another site: such a path leads home.
        let path = visit.path.contains("//") || visit.path.contains("\\") ? "/" : visit.path
        if visit.language == .en {
            let tag = visit.centre.language.tag
            return "<a href=\"\(path + query)\" lang=\"\(tag)\" hreflang=\"\(tag)\">Nederlands</a>"
        }
        return
            "<a href=\"\("/en" + (path == "/" ? "" : path) + query)\" lang=\"en\" hreflang=\"en\">English</a>"
    }

    private func person(_ session: Session) -> HTML {
        """
        <details class="person pop">
          <summary>\(visit.icon("person-circle"))<span class="visually-hidden">\(visit.t("My account"))</span></summary>
          <div class="pop-box">
            <p><strong>\(session.name)</strong> \(session.organisation?.name ?? visit.centre.name)</p>
            <ul>\(personItems(session))</ul>
          </div>
        </details>
        """
    }

    private func personItems(_ session: Session) -> HTML {
        """
        \(if: session.organisation != nil, "<li><a href='\(visit.link("/beheer"))'>\(visit.icon("speedometer2"))\(visit.t("Management area"))</a></li>")
        \(if: session.staffRole != nil, "<li><a href='\(visit.link("/centrum"))'>\(visit.icon("house"))\(visit.t("Centre's area"))</a></li>")
        \(if: session.volunteer != nil, "<li><a href='\(visit.link("/mijn"))'>\(visit.icon("heart"))\(visit.t("My volunteer work"))</a></li>")
        <li><a href="\(visit.link("/account"))">\(visit.icon("person"))\(visit.t("My account"))</a></li>
        <li>\(visit.logOutForm(icon: "box-arrow-right"))</li>
        """
    }

    /// A page that the centre added: in its own language when it is there in no other.
    private func information(_ page: Centre.PageLink) -> HTML {
        let own = page.titles[visit.language]
        let title = own ?? page.titles[visit.centre.language] ?? ""
        guard !title.isEmpty else { return .empty }
        return """
            <li><a href="\(visit.link("/info/" + page.name))"\(attribute: "lang", own == nil ? visit.centre.language.tag : nil)>\(title)</a></li>
            """
    }

    private var footer: HTML {
        let (t, centre) = (visit.t, visit.centre)
        return """
            <footer class="site-foot">
              <div class="wrap">
                <div><h2>\(centre.name)</h2>
                <p>\(t("Volunteering in {places}", ["places": visit.places]))</p>
                \(if: !centre.openingHours.isEmpty, "<p\(visit.theirs)>\(centre.openingHours)</p>")
                \(optional: centre.holiday(visit.today), { "<p><strong>\(t("We are closed {period}.", ["period": visit.period($0)]))</strong></p>" })</div>
                <div><h2>\(t("Questions? Drop in, call or mail"))</h2>
                <ul class="plain">
                <li>\(visit.icon("envelope"))\(visit.mailLink)</li>
                \(if: !centre.phone.isEmpty, "<li>\(visit.icon("telephone"))\(visit.phoneLink)</li>")
                \(if: !centre.address.isEmpty, "<li>\(visit.icon("geo-alt"))<span\(visit.theirs)>\(centre.address)</span></li>")
                </ul>
                <p>\(t("Please mention your place of residence in your mail."))</p></div>
                <nav aria-label="\(t("About this site"))"><ul class="plain">
                \(each: centre.pages, { information($0) })
                <li><a href="\(visit.link("/toegankelijkheid"))">\(t("Accessibility"))</a></li>
                <li><a href="\(visit.link("/privacy"))">\(t("Privacy"))</a></li>
                <li><a href="\(visit.link("/faq"))">\(t("Frequently asked questions"))</a></li>
                \(if: visit.services.isDemo, "<li><a href='\(visit.link("/stijlgids"))'>\(t("Style guide"))</a></li>")
                </ul></nav>
              </div>
            </footer>
            """
    }
}

/// Everything before the body.
struct DocumentHead {
    let title: String
    let description: String?
    let visit: Visit
    let scripts: [String]
    var extra: HTML = .empty

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(visit.language.tag)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title) · \(visit.centre.name)</title>
        \(optional: description, { "<meta name=\"description\" content=\"\($0)\">" })
        <link rel="icon" href="\(visit.asset("favicon.svg"))" type="image/svg+xml">
        <link rel="stylesheet" href="\(visit.asset("site.css"))">
        <link rel="stylesheet" href="\(visit.themeAddress)">
        \(extra)
        \(each: ["menu"] + scripts, { "<script type=\"module\" src=\"\(visit.asset("js/\($0).js"))\"></script>" })
        </head>
        """
    }
}
