import Hummingbird
import SiteKit
import VolunteerCentre
import Web

/// *Wat past bij jou?*: questions one by one, then what suits. Nothing is stored and nothing stands in an address or a log.
enum WishesRoutes {
    private static let shown = 12

    static func add(to router: Router<SiteContext>) {
        router.get("/past-bij-jou", use: begin)
        router.post("/past-bij-jou", use: step)
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
            return visit.page(WishesStepPage(step: current, form: form).html(visit), status: .unprocessableContent)
                .unshared
        }
        if let step = WishesForm.Step(rawValue: next) {
            return visit.page(WishesStepPage(step: step, form: form.withoutErrors).html(visit)).unshared
        }
        let suggested = visit.services.finder.suggest(form.wishes, in: visit.centre, now: visit.now, count: shown)
        return visit.page(WishesResultPage(form: form, suggested: suggested).html(visit)).unshared
    }
}
