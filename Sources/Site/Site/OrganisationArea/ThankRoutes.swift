import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Bedank de anderen*: everybody who still waits at a vacancy gets one kind word, in one act.
enum ThankRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/vacatures/{vacancy}/bedanken") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/vacatures/{vacancy}/bedanken", use: thank)
        area.post("/vacatures/{vacancy}/bedanken/terugdraaien", use: undo)
    }

    private static func show(_ context: MemberContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await VacancyRoutes.find(context)
        let page = try await context.read { work in
            let waiting = try ThankTheRest.waiting(for: vacancy.id, in: work)
            let received = try ApplicationQueries.received(waiting.elements.map(\.id), in: work.centre.id, work.tx)
            let shown =
                vacancy.isFull && data.pairs.isEmpty
                ? FormData(pairs: [(CauseFields.cause, DeclineCause.filled.rawValue)]) : data
            return ThankPage(vacancy: vacancy, waiting: waiting, received: received, form: visit.fields(shown, errors))
        }
        return visit.form(page.html(visit), errors)
    }

    @Sendable private static func thank(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Vacancy> = try context.id("vacancy")
        var reader = FormReader(try await request.form(), visit.t)
        let said = CauseFields.read(&reader, visit)
        let ticked = reader.data.all("wie").prefix(ThankTheRest.most).compactMap(ThankPage.ticked)
        let chosen = Dictionary(ticked, uniquingKeysWith: min)
        if chosen.isEmpty { reader.errors.add("wie", visit.t("Choose at least one person.")) }
        guard let (cause, words) = said, reader.errors.isEmpty else {
            return try await show(context, reader.data, reader.errors)
        }
        let done = try await context.carryOut { work in
            try ThankTheRest.run(words, because: cause, on: id, chosen, in: work)
        }
        if done.wroteMeanwhile > 0 { return visit.redirect(.vacancy(id), saying: .thankedButSomeWrote) }
        if done.thanked + done.withoutMail == 0 { return visit.redirect(.vacancy(id), saying: .thankedNobody) }
        return visit.redirect(.vacancy(id), saying: done.withoutMail > 0 ? .thankedSomeByPhone : .thanked)
    }
    @Sendable private static func undo(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<Vacancy> = try context.id("vacancy")
        let undone = try await context.carryOut { work in try UndoClosing.all(at: id, in: work) }
        return context.visit.redirect(.vacancy(id), saying: undone > 0 ? .undone : .tooLate)
    }
}
