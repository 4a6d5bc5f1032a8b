import Composition
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Who is here twice: proposed, compared, made one, and taken back.
enum DoublesRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/dubbele-profielen", use: list)
        area.get("/dubbele-profielen/vergelijken", use: choose)
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
                merges: try VolunteerMerge.list(in: centre, now: work.now, page: Page(1, size: 50), work.tx))
        }
        return visit.page(page.html(visit)).unshared
    }

    @Sendable private static func choose(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try demand(context)
        let visit = context.visit
        let chosen = Set(visit.query.all("wie").compactMap { ID<Volunteer>($0) }).sorted()
        guard chosen.count == 2 else {
            return visit.redirect(.doubles(found: visit.searchWords), saying: .chooseTwo)
        }
        return visit.redirect(DoublesPage.path(chosen[0], chosen[1]))
    }

    @Sendable private static func compare(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try await show(context, nil)
    }

    /// Who opens two profiles is noted.
    /// - Parameter typed: what was chosen, from what is no longer so.
    private static func show(_ context: StaffContext, _ typed: FormData?) async throws -> Reply {
        try demand(context)
        let visit = context.visit
        let (stays, goes): (ID<Volunteer>, ID<Volunteer>) = (try context.id("stays"), try context.id("goes"))
        let preview = try await context.carryOut { work in try MergePreview.open(stays, goes, in: work) }
        var errors = FormErrors()
        if typed != nil { errors.add(ComparePage.first, visit.t("Something changed meanwhile. Look once more.")) }
        let page = ComparePage(
            preview: preview, form: visit.fields(typed ?? form(of: preview.proposal, preview), errors))
        return visit.form(page.html(visit), errors).unshared
    }

    @Sendable private static func merge(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try demand(context)
        let visit = context.visit
        let (stays, goes): (ID<Volunteer>, ID<Volunteer>) = (try context.id("stays"), try context.id("goes"))
        let data = try await request.form()
        let choice = choice(in: data)
        let outcome = try await context.write { work in
            try MergeVolunteers.run(goes, into: stays, choice, seen: data.first("gezien") ?? "", in: work)
        }
        switch outcome {
        case .merged: return visit.redirect(.doubles, saying: .merged)
        case .changedMeanwhile: return try await show(context, data)
        case .notFound: throw HTTPError(.notFound)
        }
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
