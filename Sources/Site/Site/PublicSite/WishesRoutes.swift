import HTTPTypes
import Hummingbird
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Wat past bij jou?*: questions one by one, then what suits. Nothing is stored: each answer leads to an address that holds all of them,
/// sealed, so that Back, Forward and Reload keep them. Whoever is given the address can open it here, and read them nowhere else.
enum WishesRoutes {
    private static let shown = 12

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

    @Sendable static func begin(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        return visit.page(WishesStepPage(step: .interests, form: WishesForm(FormData(pairs: []), visit)).html(visit))
    }

    /// Takes an answer and leads on, or back to the question when it cannot be read.
    @Sendable static func step(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        var data = try await request.form()
        let current = data.first("stap").flatMap { Int($0) }.flatMap { WishesForm.Step(rawValue: $0) }
        var next = data.first("naar").flatMap { Int($0) } ?? (current?.rawValue ?? 0) + 1
        // *Weet ik nog niet* takes back what this step had.
        if let current, data.first("naar") == "weet-niet" {
            data = FormData(pairs: data.pairs.filter { !WishesForm.names(current).contains($0.0) })
            next = current.rawValue + 1
        }
        let form = WishesForm(data, visit)
        if let current, next > current.rawValue, WishesForm.names(current).contains(where: { form.errors[$0] != nil }) {
            return visit.redirect(SealedAnswers.address(form, current, isWrong: true, visit)).unshared
        }
        return visit.redirect(SealedAnswers.address(form, WishesForm.Step(rawValue: next), visit)).unshared
    }

    /// A question with what was answered so far, or what suits.
    @Sendable static func page(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        guard let data = SealedAnswers.open(context.parameters.get("answers") ?? "", visit) else {
            var first = WishesStepPage(step: .interests, form: WishesForm(FormData(pairs: []), visit))
            first.isBegunAnew = true
            return apart(visit.page(first.html(visit), status: .gone))
        }
        let form = WishesForm(data, visit)
        if let step = visit.query.first("stap").flatMap({ Int($0) }).flatMap(WishesForm.Step.init(rawValue:)) {
            let isWrong = visit.query.first("fout") == "1" && !form.errors.isEmpty
            let html = WishesStepPage(step: step, form: isWrong ? form : form.withoutErrors).html(visit)
            return apart(visit.page(html, status: isWrong ? .unprocessableContent : .ok))
        }
        let suggested = visit.services.finder.suggest(form.wishes, in: visit.centre, now: visit.now, count: shown)
        return apart(visit.page(WishesResultPage(form: form, suggested: suggested).html(visit)))
    }

    /// No search engine keeps it, no cache, and no page that is opened from it is told where it came from.
    private static func apart(_ reply: Reply) -> Reply {
        var reply = reply.unshared
        reply.headers[.xRobotsTag] = "noindex, nofollow"
        reply.headers[.referrerPolicy] = "no-referrer"
        return reply
    }
}

/// Answers in an address.
enum SealedAnswers {
    private static func sealed(_ visit: Visit) -> SealedText {
        SealedText(secret: visit.services.secret, purpose: "wishes", lifetime: .hours(48))
    }

    /// - Parameter step: which question comes; nil: what suits.
    static func address(_ form: WishesForm, _ step: WishesForm.Step?, isWrong: Bool = false, _ visit: Visit) -> String {
        let text = Query.encode(form.data.pairs)
        let seal = sealed(visit).seal(
            text, for: visit.centre.id.description, random: visit.services.random(12), now: visit.now)
        let query = (step.map { [("stap", String($0.rawValue))] } ?? []) + (isWrong ? [("fout", "1")] : [])
        return Query.address("\(WishesStepPage.path)/\(seal)", query)
    }

    static func open(_ seal: String, _ visit: Visit) -> FormData? {
        sealed(visit).open(seal, for: visit.centre.id.description, now: visit.now).map { FormData(query: $0) }
    }
}
