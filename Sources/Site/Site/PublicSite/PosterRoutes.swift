import HTML
import HTTPTypes
import Hummingbird
import Localisation
import Media
import SiteKit
import VolunteerCentre
import Web

/// Posters and the list for paper: on the screen, as a PDF that can be read aloud, as text.
enum PosterRoutes {
    static func add(to router: Router<SiteContext>) {
        router.get("/vacatures/{vacancy}/poster") { _, context in
            let (poster, visit) = try await find(context)
            let path = "/vacatures/\(poster.vacancy.id)/poster"
            return visit.page(
                PaperPage(title: poster.vacancy.content.title, content: poster.html(visit), pdf: path + ".pdf")
                    .html(visit))
        }
        router.get("/vacatures/{vacancy}/poster.pdf") { _, context in
            let (poster, visit) = try await find(context)
            return try await pdf(poster.vacancy.content.title, poster.html(visit), visit)
        }
        router.get("/vacatures/lijst") { _, context in
            let visit = try context.visit
            let filter = VacancyFilter(visit)
            return visit.page(
                PaperPage(
                    title: visit.t("Volunteers wanted"), content: list(filter, visit).html(visit),
                    pdf: filter.address(VacancyListPage.onPaper + ".pdf"),
                    text: filter.address(VacancyListPage.onPaper + ".txt")
                ).html(visit))
        }
        router.get("/vacatures/lijst.pdf") { _, context in
            let visit = try context.visit
            return try await pdf(
                visit.t("Volunteers wanted"), list(VacancyFilter(visit), visit).html(visit), visit)
        }
        router.get("/vacatures/lijst.txt") { _, context in
            let visit = try context.visit
            return Reply(
                headers: [.contentType: "text/plain; charset=utf-8"],
                body: Array(list(VacancyFilter(visit), visit).text(visit).utf8), shared: visit.session == nil)
        }
    }

    /// Only of what can be responded to: a poster of something closed would be hung for nothing.
    private static func find(_ context: SiteContext) async throws -> (Poster, Visit) {
        let visit = try context.visit
        let page = try await VacancyPage.find(context.parameters.get("vacancy") ?? "", visit)
        guard page.isOpen else { throw HTTPError(.notFound) }
        return (Poster(vacancy: page.vacancy, organisation: page.organisation), visit)
    }

    private static func list(_ filter: VacancyFilter, _ visit: Visit) -> VacancySheet {
        var search = filter.search
        if filter.question.words.isEmpty { search.order = .newest }
        let found = visit.services.finder.search(
            search, in: visit.centre, page: Page(1, size: VacancySheet.most), now: visit.now)
        let cards = found.cards.elements
        return VacancySheet(cards: cards, more: found.cards.total - cards.count)
    }

    private static func pdf(_ title: String, _ content: HTML, _ visit: Visit) async throws -> Reply {
        guard visit.services.pdf.isInstalled else { throw HTTPError(.notFound) }
        let document = PosterDocument(title: title, content: content).html(visit)
        return Reply(
            headers: [
                .contentType: "application/pdf",
                .contentDisposition: "attachment; filename=\"\(Slug.make(title)).pdf\"",
            ], body: try await visit.services.pdf(document.string), shared: visit.session == nil)
    }
}

/// What goes on paper, on the screen first: the sheet itself, and the ways to print or keep it.
struct PaperPage {
    let title: String
    let content: HTML
    let pdf: String
    /// The same as plain text.
    var text: String?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: title, visit: visit, current: "/vacatures/", scripts: ["print"]).html(
            """
            <div class="wrap page paper"><p class="actions"><button class="btn" type="button" data-print hidden>\(visit.icon("file-earmark-text"))\(t("Print"))</button>
            \(if: visit.services.pdf.isInstalled, "<a class=\"btn plain\" href=\"\(visit.link(pdf))\">\(visit.icon("file-earmark-text"))\(t("As a PDF"))</a>")
            \(optional: text, { "<a class=\"btn plain\" href=\"\(visit.link($0))\">\(visit.icon("card-text"))\(t("As plain text"))</a>" })</p>
            \(content)</div>
            """)
    }
}
