import Composition
import HTTPTypes
import Hummingbird
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Beheer* of a vacancy: archive, publish again, copy, delete.
enum VacancyLifeRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/vacatures/{vacancy}/beheer") { _, context in try await manage(context, FormData(), FormErrors()) }
        area.post("/vacatures/{vacancy}/archief", use: archive)
        area.post("/vacatures/{vacancy}/archief/terugdraaien", use: unarchive)
        area.post("/vacatures/{vacancy}/opnieuw", use: reactivate)
        area.post("/vacatures/{vacancy}/kopie", use: copy)
        area.get("/vacatures/{vacancy}/verwijderen") { _, context in
            try await askForDeletion(context, FormData(), FormErrors())
        }
        area.post("/vacatures/{vacancy}/verwijderen", use: delete)
    }

    private static func manage(_ context: MemberContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let (vacancy, visit) = (try await VacancyRoutes.find(context), context.visit)
        let waiting = try await context.read { work in
            try ThankTheRest.waiting(for: vacancy.id, in: work)
        }
        let page = VacancyManagePage(
            vacancy: vacancy, waiting: waiting.total, toCall: waiting.elements.filter(\.email.isEmpty),
            acts: VacancyPolicy.acts(vacancy, context.actor),
            canReactivate: VacancyPolicy.canReactivate(vacancy, context.actor), key: visit.newSeal(), data: data,
            errors: errors)
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func archive(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (visit, id): (Visit, ID<Vacancy>) = (context.visit, try context.id("vacancy"))
        var reader = FormReader(try await request.form(), visit.t)
        let typed = reader.text("woorden", max: 2000)
        guard reader.errors.isEmpty else { return try await manage(context, reader.data, reader.errors) }
        let words = reader.data.first("bedank") == nil ? nil : typed.isEmpty ? FarewellWords.standard(visit) : typed
        let isTold = try await context.read { work in try ThankTheRest.waiting(for: id, most: 1, in: work).total > 0 }
        let outcome = try await context.write { work in try ArchiveAndThank.run(id, telling: words, in: work) }
        guard outcome != .notFound else { throw HTTPError(.notFound) }
        return visit.redirect(.vacancy(id), saying: words != nil && isTold ? .archivedAndTold : .archived)
    }

    @Sendable static func unarchive(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<Vacancy> = try context.id("vacancy")
        let isBack = try await context.carryOut { work in try ArchiveAndThank.undo(id, in: work) }
        return context.visit.redirect(.vacancy(id), saying: isBack ? .unarchived : .archiveStays)
    }

    @Sendable static func reactivate(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Vacancy> = try context.id("vacancy")
        switch try await context.write({ work in try ReactivateVacancy.run(id, in: work) }) {
        case .published: return visit.redirect(.vacancy(id), saying: .onlineAgain)
        case .queued: return visit.redirect(.vacancy(id), saying: .queued)
        case .alreadyThere: return visit.redirect("/beheer/vacatures/\(id)")
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func copy(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Vacancy> = try context.id("vacancy")
        let data = try await request.form()
        let key = data.first("zegel").flatMap { visit.services.seal.check($0, now: visit.now) == .forged ? nil : $0 }
        guard let key else { return visit.redirect("/beheer/vacatures/\(id)/beheer") }
        let copy = try await context.carryOut { work in try CopyVacancy.run(id, submissionKey: key, in: work) }
        return visit.redirect(.vacancyForm(copy), saying: .copied)
    }

    private static func askForDeletion(
        _ context: MemberContext, _ data: FormData, _ errors: FormErrors
    ) async throws -> Reply {
        let (vacancy, visit) = (try await VacancyRoutes.find(context), context.visit)
        let page = try await context.read { work in
            DeleteVacancyPage(
                vacancy: vacancy, acts: VacancyPolicy.acts(vacancy, work.actor),
                loss: try DeleteVacancy.preview(vacancy.id, in: work.centre.id, work.tx),
                toCall: try ThankTheRest.waiting(for: vacancy.id, in: work).elements.filter(\.email.isEmpty),
                data: data, errors: errors)
        }
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func delete(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Vacancy> = try context.id("vacancy")
        var reader = FormReader(try await request.form(), visit.t)
        let typed = reader.text("woorden", max: 2000)
        guard reader.errors.isEmpty else { return try await askForDeletion(context, reader.data, reader.errors) }
        let words = typed.isEmpty ? FarewellWords.standard(visit) : typed
        try await context.carryOut { work in try DeleteVacancy.run(id, telling: words, in: work) }
        return visit.redirect(.vacancies, saying: .deleted)
    }
}
