import HTML
import Localisation
import Media
import SiteKit
import Texts
import VolunteerCentre

/// A page of information: questions that fold, a manual that prints, or plain text.
struct InformationPageView {
    let page: InformationPage?
    let text: PageText
    /// What capabilities show below the text.
    var below = HTML.empty

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let isHelp = page == .questions || page == .manual
        return PublicLayout(
            title: text.title, description: visit.whatThisIs, visit: visit, current: isHelp ? "/faq" : "",
            scripts: page == .manual ? ["print"] : []
        ).html(
            """
            <div class="wrap narrow page"\(attribute: "lang", text.language == visit.language ? nil : text.language.tag)>
            <header class="page-head"><div><h1>\(text.title)</h1></div>
            \(if: page == .manual, "<div class=\"actions\">\(paper(visit))</div>")</header>
            \(if: page == .questions, "<p><a class=\"btn plain\" href=\"\(visit.link("/handleiding"))\">\(visit.icon("file-earmark-text"))\(t("Manual for organisations"))</a></p>")
            \(content(visit))
            \(below)
            \(if: isHelp, help(visit))
            </div>
            """)
    }

    /// A file for reading on paper or later; where none can be made, the browser's own printing.
    private func paper(_ visit: Visit) -> HTML {
        let icon = visit.icon("file-earmark-text")
        guard visit.services.pdf.isInstalled else {
            return
                "<button class=\"btn plain\" type=\"button\" data-print hidden>\(icon)\(visit.t("Print or save as PDF"))</button>"
        }
        return
            "<a class=\"btn plain\" href=\"\(visit.link("/handleiding.pdf"))\">\(icon)\(visit.t("Manual as PDF"))</a>"
    }

    /// Without the frame of the page; for a preview too.
    func content(_ visit: Visit) -> HTML {
        let document = MarkdownDocument(text.body) { visit.link($0) }
        switch page {
        case .questions: return folded(document)
        case .manual:
            let chapters = document.sections.filter { $0.level <= 2 }
            return """
                <div class="prose">\(document.lead)</div>
                <nav class="panel" aria-label="\(visit.t("In this manual"))"><ol class="bullets">\(each: chapters, { "<li><a href=\"#\($0.id)\">\($0.heading)</a></li>" })</ol></nav>
                <div class="prose">\(document.sectionsHTML)</div>
                """
        case .privacy, .accessibility, nil: return "<div class=\"prose\">\(document.html)</div>"
        }
    }

    /// Headings of the third level are questions: they open on their answer.
    private func folded(_ document: MarkdownDocument) -> HTML {
        var out: HTML = "<div class=\"prose\">\(document.lead)</div>"
        for section in document.sections {
            if section.level <= 2 {
                out +=
                    "<h2 id=\"\(section.id)\">\(section.heading)</h2>\(if: !section.content.isEmpty, "<div class=\"prose\">\(section.content)</div>")\n"
            } else {
                out += """
                    <details class="faq" id="\(section.id)"><summary><h3>\(section.heading)</h3></summary>\
                    <div class="prose">\(section.content)</div></details>

                    """
            }
        }
        return out
    }

    private func help(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Is your answer not here?"))</h2>
            <p>\(t("Mail or call us. Please mention your place of residence in your mail."))</p>
            <ul class="plain"><li>\(visit.icon("envelope"))\(visit.mailLink)</li><li>\(visit.icon("telephone"))\(visit.phoneLink)</li></ul></section>
            """
    }
}
