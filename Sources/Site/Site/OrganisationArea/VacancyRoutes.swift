import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// An organisation's own vacancies: the overview, the profile, the form.
enum VacancyRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/vacatures", use: list)
        area.get("/vacatures/nieuw", use: newForm)
        area.post("/vacatures/nieuw", use: create)
        area.get("/vacatures/{vacancy}", use: profile)
        area.get("/vacatures/{vacancy}/bewerken", use: editForm)
        area.post("/vacatures/{vacancy}/bewerken", use: save)
    }

    @Sendable static func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let words = String((visit.query.first("q") ?? "").prefix(200))
        let shelf = VacanciesPage.Shelf(rawValue: visit.query.first("lijst") ?? "") ?? .all
        let (organisation, centre, number) = (context.membership.organisation, visit.centre.id, visit.pageNumber)
        let department = visit.query.first("afdeling").flatMap { ID<Department>($0) }
        let page = try await visit.services.database.read { tx in
            VacanciesPage(
                words: words, shelf: shelf, department: department,
                departments: try Department.all(of: organisation, in: centre, tx),
                vacancies: try VacancyQueries.list(
                    in: centre, organisation: organisation, department: department, state: shelf.state,
                    words: Folding.words(words), page: number, tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func newForm(_ request: Request, _ context: MemberContext) async throws -> Reply {
        VacancyFormReply.new(
            FormData(), FormErrors(), seal: context.visit.newSeal(), try await context.departments, context.visit)
    }

    @Sendable static func create(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let taken = try await PictureField.photograph.take(request, context)
        let departments = try await context.departments
        let (content, found) = VacancyForm.read(taken, departments, visit)
        let (errors, seal) = SealedForm.check(taken.data, found, visit)
        guard errors.isEmpty else {
            return VacancyFormReply.new(taken.data, errors, picture: taken.picture, seal: seal, departments, visit)
        }
        let (mails, actor, centre, now) = (visit.services.mails, context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try SubmitVacancy(mails: mails).new(content, submissionKey: seal, by: actor, centre: centre, now: now, tx)
        }
        switch outcome {
        case .queued(let id): return visit.redirect(.vacancy(id), saying: .queued)
        case .published(let id): return visit.redirect(.vacancy(id), saying: .published)
        case .alreadySent: return visit.redirect("/beheer/wachtrij")
        case .notFound, .changedMeanwhile: throw HTTPError(.notFound)
        }
    }

    @Sendable static func profile(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await find(context)
        let (organisation, centre, number) = (context.membership.organisation, visit.centre.id, visit.pageNumber)
        let page = try await visit.services.database.read { tx in
            VacancyProfilePage(
                vacancy: vacancy, canEdit: VacancyPolicy.canEdit(vacancy, context.actor),
                history: try StateChange.history(of: "vacancy", vacancy.id.number, in: centre, tx),
                applications: try ApplicationQueries.list(
                    .init(organisation: organisation, vacancy: vacancy.id), in: centre, page: number, tx),
                matches: try MatchQueries.list(
                    .init(organisation: organisation, vacancy: vacancy.id), in: centre, page: Page(1, size: 50), tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func editForm(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let vacancy = try await find(context)
        guard VacancyPolicy.canEdit(vacancy, context.actor) else { throw HTTPError(.notFound) }
        return VacancyFormReply.change(
            VacancyForm.data(vacancy.content), FormErrors(), of: vacancy, picture: vacancy.content.picture?.upload,
            version: vacancy.version, try await context.departments, context.visit)
    }

    @Sendable static func save(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await find(context)
        guard VacancyPolicy.canEdit(vacancy, context.actor) else { throw HTTPError(.notFound) }
        let taken = try await PictureField.photograph.take(request, context)
        let departments = try await context.departments
        let version = taken.data.first("versie").flatMap { Int($0) } ?? 0
        let (content, errors) = VacancyForm.read(taken, departments, visit)
        guard errors.isEmpty else {
            return VacancyFormReply.change(
                taken.data, errors, of: vacancy, picture: taken.picture, version: version, departments, visit)
        }
        let (mails, actor, centre, now) = (visit.services.mails, context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try SubmitVacancy(mails: mails).again(
                vacancy.id, content, version: version, by: actor, centre: centre, now: now, tx)
        }
        switch outcome {
        case .queued(let id): return visit.redirect(.vacancy(id), saying: .queued)
        case .published(let id): return visit.redirect(.vacancy(id), saying: .changed)
        case .changedMeanwhile:
            return try await VacancyFormReply.conflict(
                taken, with: try await find(context), base: version, departments, visit)
        case .notFound, .alreadySent: throw HTTPError(.notFound)
        }
    }

    static func find(_ context: MemberContext) async throws -> Vacancy {
        guard let number = context.parameters.get("vacancy").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        let (actor, centre) = (context.actor, context.visit.centre.id)
        let vacancy = try await context.visit.services.database.read { tx in
            try VacancyQueries.find(ID(number), in: centre, tx).flatMap { VacancyPolicy.canSee($0, actor) ? $0 : nil }
        }
        guard let vacancy else { throw HTTPError(.notFound) }
        return vacancy
    }
}
