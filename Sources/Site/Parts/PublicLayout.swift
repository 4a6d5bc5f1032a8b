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
        let (t, other) = (visit.t, languageSwitch)
        let frame = visit.services.frames.frame(visit, current: current)
        return """
            \(DocumentHead(title: hasErrors ? t("Error: {title}", ["title": title]) : title, description: description, visit: visit, scripts: scripts, extra: head).html)
            \(frame.opening)\(other)\(frame.between)\(other)\(frame.closing)
            \(content)
            </main>
            \(frame.footer)
            </body></html>
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
