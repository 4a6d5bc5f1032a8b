import HTTPTypes
import Hummingbird
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Who is helped on after a no.
enum HandedBackRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/verder-helpen", use: list)
        area.get("/verder-helpen/{application}", use: show)
        area.post("/verder-helpen/{application}/geholpen", use: helped)
    }

    @Sendable private static func list(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let page = try await context.read { work in
            let applications = try ApplicationQueries.handedBack(in: work, page: visit.pageNumber)
            return HandedBackPage(
                applications: applications,
                causes: try ApplicationQueries.causes(
                    of: applications.elements.map(\.id), in: work.centre.id, work.tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable private static func show(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        // Back, after somebody helped her: not an address with a mistake in it.
        let wasHere = try await context.read { work in
            try ApplicationQueries.find(id, in: work.centre.id, work.tx).map { $0.helpedAt != nil } ?? false
        }
        if wasHere { return visit.redirect(.handedBack, saying: .gone) }
        let page = try await context.carryOut { work -> HelpOnPage? in
            guard let application = try HandBack.open(id, in: work) else { return nil }
            return HelpOnPage(
                application: application,
                cause: try ApplicationQueries.causes(of: [id], in: work.centre.id, work.tx)[id],
                others: try VacancyQueries.find(application.vacancy, in: work.centre.id, work.tx).map {
                    try visit.services.finder.elsewhere(than: application, $0, in: work, count: 3)
                } ?? [])
        }
        return visit.page(page.html(visit)).unshared
    }

    @Sendable private static func helped(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        switch try await context.write({ work in try HandBack.helped(id, in: work) }) {
        case .done: return context.visit.redirect(.handedBack, saying: .helped)
        case .already: return context.visit.redirect(.handedBack, saying: .gone)
        case .notFound: throw HTTPError(.notFound)
        }
    }
}
