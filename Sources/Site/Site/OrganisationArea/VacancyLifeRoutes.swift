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
        area.get("/vacatures/{vacancy}/beheer") { _, context in
            let vacancy = try await VacancyRoutes.find(context)
            return context.visit.page(
                VacancyManagePage(vacancy: vacancy, key: context.visit.newSeal()).html(context.visit))
        }
        area.post("/vacatures/{vacancy}/archief", use: archive)
        area.post("/vacatures/{vacancy}/opnieuw", use: reactivate)
        area.post("/vacatures/{vacancy}/kopie", use: copy)
        area.get("/vacatures/{vacancy}/verwijderen", use: confirmDeletion)
        area.post("/vacatures/{vacancy}/verwijderen", use: delete)
    }

    @Sendable static func archive(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (visit, id) = (context.visit, try await VacancyRoutes.find(context).id)
        let (actor, centre, now) = (context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try ArchiveVacancy.run(id, by: actor, centre: centre, now: now, tx)
        }
        guard outcome != .notFound else { throw HTTPError(.notFound) }
        return visit.redirect(.vacancy(id), saying: .archived)
    }

    @Sendable static func reactivate(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (visit, id) = (context.visit, try await VacancyRoutes.find(context).id)
        let (mails, actor, centre, now) = (visit.services.mails, context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try ReactivateVacancy(mails: mails)(id, by: actor, centre: centre, now: now, tx)
        }
        switch outcome {
        case .published: return visit.redirect(.vacancy(id), saying: .onlineAgain)
        case .queued: return visit.redirect(.vacancy(id), saying: .queued)
        case .alreadyThere: return visit.redirect("/beheer/vacatures/\(id)")
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func copy(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (visit, id) = (context.visit, try await VacancyRoutes.find(context).id)
        let data = try await request.form()
        let (actor, centre, now) = (context.actor, visit.centre, visit.now)
        let key = data.first("zegel").flatMap { visit.services.seal.check($0, now: now) == .forged ? nil : $0 }
        guard let key else { return visit.redirect("/beheer/vacatures/\(id)/beheer") }
        let copy = try await visit.services.write { tx in
            try CopyVacancy.run(id, submissionKey: key, by: actor, centre: centre, now: now, tx)
        }
        guard let copy else { throw HTTPError(.notFound) }
        return visit.redirect("/beheer/vacatures/\(copy)/bewerken")
    }

    @Sendable static func confirmDeletion(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let vacancy = try await VacancyRoutes.find(context)
        let (visit, centre) = (context.visit, context.visit.centre.id)
        let loss = try await visit.services.database.read { tx in
            try DeleteVacancy.preview(vacancy.id, in: centre, tx)
        }
        return visit.page(DeleteVacancyPage(vacancy: vacancy, loss: loss).html(visit))
    }

    @Sendable static func delete(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (visit, id) = (context.visit, try await VacancyRoutes.find(context).id)
        let (actor, centre, now) = (context.actor, visit.centre, visit.now)
        let deleted = try await visit.services.write { tx in
            try DeleteVacancy.run(id, by: actor, centre: centre, now: now, tx)
        }
        guard deleted else { throw HTTPError(.notFound) }
        return visit.redirect(.vacancies, saying: .deleted)
    }
}
