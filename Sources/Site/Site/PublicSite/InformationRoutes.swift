import HTML
import Hummingbird
import Localisation
import Media
import SQL
import SiteKit
import Texts
import VolunteerCentre
import Web

/// The pages of information: those that every centre has, and those that it added.
enum InformationRoutes {
    static func add(to router: Router<SiteContext>) {
        for page in InformationPage.allCases {
            router.get(RouterPath(page.path)) { _, context in
                let visit = try context.visit
                let text = try await text(page.rawValue, visit)
                let below: HTML =
                    switch page {
                    case .questions: try await visit.slot(.questions)
                    case .privacy: try await KeptFor.find(visit).html(visit)
                    case .manual, .accessibility: .empty
                    }
                return visit.page(InformationPageView(page: page, text: text, below: below).html(visit))
            }
        }
        router.get("/handleiding.pdf") { _, context in
            let visit = try context.visit
            guard visit.services.pdf.isInstalled else { throw HTTPError(.notFound) }
            let page = PrintedPage(text: try await text(InformationPage.manual.rawValue, visit))
            let bytes = try await visit.services.pdf(page.html(visit).string)
            return Reply(
                headers: [
                    .contentType: "application/pdf",
                    .contentDisposition: "attachment; filename=\"\(Slug.make(page.text.title)).pdf\"",
                ], body: bytes, shared: visit.session == nil)
        }
        router.get("/info/{page}") { _, context in
            let visit = try context.visit
            let name = context.parameters.get("page") ?? ""
            guard InformationPage(rawValue: name) == nil else { throw HTTPError(.notFound) }
            return visit.page(InformationPageView(page: nil, text: try await text(name, visit)).html(visit))
        }
    }

    private static func text(_ name: String, _ visit: Visit) async throws -> PageText {
        let (language, standard) = (visit.language, visit.services.pages)
        return try await visit.find { work in
            try PageText.find(name, in: language, of: work.centre, standard: standard, work.tx)
        }
    }
}
