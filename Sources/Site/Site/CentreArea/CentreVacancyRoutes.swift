import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The centre's side of vacancies: all of them, one of them, and the three decisions about one in the queue.
enum CentreVacancyRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/vacatures", use: list)
        area.get("/vacatures/{vacancy}") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/vacatures/{vacancy}/accorderen") { request, context in
            try await review(request, context) { _ in .approve }
        }
        area.post("/vacatures/{vacancy}/terugsturen") { request, context in
            let missing = context.visit.t("Write what should be different. The organisation reads it.")
            return try await review(request, context) {
                .giveBack(comment: $0.text("opmerking", max: 2000, missing: missing))
            }
        }
        area.post("/vacatures/{vacancy}/afwijzen") { request, context in
            try await review(request, context) { .reject(reason: $0.reason()) }
        }
        area.post("/vacatures/{vacancy}/in-de-kijker", use: feature)
    }

    @Sendable static func feature(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let id = try number(context)
        let isFeatured = try await request.form().first("kijker") == "1"
        try await context.carryOut { work in try FeatureVacancy.run(id, isFeatured, in: work) }
        return context.visit.redirect(.vacancyReview(id), saying: isFeatured ? .featured : .unfeatured)
    }

    @Sendable static func list(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let words = visit.searchWords
        let part = visit.listPage
        let standard = ListOrder(VacancyQueries.Key.changed, descends: true)
        let order = visit.order(standard)
        let vacancies = try await context.read { work in
            try VacancyQueries.list(in: work.centre.id, words: Folding.words(words), order: order, page: part, work.tx)
        }
        let page = CentreVacanciesPage(
            words: words, vacancies: vacancies,
            list: ListAddress("/centrum/vacatures", [("q", words)], order: order, standard: standard))
        return visit.asksForFile ? page.table.file(visit) : visit.page(page.html(visit))
    }

    /// - Parameter seen: the version that was decided about; who saw another one reads first what changed.
    private static func show(
        _ context: StaffContext, _ data: FormData, _ errors: FormErrors, seen: Int? = nil, unsent: String? = nil
    ) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let page = try await context.find { work -> VacancyReviewPage? in
            guard let vacancy = try VacancyQueries.seen(id, in: work),
                let organisation = try OrganisationQueries.find(vacancy.organisation, in: work.centre.id, work.tx)
            else { return nil }
            let waits = vacancy.pending?.since != nil
            return VacancyReviewPage(
                vacancy: waits ? vacancy.saying(vacancy.newest) : vacancy,
                acts: VacancyPolicy.acts(vacancy, work.actor), organisation: organisation,
                approved: waits
                    ? vacancy.content
                    : try (vacancy.isWaiting ? vacancy.approvedVersion : nil).flatMap {
                        try VacancyVersion.content(of: id, at: $0, in: work.centre.id, work.tx)
                    },
                seen: try seen.flatMap { seen in
                    guard vacancy.isWaiting, seen != vacancy.version else { return nil }
                    return try VacancyVersion.content(of: id, at: seen, in: work.centre.id, work.tx) ?? .init()
                },
                timeline: try Timeline.of("vacancy", id.number, in: work.centre.id, work.tx),
                coach: CoachPanel(
                    advice: visit.services.coach.advice(
                        about: vacancy.newest,
                        .init(hasContactPerson: vacancy.contactPerson != nil, off: visit.centre.coachOff)),
                    content: vacancy.newest, organisation: organisation, name: "", isForReview: true),
                form: visit.fields(data, errors), unsent: unsent)
        }
        return (page.seen != nil || unsent != nil) && errors.isEmpty
            ? visit.page(page.html(visit), status: .conflict) : visit.form(page.html(visit), errors)
    }

    private static func review(
        _ request: Request, _ context: StaffContext, _ verdict: (inout FormReader) -> ReviewVacancy.Verdict
    ) async throws -> Reply {
        let (visit, id) = (context.visit, try number(context))
        return try await context.decide(request, verdict, again: { try await show(context, $0, $1, seen: version($0)) })
        { decided, reader in
            let version = Self.version(reader.data)
            switch try await context.write({ work in try ReviewVacancy.run(decided, id, version: version, in: work) }) {
            case .done: return visit.redirect(.vacancyReview(id), saying: .init(decided))
            case .dateHasPassed: return visit.redirect(.vacancyReview(id), saying: .dateHasPassed)
            case .alreadyReviewed:
                if try await context.isUnsaid(decided.words, about: ("vacancy", id.number)) {
                    return try await show(context, FormData(), FormErrors(), unsent: decided.words)
                }
                return visit.redirect(.vacancyReview(id), saying: .alreadyReviewed)
            case .changedMeanwhile: return nil
            case .notFound: throw HTTPError(.notFound)
            }
        }
    }

    private static func version(_ data: FormData) -> Int { data.first("versie").flatMap { Int($0) } ?? 0 }

    private static func number(_ context: StaffContext) throws -> ID<Vacancy> { try context.id("vacancy") }
}
