import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Bewaard*: vacancies and searches that a volunteer keeps.
enum KeptRoutes {
    static func add(to area: RouterGroup<VolunteerContext>) {
        area.get("/bewaard", use: page)
        area.post("/bewaard/{vacancy}", use: keep)
        area.post("/bewaard/{vacancy}/weg", use: letGo)
        // Back after it was taken away: there is nothing to keep.
        area.get("/bewaard/{vacancy}/weg") { _, context in context.visit.redirect("/mijn/bewaard") }
        // Who logged in to keep something arrives here.
        area.get("/bewaard/{vacancy}", use: arrived)
        area.post("/zoekopdrachten", use: keepSearch)
        area.get("/zoekopdrachten", use: arrivedForSearch)
        area.get("/zoekopdrachten/{search}", use: open)
        area.post("/zoekopdrachten/{search}", use: change)
        area.post("/zoekopdrachten/{search}/weg", use: letGoSearch)
    }

    @Sendable static func page(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let page = try await context.read { work in
            KeptPage(
                favourites: try Favourite.list(
                    of: context.volunteer, in: work.centre, today: work.today, page: visit.pageNumber, work.tx),
                searches: try SavedSearch.all(of: context.volunteer, in: work.centre.id, work.tx),
                pausedUntil: try VolunteerQueries.find(context.volunteer, in: work.centre.id, work.tx)?.pausedUntil)
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func keep(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let id = try vacancy(context)
        switch try await context.write({ work in try KeepVacancy.keep(id, in: work) }) {
        case .kept: return visit.redirect(.publicVacancy(id), saying: .kept)
        case .tooMany: return visit.redirect(.kept, saying: .full)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    /// A heart that was tapped on the way to here: asked once more, as a link could have been sent by anybody.
    @Sendable private static func arrived(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let (visit, id) = (context.visit, try vacancy(context))
        let (title, isKept) = try await context.read { work in
            (try KeepVacancy.title(of: id, in: work), try Favourite.contains(id, of: context.volunteer, work.tx))
        }
        guard let title, !isKept else { return visit.redirect(.publicVacancy(id), saying: isKept ? .kept : nil) }
        return visit.page(KeepPage(what: title, path: visit.path, fields: [], back: "/vacatures/\(id)").html(visit))
    }

    /// The same of a search.
    @Sendable private static func arrivedForSearch(_ request: Request, _ context: VolunteerContext) async throws
        -> Reply
    {
        let visit = context.visit
        let filter = VacancyFilter(visit)
        guard !filter.isEmpty else { return visit.redirect("/mijn/bewaard") }
        let board = filter.address(VacancyListPage.path)
        guard let (question, frequency) = KeptQuestion.read(visit.query, visit) else { return visit.redirect(board) }
        let isKept = try await context.read { work in
            try SavedSearch.all(of: context.volunteer, in: work.centre.id, work.tx).contains { $0.question == question }
        }
        guard !isKept else { return visit.redirect(.kept, saying: .search) }
        let fields = filter.pairs + [("vaak", frequency.rawValue)]
        let page = KeepPage(
            what: "\(filter.name(visit)) (\(visit.t("Mail")): \(visit.word(frequency)))", path: KeptQuestion.path,
            fields: fields, back: board)
        return visit.page(page.html(visit))
    }

    @Sendable static func letGo(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let id = try vacancy(context)
        try await context.carryOut { work in try KeepVacancy.letGo(id, in: work) }
        return context.visit.redirect(.kept, saying: .removed)
    }

    @Sendable static func keepSearch(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let data = try await request.form()
        guard let (question, frequency) = KeptQuestion.read(data, visit) else {
            return visit.redirect(VacancyFilter(data, visit).address(VacancyListPage.path))
        }
        let outcome = try await context.write { work in try ChangeSavedSearches.keep(question, frequency, in: work) }
        return visit.redirect(.kept, saying: outcome == .tooMany ? .full : .search)
    }

    /// The mail about a search leads here, and from here to what it finds now.
    @Sendable static func open(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let (id, own) = (try search(context), context.volunteer)
        let found = try await context.read { work in try SavedSearch.find(id, in: work.centre.id, work.tx) }
        guard let found, found.volunteer == own else { throw HTTPError(.notFound) }
        guard let question = found.question else { return visit.redirect("/mijn/past-bij-mij") }
        var filter = VacancyFilter(question, visit)
        filter.sort = .newest
        return visit.redirect(filter.address(VacancyListPage.path))
    }

    @Sendable static func change(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let id = try search(context)
        guard let frequency = try await request.form().first("vaak").flatMap({ SavedSearch.Frequency(rawValue: $0) })
        else { throw HTTPError(.badRequest) }
        try await context.carryOut { work in try ChangeSavedSearches.change(id, frequency, in: work) }
        return context.visit.redirect(.kept, saying: .mail)
    }

    @Sendable static func letGoSearch(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let id = try search(context)
        try await context.carryOut { work in try ChangeSavedSearches.letGo(id, in: work) }
        return context.visit.redirect(.kept, saying: .removed)
    }

    private static func vacancy(_ context: VolunteerContext) throws -> ID<Vacancy> { try context.id("vacancy") }

    private static func search(_ context: VolunteerContext) throws -> ID<SavedSearch> { try context.id("search") }
}
