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
        let words = visit.searchWords
        let shelf = VacanciesPage.Shelf(rawValue: visit.query.first("lijst") ?? "") ?? .all
        let (organisation, part) = (context.membership.organisation, visit.listPage)
        let department = visit.query.first("afdeling").flatMap { ID<Department>($0) }
        let isOwn = visit.query.first("van") == "ik"
        let standard = ListOrder(VacancyQueries.Key.changed, descends: true)
        let order = visit.order(standard)
        let page = try await context.read { work in
            VacanciesPage(
                words: words, shelf: shelf, isOwn: isOwn, department: department,
                departments: try Department.all(of: organisation, in: work.centre.id, work.tx),
                vacancies: try VacancyQueries.list(
                    in: work.centre.id, organisation: organisation, department: department,
                    contactPerson: isOwn ? context.session.account : nil, state: shelf.state,
                    words: Folding.words(words), order: order, page: part, work.tx),
                list: ListAddress(
                    "/beheer/vacatures",
                    [
                        ("lijst", shelf.rawValue), ("q", words), ("afdeling", department?.description ?? ""),
                        ("van", isOwn ? "ik" : ""),
                    ],
                    order: order, standard: standard))
        }
        return visit.asksForFile ? page.table.file(visit) : visit.page(page.html(visit))
    }

    /// The seal stands in the address, so that Back and reload find the same form, and what was made with it.
    @Sendable static func newForm(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        guard let seal = visit.query.first("zegel"), visit.services.seal.check(seal, now: visit.now) != .forged else {
            return visit.redirect("/beheer/vacatures/nieuw?zegel=\(visit.newSeal())")
        }
        let organisation = context.membership.organisation
        let made = try await context.read { work in
            try VacancyQueries.made(with: seal, of: organisation, in: work).map {
                ($0, VacancyPolicy.acts($0, work.actor))
            }
        }
        guard let (vacancy, acts) = made else {
            let writer = try await context.writer
            return VacancyFormReply.new(VacancyForm.beginning(writer, visit), FormErrors(), seal: seal, writer, visit)
        }
        guard acts.contains(.edit) else { return visit.redirect("/beheer/vacatures/\(vacancy.id)") }
        return visit.redirect(.vacancyForm(vacancy.id), saying: acts.contains(.keepDraft) ? nil : .sentBefore)
    }

    @Sendable static func create(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let taken = try await PictureField.photograph.take(request, context)
        let writer = try await context.writer
        let (content, found) = VacancyForm.read(taken, writer.departments, visit)
        let (errors, seal) = SealedForm.check(taken.data, found, visit)
        guard errors.isEmpty else {
            return VacancyFormReply.new(taken.data, errors, picture: taken.picture, seal: seal, writer, visit)
        }
        let version = VacancyForm.version(taken.data)
        let outcome = try await context.write { work in
            try SubmitVacancy.new(content, submissionKey: seal, version: version, in: work)
        }
        switch outcome {
        case .queued(let id): return visit.redirect(.vacancy(id), saying: .queued)
        case .published(let id): return visit.redirect(.vacancy(id), saying: .published)
        case .pending(let id): return visit.redirect(.vacancy(id), saying: .pending)
        case .unchanged(let id): return visit.redirect(.vacancy(id), saying: .unchanged)
        case .alreadySent: return visit.redirect("/beheer/wachtrij")
        case .changedMeanwhile: return try await VacancyFormReply.conflict(taken, seal: seal, writer, context)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func profile(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await find(context)
        let (organisation, number) = (context.membership.organisation, visit.pageNumber)
        let page = try await context.read { work -> VacancyProfilePage in
            let applications = try ApplicationQueries.list(
                .init(organisation: organisation, vacancy: vacancy.id), in: work.centre.id, page: number, work.tx)
            let closing = try ApplicationQueries.closing(at: vacancy.id, in: work.centre.id, work.tx)
                .compactMap(\.closing)
            let last = closing.max { $0.due < $1.due }
            return VacancyProfilePage(
                vacancy: vacancy, acts: VacancyPolicy.acts(vacancy, work.actor),
                timeline: try Timeline.of("vacancy", vacancy.id.number, in: work.centre.id, work.tx),
                contactChanges: try ContactChange.history(of: vacancy.id, in: work.centre.id, work.tx),
                people: try OrganisationQueries.members(of: organisation, in: work.centre.id, work.tx),
                applications: applications,
                waiting: applications.elements.count { ApplicationPolicy.acts($0, work.actor).contains(.decline) },
                matches: try MatchQueries.list(
                    .init(organisation: organisation, vacancy: vacancy.id), in: work.centre.id, page: Page(1, size: 50),
                    work.tx),
                closing: last, closingCount: closing.count { $0.due == last?.due },
                daysOnlyInWords: visit.services.finder.daysOnlyInWords(vacancy.newest, at: visit.centre))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func editForm(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let vacancy = try await find(context)
        guard VacancyPolicy.acts(vacancy, context.actor).contains(.edit) else { throw HTTPError(.notFound) }
        return VacancyFormReply.change(
            VacancyForm.data(vacancy.newest), FormErrors(), of: vacancy, picture: vacancy.newest.picture?.upload,
            version: vacancy.version, try await context.writer, context)
    }

    @Sendable static func save(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await find(context)
        guard VacancyPolicy.acts(vacancy, context.actor).contains(.edit) else { throw HTTPError(.notFound) }
        let taken = try await PictureField.photograph.take(request, context)
        let writer = try await context.writer
        let version = VacancyForm.version(taken.data)
        let (content, errors) = VacancyForm.read(taken, writer.departments, visit)
        guard errors.isEmpty else {
            return VacancyFormReply.change(
                taken.data, errors, of: vacancy, picture: taken.picture, version: version, writer, context)
        }
        let outcome = try await context.write { work in
            try SubmitVacancy.again(vacancy.id, content, version: version, in: work)
        }
        switch outcome {
        case .queued(let id): return visit.redirect(.vacancy(id), saying: .queued)
        case .published(let id): return visit.redirect(.vacancy(id), saying: .changed)
        case .pending(let id): return visit.redirect(.vacancy(id), saying: .pending)
        case .unchanged(let id): return visit.redirect(.vacancy(id), saying: .unchanged)
        case .changedMeanwhile:
            return try await VacancyFormReply.conflict(
                taken, with: try await find(context), base: version, writer, context)
        case .notFound, .alreadySent: throw HTTPError(.notFound)
        }
    }

    static func find(_ context: MemberContext) async throws -> Vacancy {
        let id: ID<Vacancy> = try context.id("vacancy")
        return try await context.find { work in try VacancyQueries.seen(id, in: work) }
    }
}
