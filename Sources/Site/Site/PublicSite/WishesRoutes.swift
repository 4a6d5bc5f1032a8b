import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Wat past bij jou?*: the question that says most now, one after another, then what suits. Nothing is stored: each answer leads to an
/// address that holds all of them, sealed, so that Back, Forward and Reload keep them.
enum WishesRoutes {
    private static let few = 3
    private static let many = 12

    static func add(to router: Router<SiteContext>) {
        router.get("/past-bij-jou", use: begin)
        router.post("/past-bij-jou", use: step)
        router.get("/past-bij-jou/{answers}", use: page)
        // To keep the answers one needs an account.
        router.post("/past-bij-jou/bewaren") { request, context in
            let visit = try context.visit
            return RegisterVolunteerRoutes.show(try await request.form(), FormErrors(), seal: visit.newSeal(), visit)
        }
    }

    /// The first question, or what suits the answers of an address that somebody passed on.
    @Sendable static func begin(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let shared = WishesForm(visit.query, visit)
        if !shared.data.pairs.isEmpty {
            // Only what may be passed on is read from a plain address.
            let form = WishesForm(FormData(pairs: shared.shareable), visit).withoutErrors
            return apart(try await found(form, isShared: true, visit))
        }
        let form = WishesForm(FormData(pairs: []), visit)
        let wanted = visit.query.first("stap").flatMap(WishesStep.init(rawValue:))
        let fitting = fitting(form, visit)
        let step = wanted ?? fitting.next.map(WishesStep.init) ?? .interests
        return visit.page(WishesPage(step: step, form: form, count: fitting.count).html(visit))
    }

    /// Takes an answer and leads on, or back to the question when it cannot be read.
    @Sendable static func step(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        var data = try await request.form()
        let current = data.first("stap").flatMap(WishesStep.init(rawValue:))
        let way = data.first("naar") ?? ""
        // *Weet ik nog niet* takes back what this question had.
        if let current, way == "weet-niet" {
            data = FormData(pairs: data.pairs.filter { !current.names.contains($0.0) })
        }
        if current == .clash { data = settled(data) }
        var form = WishesForm(data, visit)
        guard let current else { return visit.redirect(SealedAnswers.address(form, nil, visit)).unshared }
        if current.names.contains(where: { form.errors[$0] != nil }) {
            return visit.redirect(SealedAnswers.address(form, current, isWrong: true, visit)).unshared
        }
        var next = WishesStep(rawValue: way)
        // Who goes to another question first has not answered this one.
        if next == nil || form.data.pairs.contains(where: { current.names.contains($0.0) }) {
            form = form.asking(current, visit)
        }
        if !form.clashes.isEmpty {
            next = .clash
        } else if next == nil, way != "uitkomst", ![.excluded, .clash].contains(current) {
            next = fitting(form, visit).next.map(WishesStep.init)
        }
        return visit.redirect(SealedAnswers.address(form, next, visit)).unshared
    }

    /// What was liked and disliked at once is one of the two; without an answer the liking stays.
    private static func settled(_ data: FormData) -> FormData {
        FormData(
            pairs: data.pairs.filter { name, slug in
                let isDisliked = data.first(WishesPage.settling(slug)) == WishesStep.excluded.rawValue
                return switch name {
                case "interesse": !isDisliked
                case "liever-niet": isDisliked || !data.all("interesse").contains(slug)
                default: true
                }
            })
    }

    /// A question with what was answered so far, or what suits.
    @Sendable static func page(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        guard let data = SealedAnswers.open(context.parameters.get("answers") ?? "", visit) else {
            let form = WishesForm(FormData(pairs: []), visit)
            var first = WishesPage(step: .interests, form: form, count: fitting(form, visit).count)
            first.isBegunAnew = true
            return apart(visit.page(first.html(visit), status: .gone))
        }
        let form = WishesForm(data, visit)
        if let step = visit.query.first("stap").flatMap(WishesStep.init(rawValue:)) {
            let isWrong = visit.query.first("fout") == "1" && !form.errors.isEmpty
            let page = WishesPage(
                step: step, form: isWrong ? form : form.withoutErrors, count: fitting(form, visit).count)
            return apart(visit.page(page.html(visit), status: isWrong ? .unprocessableContent : .ok))
        }
        return apart(try await found(form, isShared: false, visit))
    }

    private static func fitting(_ form: WishesForm, except: Set<ID<Vacancy>> = [], _ visit: Visit) -> Fitting {
        visit.services.finder.fitting(
            form.wishes, except: except, asked: Set(form.asked.compactMap(\.asked)),
            mayNeedDutch: ![.nl, .nlBE].contains(visit.language), in: visit.centre, now: visit.now)
    }

    private static func found(_ form: WishesForm, isShared: Bool, _ visit: Visit) async throws -> Reply {
        let finder = visit.services.finder
        var except = Set(form.refused)
        if let volunteer = visit.session?.volunteer {
            except.formUnion(
                try await visit.read { work in
                    try ApplicationQueries.respondedTo(by: volunteer, in: work.centre.id, work.tx)
                })
        }
        let showsMany = visit.query.first("meer") == "1"
        let suggested = finder.suggest(
            form.wishes, except: except, in: visit.centre, now: visit.now, count: showsMany ? many : few + 1)
        let fits = fitting(form, except: except, visit).count
        let page = WishesFoundPage(
            form: form, suggested: showsMany ? suggested : Array(suggested.prefix(few)),
            hasMore: !showsMany && suggested.count > few, fits: fits,
            ways: WayOn.all(form, fits: fits, except: except, hasSome: !suggested.isEmpty, visit), isShared: isShared)
        return visit.page(page.html(visit))
    }

    /// No search engine keeps it, no cache, and no page that is opened from it is told more than the site: the answers stay out of it.
    /// With `no-referrer` browsers would send forms from here as coming from nowhere, and they would be refused.
    private static func apart(_ reply: Reply) -> Reply {
        var reply = reply.unshared
        reply.headers[.xRobotsTag] = "noindex, nofollow"
        reply.headers[.referrerPolicy] = "strict-origin"
        return reply
    }
}
