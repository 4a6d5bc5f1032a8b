import HTTPTypes
import Hummingbird
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The dashboard of an organisation: what is new, what there was, what waits; and the search in all of it.
enum OrganisationRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/", use: recent)
        area.get("/activiteit", use: activity)
        area.get("/wachtrij", use: queue)
        area.get("/zoeken", use: search)
        ApplicationRoutes.add(to: area)
        InvitationRoutes.add(to: area)
        DraftRoutes.add(to: area)
        VacancyRoutes.add(to: area)
        VacancyLifeRoutes.add(to: area)
        ConfirmRoutes.add(to: area)
        OwnOrganisationRoutes.add(to: area)
        CandidateRoutes.add(to: area)
    }

    @Sendable static func recent(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let organisation = context.organisation
        let page = try await context.read { work in
            RecentPage(
                name: context.membership.name,
                waiting: try OrganisationActivity.waiting(of: organisation, in: work.centre, work.tx),
                toLookAt: try VacancyQueries.toLookAt(of: organisation, in: work.centre.id, work.tx),
                isAlone: try !context.session.isOnBehalf && context.membership.decides
                    && Reachability.isAlone(organisation, in: work.centre.id, now: work.now, work.tx),
                entries: try OrganisationActivity.recent(of: organisation, in: work.centre.id, now: work.now, work.tx),
                queue: try VacancyQueries.list(
                    in: work.centre.id, organisation: organisation, state: .queued, order: .init(.queued),
                    page: Page(1, size: 5), work.tx),
                answers: try AnswerRecord.of(organisation, in: work.centre.id, now: work.now, work.tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func activity(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let list = ActivityList(rawValue: visit.query.first("lijst") ?? "") ?? .responsesByVolunteer
        let page = ActivityPage(
            name: context.membership.name, list: list,
            rows: try await context.read { work in try rows(of: list, context, work) })
        // Apart from the reading, so that a large file holds up nobody who writes.
        if visit.asksForFile { try await context.write { work in try ExportPeople.record(in: work) } }
        return visit.asksForFile ? page.file(visit) : visit.page(page.html(visit))
    }

    private static func rows(
        of list: ActivityList, _ context: MemberContext, _ work: UnitOfWork
    ) throws -> ActivityPage.Rows {
        let (visit, organisation) = (context.visit, context.organisation)
        let (path, query) = ("/beheer/activiteit", [("lijst", list.rawValue)])
        switch list.content {
        case .applications(let kind):
            let order = visit.order(list.applicationOrder)
            let found = try ApplicationQueries.list(
                .init(organisation: organisation, kind: kind, order: order), in: work.centre.id, page: visit.listPage,
                work.tx)
            return .applications(found, ListAddress(path, query, order: order, standard: list.applicationOrder))
        case .matches:
            let order = visit.order(list.matchOrder)
            let found = try MatchQueries.list(
                .init(organisation: organisation, order: order), in: work.centre.id, page: visit.listPage, work.tx)
            return .matches(found, ListAddress(path, query, order: order, standard: list.matchOrder))
        }
    }

    @Sendable static func queue(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let list = try await context.read { work in
            try VacancyQueries.list(
                in: work.centre.id, organisation: context.organisation, state: .queued, order: .init(.queued),
                page: visit.pageNumber, work.tx)
        }
        return visit.page(QueuePage(name: context.membership.name, vacancies: list).html(visit))
    }

    @Sendable static func search(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let text = visit.searchWords
        let words = Folding.words(text)
        let (organisation, number) = (context.organisation, visit.pageNumber)
        guard !words.isEmpty else { return visit.page(OwnSearchPage(words: text, found: nil).html(visit)) }
        let found = try await context.read { work in
            OwnSearchPage.Found(
                vacancies: try VacancyQueries.list(
                    in: work.centre.id, organisation: organisation, words: words, page: number, work.tx),
                applications: try ApplicationQueries.list(
                    .init(organisation: organisation, words: text), in: work.centre.id, page: number, work.tx),
                matches: try MatchQueries.list(
                    .init(organisation: organisation, words: words), in: work.centre.id, page: number, work.tx))
        }
        return visit.page(OwnSearchPage(words: text, found: found).html(visit))
    }
}
