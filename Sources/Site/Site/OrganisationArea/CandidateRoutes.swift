import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Kandidaten* for organisations: search the pool, who suits a vacancy, one candidate, and the invitation.
enum CandidateRoutes {
    /// So many stand on the page of a vacancy's candidates.
    private static let shown = 12
    /// Beside the limit of the use case, which many requests in one moment could pass together.
    private static let looks = RateLimit("candidate-looks", limit: 120, per: .hours(24))

    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/kandidaten", use: list)
        area.get("/kandidaten/{candidate}") { _, context in
            try await show(context, try candidate(context), FormData(), FormErrors())
        }
        area.post("/kandidaten/{candidate}/uitnodigen", use: invite)
        area.get("/vacatures/{vacancy}/kandidaten", use: suiting)
    }

    @Sendable static func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let words = visit.searchWords
        let given = Set(visit.query.all("interesse").prefix(100))
        let interests = visit.services.taxonomy.entries(.interest).map(\.slug).filter(given.contains)
        let (hidden, invitations) = try await context.read { work in
            (
                try Candidate.hidden(from: context.organisation, in: work.centre.id, work.tx),
                try PoolInvitation.list(organisation: context.organisation, in: work.centre.id, work.tx)
            )
        }
        let found = visit.services.finder.candidates(
            words, interests: interests, hidden: hidden, in: visit.centre, page: visit.pageNumber)
        let question = "words:" + ([Folding.fold(words)] + interests).joined(separator: " | ")
        guard let codes = try await shown(question, found.elements.map(\.code), context) else {
            return visit.page(EnoughCandidatesPage(reason: .questions).html(visit), status: .tooManyRequests)
        }
        let page = CandidatesPage(
            words: words, interests: interests, found: found, cards: found.elements.filter { codes.contains($0.code) },
            invitations: invitations)
        return visit.page(page.html(visit))
    }

    @Sendable static func suiting(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Vacancy> = try context.id("vacancy")
        let (vacancy, hidden) = try await context.find { work -> (Vacancy, Set<Int64>)? in
            guard let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx),
                VacancyPolicy.isOwn(vacancy, work.actor)
            else { return nil }
            return (vacancy, try Candidate.hidden(from: context.organisation, in: work.centre.id, work.tx))
        }
        let candidates = visit.services.finder.candidates(
            for: vacancy, hidden: hidden, in: visit.centre, now: visit.now, count: shown)
        guard let codes = try await shown("vacancy:\(id):\(vacancy.version)", candidates.map(\.card.code), context)
        else { return visit.page(EnoughCandidatesPage(reason: .questions).html(visit), status: .tooManyRequests) }
        let page = SuitingCandidatesPage(
            vacancy: vacancy, candidates: candidates.filter { codes.contains($0.card.code) },
            isCut: codes.count < candidates.count, isShown: vacancy.isOpen(today: visit.today))
        return visit.page(page.html(visit))
    }

    /// Whom the day still allows to be shown; nil when it has had its questions.
    private static func shown(_ question: String, _ codes: [String], _ context: MemberContext) async throws
        -> Set<String>?
    {
        switch try await context.write({ work in try FindCandidates.run(question, found: codes, in: work) }) {
        case .shown(let codes): return codes
        case .tooManyQuestions: return nil
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func invite(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id = try candidate(context)
        var reader = FormReader(try await request.form(), visit.t)
        let vacancy = reader.data.first("vacature").flatMap { ID<Vacancy>($0) }
        if vacancy == nil { reader.errors.add("vacature", visit.t("Choose for which vacancy you ask.")) }
        let text = reader.text("bericht", max: 1000, missing: visit.t("Write your message first."))
        guard reader.errors.isEmpty, let vacancy else { return try await show(context, id, reader.data, reader.errors) }
        let outcome = try await context.write { work in
            try InviteCandidate.run(id, for: vacancy, text: text, in: work)
        }
        switch outcome {
        case .invited: return visit.redirect(.candidates, saying: .invited)
        case .askedEnough:
            reader.errors.add(
                "bericht",
                visit.t(
                    "You cannot invite this candidate now. Perhaps you asked before, or enough others did lately. Ask somebody else, or try again later."
                ))
        case .tooMany:
            reader.errors.add("bericht", visit.t("You sent ten invitations this week. Wait for the answers first."))
        case .closed: reader.errors.add("vacature", visit.t("This vacancy is not online now."))
        case .notFound: throw HTTPError(.notFound)
        }
        return try await show(context, id, reader.data, reader.errors)
    }

    private static func show(
        _ context: MemberContext, _ id: String, _ data: FormData, _ errors: FormErrors
    ) async throws -> Reply {
        let visit = context.visit
        let own = context.organisation
        if try await visit.services.refusal(looks, "organisation:\(own)") != nil {
            try await context.write { work in
                try NoteLimit.run(.candidateLooks, on: .organisation, own, in: work)
            }
            return visit.page(EnoughCandidatesPage(reason: .looks).html(visit), status: .tooManyRequests)
        }
        switch try await context.write({ work in try ViewCandidate.run(id, in: work) }) {
        case .notFound: throw HTTPError(.notFound)
        case .tooMany: return visit.page(EnoughCandidatesPage(reason: .looks).html(visit), status: .tooManyRequests)
        case .shown(let candidate):
            let (answers, vacancies) = try await context.read { work in
                (
                    try Answers.of(candidate.volunteer, in: work.centre.id, work.tx),
                    try VacancyQueries.list(
                        in: work.centre.id, organisation: own, state: .published, page: Page(1, size: 100), work.tx)
                )
            }
            let place = Wishes(answers, places: visit.services.finder.places, at: visit.centre, today: visit.today)
                .place
            var shown = data
            if shown.pairs.isEmpty, let asked = visit.query.first("vacature") {
                shown = FormData(pairs: [("vacature", asked)])
            }
            let page = CandidatePage(
                card: CandidateCard(candidate, answers, place: place), vacancies: vacancies.elements,
                form: visit.fields(shown, errors))
            return visit.form(page.html(visit), errors)
        }
    }

    private static func candidate(_ context: MemberContext) throws -> String {
        guard let id = context.parameters.get("candidate"), id.count < 100 else { throw HTTPError(.notFound) }
        return id
    }
}
