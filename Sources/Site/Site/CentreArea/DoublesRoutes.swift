import Composition
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// Who is here twice: proposed, compared, made one, and taken back.
enum DoublesRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/dubbele-profielen", use: list)
        area.get("/dubbele-profielen/vergelijken", use: choose)
        area.get("/dubbele-profielen/samengevoegd", use: merged)
        area.get("/dubbele-profielen/{stays}/{goes}", use: compare)
        area.post("/dubbele-profielen/{stays}/{goes}", use: merge)
        area.post("/dubbele-profielen/{stays}/{goes}/twee-mensen", use: keepApart)
        area.post("/dubbele-profielen/samengevoegd/{merge}/terug", use: undo)
    }

    private static func demand(_ context: StaffContext) throws {
        guard VolunteerPolicy.canMerge(context.actor) else { throw HTTPError(.notFound) }
    }

    @Sendable private static func list(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try demand(context)
        let visit = context.visit
        let words = visit.searchWords
        let page = try await context.read { work in
            let centre = work.centre.id
            let found = try VolunteerQueries.named(words, in: centre, work.tx)
            return DoublesPage(
                pairs: try words.isEmpty
                    ? ProbableDoubles.list(in: centre, page: visit.pageNumber, work.tx)
                    : Paged([], page: visit.pageNumber, total: 0),
                words: words, found: found,
                merges: try VolunteerMerge.list(in: centre, now: work.now, page: Page(1, size: 5), work.tx))
        }
        return visit.page(page.html(visit)).unshared
    }

    @Sendable private static func merged(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try demand(context)
        let visit = context.visit
        let page = try await context.read { work in
            MergedPage(
                merges: try VolunteerMerge.list(
                    in: work.centre.id, now: work.now, page: visit.pageNumber, work.tx))
        }
        return visit.page(page.html(visit)).unshared
    }

    @Sendable private static func choose(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try demand(context)
        let visit = context.visit
        let chosen = Set(visit.query.all("wie").compactMap { ID<Volunteer>($0) }).sorted()
        guard chosen.count == 2 else {
            return visit.redirect(.doubles(found: visit.searchWords, chosen), saying: .chooseTwo)
        }
        return visit.redirect(DoublesPage.path(chosen[0], chosen[1]))
    }

    @Sendable private static func compare(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try await show(context, nil)
    }

    /// Who opens two profiles is noted.
    /// - Parameter refused: why what was chosen could not be done.
    private static func show(_ context: StaffContext, _ typed: FormData?, _ refused: String? = nil) async throws
        -> Reply
    {
        try demand(context)
        let visit = context.visit
        let (stays, goes): (ID<Volunteer>, ID<Volunteer>) = (try context.id("stays"), try context.id("goes"))
        if let done = try await alreadyOne(stays, goes, context) { return done }
        let (preview, apart) = try await context.carryOut { work -> (MergePreview, Instant?)? in
            let apart = try ProbableDoubles.keptApart(stays, goes, in: work.centre.id, work.tx)
            return try MergePreview.open(stays, goes, in: work).map { ($0, apart) }
        }
        var errors = FormErrors()
        if let refused { errors.add(ComparePage.first, refused) }
        let page = ComparePage(
            preview: preview, apart: apart, form: visit.fields(typed ?? form(of: preview.proposal, preview), errors))
        return visit.form(page.html(visit), errors).unshared
    }

    @Sendable private static func merge(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try demand(context)
        let visit = context.visit
        let (stays, goes): (ID<Volunteer>, ID<Volunteer>) = (try context.id("stays"), try context.id("goes"))
        let data = try await request.form()
        if let done = try await alreadyOne(stays, goes, context) { return done }
        let choice = choice(in: data)
        let outcome = try await context.write { work in
            try MergeVolunteers.run(goes, into: stays, choice, seen: data.first("gezien") ?? "", in: work)
        }
        switch outcome {
        case .merged: return visit.redirect(.doubles, saying: .merged)
        case .changedMeanwhile:
            return try await show(context, data, visit.t("Something changed meanwhile. Look once more."))
        case .revealing:
            return try await show(
                context, data,
                visit.t(
                    "What stands in the candidate pool says who this is. Choose the other name, or stay out of the pool."
                ))
        case .notFound: throw HTTPError(.notFound)
        }
    }

    /// Back, a second tab, a colleague: they are one by now.
    private static func alreadyOne(
        _ stays: ID<Volunteer>, _ goes: ID<Volunteer>, _ context: StaffContext
    ) async throws -> Reply? {
        let isOne = try await context.read { work in
            let centre = work.centre.id
            return try VolunteerMerge.successor(of: goes, in: centre, work.tx) == stays
                || VolunteerMerge.successor(of: stays, in: centre, work.tx) == goes
        }
        return isOne ? context.visit.redirect(.doubles, saying: .already) : nil
    }

    @Sendable private static func keepApart(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try demand(context)
        let (stays, goes): (ID<Volunteer>, ID<Volunteer>) = (try context.id("stays"), try context.id("goes"))
        guard try await context.write({ work in try ProbableDoubles.keepApart(stays, goes, in: work) }) else {
            throw HTTPError(.notFound)
        }
        return context.visit.redirect(.doubles, saying: .apart)
    }

    @Sendable private static func undo(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try demand(context)
        let id: ID<VolunteerMerge> = try context.id("merge")
        let undone = try await context.write { work in try UndoMerge.run(id, in: work) }
        return context.visit.redirect(.doubles, saying: undone == nil ? .gone : .undone)
    }

    private static func choice(in data: FormData) -> MergeChoice {
        MergeChoice(
            ofOther: Set(ComparePage.names.filter { data.first($0.value) == ComparePage.other }.keys),
            along: Set(data.all(ComparePage.along).compactMap(MergeChoice.Collection.init)))
    }

    private static func form(of choice: MergeChoice, _ preview: MergePreview) -> FormData {
        let fields = preview.differing.compactMap { field in
            ComparePage.names[field].map { name in
                (name, choice.ofOther.contains(field) ? ComparePage.other : ComparePage.first)
            }
        }
        return FormData(pairs: fields + choice.along.map { (ComparePage.along, $0.rawValue) })
    }
}
