import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// What an organisation does with a response without account: notes its steps, mends what was noted, sends the link for an account,
/// and goes on after all.
enum GuestRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.post("/reacties/{application}/stap", use: note)
        area.post("/reacties/{application}/stap/terug", use: takeBack)
        area.post("/reacties/{application}/oppakken", use: takeUp)
        area.post("/reacties/{application}/gegevens", use: correct)
        area.post("/reacties/{application}/link", use: sendLink)
    }

    @Sendable static func note(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        let step = try await request.form().first("stap").flatMap(VolunteerCentre.Application.FollowUp.init(rawValue:))
        guard let step else { throw HTTPError(.badRequest) }
        return try answer(
            try await context.write { work in try NoteFollowUp.run(step, id, in: work) }, id, .noted, context.visit)
    }

    @Sendable static func takeBack(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        let seen = try await request.form().first("gezien").flatMap { Int64($0) }.map(Instant.init(milliseconds:))
        return try answer(
            try await context.write { work in try NoteFollowUp.takeBack(id, seen: seen, in: work) }, id, .stepUndone,
            context.visit,
            otherwise: .alreadyUndone)
    }

    @Sendable static func takeUp(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        return try answer(
            try await context.write { work in try NoteFollowUp.takeUp(id, in: work) }, id, .takenUp, context.visit)
    }

    private static func answer(
        _ outcome: NoteFollowUp.Outcome, _ id: ID<VolunteerCentre.Application>, _ done: ApplicationNotice,
        _ visit: Visit, otherwise: ApplicationNotice = .closed
    ) throws -> Reply {
        switch outcome {
        case .done: return visit.redirect(.response(id), saying: done)
        case .closed: return visit.redirect(.response(id), saying: otherwise)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func correct(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        var reader = FormReader(try await request.form(), visit.t)
        let name = reader.name("naam", missing: visit.t("Fill in the name."))
        let (email, phone) = (reader.email("email"), reader.phone("telefoon"))
        guard reader.errors.isEmpty else {
            return try await ApplicationRoutes.show(id, context, reader.data, reader.errors)
        }
        try await context.carryOut { work in
            try CorrectApplication.run(id, name: name, email: email, phone: phone, in: work)
        }
        return visit.redirect(.response(id), saying: .corrected)
    }

    @Sendable static func sendLink(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        switch try await context.write({ work in try SendClaimLink.run(id, in: work) }) {
        case .sent: return context.visit.redirect(.response(id), saying: .linkSent)
        case .alreadySent: return context.visit.redirect(.response(id), saying: .linkSentBefore)
        case .notFound: throw HTTPError(.notFound)
        }
    }
}
