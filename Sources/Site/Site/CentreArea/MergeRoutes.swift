import Composition
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Samenvoegen*: which organisation is the same, what moves, and the button.
enum MergeRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/organisaties/{organisation}/samenvoegen", use: page)
        area.post("/organisaties/{organisation}/samenvoegen", use: merge)
    }

    @Sendable static func page(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let id = try organisation(context)
        let words = visit.searchWords
        let other = visit.query.first("met").flatMap { ID<Organisation>($0) }
        let page = try await context.find { work -> MergePage? in
            guard let organisation = try OrganisationQueries.find(id, in: work.centre.id, work.tx),
                OrganisationPolicy.acts(organisation, work.actor).contains(.merge)
            else { return nil }
            let into = try other.flatMap { try OrganisationQueries.published($0, in: work.centre.id, work.tx) }
            return MergePage(
                organisation: organisation, words: words,
                candidates: try MergeOrganisations.candidates(
                    for: organisation, matching: Folding.words(words), in: work.centre.id, work.tx),
                chosen: try into.flatMap { into in
                    into.id == id
                        ? nil
                        : (
                            into, try MergeOrganisations.preview(organisation, in: work.centre.id, work.tx),
                            try MergeOrganisations.mark(of: organisation, into: into, in: work)
                        )
                })
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func merge(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let id = try organisation(context)
        let data = try await request.form()
        guard let other = data.first("met").flatMap({ ID<Organisation>($0) }) else { throw HTTPError(.notFound) }
        // A form without a mark saw nothing.
        let seen = data.first("gezien") ?? ""
        switch try await context.write({ work in try MergeOrganisations.run(id, into: other, seen: seen, in: work) }) {
        case .merged: return visit.redirect(.review(other), saying: .merged)
        case .tooMany: return visit.redirect(.merge(id, with: other), saying: .tooMany)
        case .changedMeanwhile: return visit.redirect(.merge(id, with: other), saying: .changed)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    private static func organisation(_ context: StaffContext) throws -> ID<Organisation> {
        guard OrganisationPolicy.canReview(context.actor) else { throw HTTPError(.notFound) }
        return try context.id("organisation")
    }
}
