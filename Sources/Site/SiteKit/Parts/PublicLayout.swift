package import HTML
import Localisation
import VolunteerCentre

/// The public site around a page: head, menu, footer.
package struct PublicLayout {
    package var title: String
    package var description: String?
    package var visit: Visit
    /// The path of the menu entry that this page belongs to.
    package var current: String = ""
    package var scripts: [String] = []
    package var hasErrors = false
    package var head: HTML = .empty
    /// The address of a picture that stands beside the page where somebody shares it.
    package var picture: String?

    package init(
        title: String, description: String? = nil, picture: String? = nil, visit: Visit, current: String = "",
        scripts: [String] = [],
        hasErrors: Bool = false, head: HTML = .empty
    ) {
        self.title = title
        self.description = description
        self.picture = picture
        self.visit = visit
        self.current = current
        self.scripts = scripts
        self.hasErrors = hasErrors
        self.head = head
    }

    package func html(_ content: HTML) -> HTML {
        let (t, other) = (visit.t, languageSwitch)
        let frame = visit.services.frames.frame(visit, current: current)
        return """
            \(DocumentHead(title: hasErrors ? t("Error: {title}", ["title": title]) : title, description: description, visit: visit, opening: frame.head, scripts: scripts, extra: "\(shared)\(head)").html)
            \(frame.opening)\(other)\(frame.between)\(other)\(frame.closing)
            \(content)
            </main>
            \(frame.footer)
            </body></html>
            """
    }

    /// What a telephone shows of a link that somebody passes on, and where the page stands in the other language.
    private var shared: HTML {
        guard let description else { return .empty }
        let (site, path) = (visit.website, visit.path == "/" ? "" : visit.path)
        return """
            <meta property="og:title" content="\(title)"><meta property="og:description" content="\(DocumentHead.short(description))">
            <meta property="og:type" content="website"><meta property="og:site_name" content="\(visit.centre.name)"><meta property="og:url" content="\(site + visit.link(visit.path))">
            \(optional: picture, { "<meta property=\"og:image\" content=\"\(site + $0)\">" })
            <link rel="alternate" hreflang="\(visit.centre.language.tag)" href="\(site + path)"><link rel="alternate" hreflang="en" href="\(site)/en\(path)">
            """
    }

    private static func leadsElsewhere(_ path: String) -> Bool {
        path.utf8.contains(UInt8(ascii: "\\"))
            || zip(path.utf8, path.utf8.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
    }

    /// Leads to this page in the other language.
    private var languageSwitch: HTML {
        let query = visit.rawQuery.map { "?" + $0 } ?? ""
        // `//elsewhere` and `\\elsewhere` would lead a browser to another site: such a path leads home.
        let path = Self.leadsElsewhere(visit.path) ? "/" : visit.path
        if visit.language == .en {
            let tag = visit.centre.language.tag
            return "<a href=\"\(path + query)\" lang=\"\(tag)\" hreflang=\"\(tag)\">Nederlands</a>"
        }
        return
            "<a href=\"\("/en" + (path == "/" ? "" : path) + query)\" lang=\"en\" hreflang=\"en\">English</a>"
    }
}

/// Everything before the body.
struct DocumentHead {
    let title: String
    let description: String?
    let visit: Visit
    let opening: HTML
    let scripts: [String]
    var extra: HTML = .empty

    /// What is the same on all pages of a centre.
    static func opening(_ visit: Visit) -> HTML {
        """
        <!doctype html>
        <html lang="\(visit.language.tag)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="\(visit.asset("favicon.svg"))" type="image/svg+xml">
        <link rel="stylesheet" href="\(visit.asset("site.css"))">
        <link rel="stylesheet" href="\(visit.themeAddress)">
        """
    }

    /// The beginning of a text on one line, whole words.
    static func short(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        var short = ""
        for word in words {
            guard short.utf8.count + word.utf8.count < 200 else {
                return short.isEmpty ? String(word.prefix(200)) : short + " …"
            }
            short += (short.isEmpty ? "" : " ") + word
        }
        return short
    }

    var html: HTML {
        """
        \(opening)
        <title>\(title) · \(visit.centre.name)</title>
        \(optional: description, { "<meta name=\"description\" content=\"\(Self.short($0))\">" })
        \(extra)
        \(each: ["menu"] + scripts, { "<script type=\"module\" src=\"\(visit.asset("js/\($0).js"))\"></script>" })
        </head>
        """
    }
}
