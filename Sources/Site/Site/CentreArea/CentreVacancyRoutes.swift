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
        area.get("/vacatures/{vacancy}", use: vacancy)
        area.post("/vacatures/{vacancy}/accorderen") { request, context in
            try await review(request, context, verdict: { _, _ in .approve })
        }
        area.post("/vacatures/{vacancy}/terugsturen") { request, context in
            try await review(
                request, context,
                verdict: { reader, t in
                    .giveBack(
                        comment: reader.text(
                            "opmerking", max: 2000,
                            missing: t("Write what should be different. The organisation reads it.")))
                })
        }
        area.post("/vacatures/{vacancy}/afwijzen") { request, context in
            try await review(
                request, context,
                verdict: { reader, t in
                    .reject(
                        reason: reader.text(
                            "reden", max: 2000, missing: t("Write why. The organisation reads this text in a mail.")))
                })
        }
        area.post("/vacatures/{vacancy}/in-de-kijker", use: feature)
    }

    @Sendable static func feature(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let isFeatured = try await request.form().first("kijker") == "1"
        let done = try await context.write { work in
            try FeatureVacancy.run(id, isFeatured, in: work)
        }
        guard done else { throw HTTPError(.notFound) }
        return visit.redirect(.vacancyReview(id), saying: isFeatured ? .featured : .unfeatured)
    }

    @Sendable static func list(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let words = String((visit.query.first("q") ?? "").prefix(200))
        let number = visit.pageNumber
        let vacancies = try await context.read { work in
            try VacancyQueries.list(in: work.centre.id, words: Folding.words(words), page: number, work.tx)
        }
        return visit.page(CentreVacanciesPage(words: words, vacancies: vacancies).html(visit))
    }

    @Sendable static func vacancy(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try await show(context, FormData(), FormErrors())
    }

    private static func show(_ context: StaffContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let page = try await context.read { work -> VacancyReviewPage? in
            guard let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx),
                VacancyPolicy.canSee(vacancy, work.actor),
                let organisation = try OrganisationQueries.find(vacancy.organisation, in: work.centre.id, work.tx)
            else { return nil }
            return VacancyReviewPage(
                vacancy: vacancy, organisation: organisation,
                approved: try vacancy.approvedVersion.flatMap {
                    try VacancyVersion.content(of: id, at: $0, in: work.centre.id, work.tx)
                },
                history: try StateChange.history(of: "vacancy", id.number, in: work.centre.id, work.tx),
                canReview: VacancyPolicy.canReview(work.actor), data: data, errors: errors)
        }
        guard let page else { throw HTTPError(.notFound) }
        return visit.form(page.html(visit), errors)
    }

    private static func review(
        _ request: Request, _ context: StaffContext, verdict: (inout FormReader, Localiser) -> ReviewVacancy.Verdict
    ) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        guard VacancyPolicy.canReview(context.actor) else { throw HTTPError(.notFound) }
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let decided = verdict(&reader, visit.t)
        guard reader.errors.isEmpty else { return try await show(context, data, reader.errors) }
        let outcome = try await context.write { work in
            try ReviewVacancy.run(decided, id, in: work)
        }
        switch outcome {
        case .done:
            let notice: VacancyReviewNotice =
                switch decided {
                case .approve: .approved
                case .giveBack: .returned
                case .reject: .rejected
                }
            return visit.redirect(.vacancyReview(id), saying: notice)
        case .dateHasPassed: return visit.redirect(.vacancyReview(id), saying: .dateHasPassed)
        case .alreadyReviewed: return visit.redirect(.vacancyReview(id), saying: .alreadyReviewed)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    private static func number(_ context: StaffContext) throws -> ID<Vacancy> {
        guard let number = context.parameters.get("vacancy").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        return ID(number)
    }
}
