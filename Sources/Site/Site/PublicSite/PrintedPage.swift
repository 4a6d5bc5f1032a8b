import HTML
import Localisation
import SiteKit
import Texts
import VolunteerCentre

/// A page of information as a document on paper, complete in itself: for the printer of PDFs.
struct PrintedPage {
    let text: PageText

    func html(_ visit: Visit) -> HTML {
        let document = MarkdownDocument(text.body) { visit.website + visit.link($0) }
        let chapters = document.sections.filter { $0.level <= 2 }
        return """
            <!doctype html>
            <html lang="\(text.language.tag)"><head><meta charset="utf-8"><title>\(text.title)</title>
            <meta name="author" content="\(visit.centre.name)"><style>
            @page { size: A4; margin: 22mm 20mm 24mm; @bottom-left { content: string(centre); font: 9pt "Open Sans", sans-serif; color: #555 }
              @bottom-right { content: counter(page) " / " counter(pages); font: 9pt "Open Sans", sans-serif; color: #555 } }
            body { font: 11pt/1.5 "Open Sans", "DejaVu Sans", sans-serif; color: #1a1d21 }
            header { border-block-end: 2pt solid #1a1d21; margin-block-end: 12pt }
            header p { string-set: centre content(); margin: 0; font-weight: bold }
            h1 { font-size: 24pt; line-height: 1.2; margin: 4pt 0 10pt }
            h2 { font-size: 15pt; margin: 20pt 0 4pt; break-after: avoid }
            h3 { font-size: 12pt; margin: 14pt 0 2pt; break-after: avoid }
            p, ol, ul { margin: 0 0 8pt } li { margin-block-end: 3pt; break-inside: avoid } ol, ul { padding-inline-start: 18pt }
            nav ol { list-style: none; padding: 0 } nav a { color: inherit; text-decoration: none }
            nav a::after { content: leader(".") target-counter(attr(href), page) }
            a { color: #0b5cad } footer { margin-block-start: 24pt; font-size: 10pt }
            </style></head><body>
            <header><p>\(visit.centre.name)</p><h1>\(text.title)</h1></header>
            \(document.lead)
            <nav><ol>\(each: chapters, { "<li><a href=\"#\($0.id)\">\($0.heading)</a></li>" })</ol></nav>
            <main>\(document.sectionsHTML)</main>
            <footer><p>\(visit.t("Questions? Drop in, call or mail"))<br>\(visit.centre.email) \(visit.centre.phone)<br>\(visit.website)</p></footer>
            </body></html>
            """
    }
}
