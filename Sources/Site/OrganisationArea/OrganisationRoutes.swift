import HTTPTypes
import Hummingbird
import SQL
import VolunteerCentre
import Web

/// The dashboard of an organisation and its responses.
enum OrganisationRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/", use: recent)
        area.get("/activiteit", use: activity)
        area.get("/wachtrij", use: queue)
        area.get("/reacties/{application}", use: application)
        DraftRoutes.add(to: area)
        VacancyRoutes.add(to: area)
        VacancyLifeRoutes.add(to: area)
        OwnOrganisationRoutes.add(to: area)
    }

    @Sendable static func recent(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let (organisation, centre, now) = (context.membership.organisation, visit.centre.id, visit.now)
        let page = try await visit.services.database.read { tx in
            RecentPage(
                name: context.membership.name,
                entries: try OrganisationActivity.recent(of: organisation, in: centre, now: now, tx),
                queue: try VacancyQueries.list(
                    in: centre, organisation: organisation, state: .queued, oldestFirst: true, page: Page(1, size: 5),
                    tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func activity(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let (organisation, centre, number) = (context.membership.organisation, visit.centre.id, visit.pageNumber)
        let list = try await visit.services.database.read { tx in
            try ApplicationQueries.list(of: organisation, in: centre, page: number, tx)
        }
        return visit.page(ActivityPage(name: context.membership.name, applications: list).html(visit))
    }

    @Sendable static func queue(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let (organisation, centre, number) = (context.membership.organisation, visit.centre.id, visit.pageNumber)
        let list = try await visit.services.database.read { tx in
            try VacancyQueries.list(
                in: centre, organisation: organisation, state: .queued, oldestFirst: true, page: number, tx)
        }
        return visit.page(QueuePage(name: context.membership.name, vacancies: list).html(visit))
    }

    @Sendable static func application(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        guard let number = context.parameters.get("application").flatMap({ Int64($0) }) else {
            throw HTTPError(.notFound)
        }
        let (actor, centre) = (context.actor, visit.centre.id)
        let application = try await visit.services.database.read { tx in
            try ApplicationQueries.find(ID(number), in: centre, tx).flatMap {
                ApplicationPolicy.canSee($0, actor) ? $0 : nil
            }
        }
        guard let application else { throw HTTPError(.notFound) }
        return visit.page(ApplicationPage(application: application).html(visit))
    }
}
