import Composition
import Foundation
import HTTPTypes
import Hummingbird
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The pages that everybody may see.
enum PublicRoutes {
    static func add(to router: Router<SiteContext>) {
        router.get("/", use: home)
        router.get("/theme/{name}") { _, context in
            guard let reply = ThemeSheet.reply(context.parameters.get("name") ?? "") else { throw HTTPError(.notFound) }
            return reply
        }
        router.get("/media/{upload}/{file}", use: media)
        router.get("/tot-ziens") { _, context in
            let visit = try context.visit
            return visit.page(GoodbyePage().html(visit))
        }
        router.get("/vacatures", use: list)
        router.get("/vacatures/woorden.json") { _, context in
            let visit = try context.visit
            let typed = String((visit.query.first("q") ?? "").prefix(400))
            let words = visit.services.finder.words(beginningWith: typed, in: visit.centre, count: 8)
            return Reply(
                headers: [.contentType: "application/json; charset=utf-8"],
                body: Array(try JSONEncoder().encode(words)), shared: visit.session == nil)
        }
        router.get("/vacatures/kaart.json", use: VacancyMap.points)
        router.get("/vacatures/{vacancy}", use: vacancy)
        router.get("/organisaties/{organisation}", use: organisation)
        WishesRoutes.add(to: router)
        FeedRoutes.add(to: router)
        PosterRoutes.add(to: router)
        MapRoutes.add(to: router)
        InformationRoutes.add(to: router)
    }

    /// A picture. Its address holds the hash of its bytes, so it never changes and cannot be guessed.
    @Sendable static func media(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let parts = (context.parameters.get("file") ?? "").split(separator: "-", maxSplits: 1)
        guard let id = context.parameters.get("upload").flatMap({ ID<Upload>($0) }), parts.count == 2,
            let size = Upload.Size.allCases.first(where: { parts[1] == $0.rawValue + ".webp" })
        else { throw HTTPError(.notFound) }
        let hash = String(parts[0])
        let bytes = try await visit.find { work in try Upload.bytes(id, hash: hash, size, in: work.centre.id, work.tx) }
        return Reply(
            headers: [.contentType: "image/webp", .cacheControl: "public, max-age=31536000, immutable"], body: bytes,
            shared: true)
    }

    @Sendable static func home(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let latest = visit.services.finder.search(.init(), in: visit.centre, page: Page(1, size: 6), now: visit.now)
        let page = try await visit.read { work in
            HomePage(
                figures: try CentreFigures.of(work.centre, today: work.today, work.tx),
                featured: try VacancyQueries.featured(in: work.centre.id, today: work.today, work.tx),
                latest: latest.cards.elements, interestCounts: Array(latest.counts(.interest)))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func list(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let filter = VacancyFilter(visit)
        let (finder, page) = (visit.services.finder, visit.pageNumber)
        let found = finder.search(filter.search, in: visit.centre, page: page, now: visit.now)
        if isAsked(request) { await learn(found.unknown, visit) }
        var wordless = 0
        if found.cards.total == 0, !filter.question.words.isEmpty, !filter.narrowing.isEmpty {
            let search = filter.without(.words).search
            wordless = finder.search(search, in: visit.centre, page: Page(1, size: 1), now: visit.now).cards.total
        }
        return visit.page(VacancyListPage(filter: filter, found: found, withoutWords: wordless).html(visit))
    }

    /// Somebody went to the page: not a search while she types, a look ahead of the browser, or a check whether it is there.
    private static func isAsked(_ request: Request) -> Bool {
        let mode = request.headers[.secFetchMode] ?? "navigate"
        return request.method == .get && mode == "navigate" && request.headers[.secPurpose] == nil
    }

    /// A visitor gets her answer whether the centre learns from it or not.
    private static func learn(_ unknown: [String], _ visit: Visit) async {
        let new = visit.services.finder.newUnfound(
            unknown, by: visit.peer.subscriber, at: visit.centre, now: visit.now)
        guard !new.isEmpty else { return }
        let secret = visit.services.secret
        try? await visit.write(by: visit.visitor) { work in try UnfoundWords.record(new, secret: secret, in: work) }
    }

    @Sendable static func vacancy(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let part = context.parameters.get("vacancy") ?? ""
        let page = try await VacancyPage.find(part, visit)
        guard page.path.hasSuffix("/" + part) else {
            return .redirect(
                to: visit.link(page.path) + (visit.rawQuery.map { "?" + $0 } ?? ""), status: .movedPermanently)
        }
        return visit.page(page.html(visit), status: page.isOpen ? .ok : .gone)
    }

    @Sendable static func organisation(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        guard let part = context.parameters.get("organisation"), let number = Link.number(part) else {
            throw HTTPError(.notFound)
        }
        let organisation = try await visit.find { work -> Organisation? in
            let here = try OrganisationQueries.published(ID(number), in: work.centre.id, work.tx)
            // Merged with another one: its address leads there.
            return try here
                ?? MergeOrganisations.successor(of: ID(number), in: work.centre.id, work.tx).flatMap {
                    try OrganisationQueries.published($0, in: work.centre.id, work.tx)
                }
        }
        var search = VacancySearch()
        search.organisation = organisation.id
        let found = visit.services.finder.search(search, in: visit.centre, page: visit.pageNumber, now: visit.now)
        let page = OrganisationPage(organisation: organisation, vacancies: found.cards)
        let path = Link.organisation(organisation.id, organisation.name)
        guard path.hasSuffix("/" + part) else { return .redirect(to: visit.link(path), status: .movedPermanently) }
        return visit.page(page.html(visit))
    }
}
