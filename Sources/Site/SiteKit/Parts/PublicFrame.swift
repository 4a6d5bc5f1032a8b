package import HTML
import Localisation
import SQL
import Synchronization
import Time
import VolunteerCentre

/// What stands around every page of the public site, in pieces: the links to this page in the other language go between.
package struct PublicFrame: Sendable {
    package let head: HTML
    package let opening: HTML
    package let between: HTML
    package let closing: HTML
    package let footer: HTML

    /// - Parameter current: the path of the menu entry that the page belongs to.
    package init(_ visit: Visit, current: String) {
        let t = visit.t
        func item(_ path: String, _ label: String, class name: String? = nil) -> HTML {
            """
            <a\(attribute: "class", name) href="\(visit.link(path))"\(attribute: "aria-current", current == path ? "page" : nil)>\(label)</a>
            """
        }
        head = DocumentHead.opening(visit)
        opening = """
            <body class="site">
            <a class="skip" href="#inhoud">\(t("To the content"))</a>
            <header class="site-head">
              <div class="wrap">
                <a class="brand" href="\(visit.link("/"))">\(visit.logo(size: 48))<span>\(visit.centre.name)</span></a>
                <nav class="site-nav" aria-label="\(t("Main menu"))">\
            \(item("/vacatures", t("Vacancies", context: "visitor"))) \(item("/past-bij-jou", t("What suits you?"))) \(item("/faq", t("FAQ"))) 
            """
        between = """

            \(if: visit.session == nil, item("/inloggen", t("Log in"), class: "caps"))
            \(item("/inschrijven", t("Register"), class: "btn caps"))</nav>
                \(visit.session.map { Self.person($0, visit) } ?? .empty)
                <details class="site-menu pop">
                  <summary>\(visit.icon("list"))<span>\(t("Menu"))</span></summary>
                  <nav class="pop-box" aria-label="\(t("Menu"))"><ul>\
            <li>\(item("/vacatures", t("Vacancies", context: "visitor")))</li><li>\(item("/past-bij-jou", t("What suits you?")))</li><li>\(item("/faq", t("FAQ")))</li>
            \(if: visit.session == nil, "<li>\(item("/inloggen", t("Log in"), class: "caps"))</li>")
            <li>\(item("/inschrijven", t("Register"), class: "caps"))</li><li>
            """
        closing = """
            </li>
            \(visit.session.map { Self.personItems($0, visit) } ?? .empty)</ul></nav>
                </details>
              </div>
            </header>
            <main id="inhoud" tabindex="-1">
            """
        footer = Self.footer(visit)
    }

    private static func person(_ session: Session, _ visit: Visit) -> HTML {
        """
        <details class="person pop">
          <summary>\(visit.icon("person-circle"))<span class="visually-hidden">\(visit.t("My account"))</span></summary>
          <div class="pop-box">
            <p><strong>\(session.name)</strong> \(session.organisation?.name ?? visit.centre.name)</p>
            <ul>\(personItems(session, visit))</ul>
          </div>
        </details>
        """
    }

    private static func personItems(_ session: Session, _ visit: Visit) -> HTML {
        """
        \(if: session.organisation != nil, "<li><a href='\(visit.link("/beheer"))'>\(visit.icon("speedometer2"))\(visit.t("Management area"))</a></li>")
        \(if: session.staffRole != nil, "<li><a href='\(visit.link("/centrum"))'>\(visit.icon("house"))\(visit.t("Centre's area"))</a></li>")
        \(if: session.volunteer != nil, "<li><a href='\(visit.link("/mijn"))'>\(visit.icon("heart"))\(visit.t("My volunteer work"))</a></li>")
        \(if: session.choices.isOpen, "<li><a href='\(visit.link("/account/kies"))'>\(visit.icon("people"))\(visit.t("Go on as somebody else"))</a></li>")
        <li><a href="\(visit.link("/account"))">\(visit.icon("person"))\(visit.t("My account"))</a></li>
        <li>\(visit.logOutForm(icon: "box-arrow-right"))</li>
        """
    }

    /// A page that the centre added: in its own language when it is there in no other.
    private static func information(_ page: Centre.PageLink, _ visit: Visit) -> HTML {
        let own = page.titles[visit.language]
        let title = own ?? page.titles[visit.centre.language] ?? ""
        guard !title.isEmpty else { return .empty }
        return """
            <li><a href="\(visit.link("/info/" + page.name))"\(attribute: "lang", own == nil ? visit.centre.language.tag : nil)>\(title)</a></li>
            """
    }

    private static func footer(_ visit: Visit) -> HTML {
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
                \(each: centre.pages, { information($0, visit) })
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

/// The frames of visitors without a log-in, who all see the same: kept until the centre or the day is another.
package final class PublicFrames: Sendable {
    private struct Key: Hashable {
        let centre: ID<Centre>
        let language: Language
        let current: String
    }

    private struct Kept {
        var centre: Centre
        let today: CalendarDate
        let frame: PublicFrame
    }

    private let kept = Mutex<[Key: Kept]>([:])

    package func frame(_ visit: Visit, current: String) -> PublicFrame {
        guard visit.session == nil else { return PublicFrame(visit, current: current) }
        let key = Key(centre: visit.centre.id, language: visit.language, current: current)
        let today = visit.today
        let known = kept.withLock { all -> PublicFrame? in
            guard let known = all[key], known.today == today, known.centre == visit.centre else { return nil }
            // The next comparison meets the same storage, and is short.
            all[key]?.centre = visit.centre
            return known.frame
        }
        if let known { return known }
        let frame = PublicFrame(visit, current: current)
        kept.withLock { $0[key] = Kept(centre: visit.centre, today: today, frame: frame) }
        return frame
    }
}
