import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Kandidatenbank* of a volunteer: to be found or not, how, and the invitations that come of it.
enum PoolRoutes {
    static func add(to area: RouterGroup<VolunteerContext>) {
        area.get("/kandidatenbank") { _, context in try await show(context, nil, FormErrors(), isPreview: false) }
        area.post("/kandidatenbank", use: join)
        area.post("/kandidatenbank/uit", use: leave)
        area.post("/kandidatenbank/organisaties/{organisation}", use: unblock)
        area.get("/kandidatenbank/uitnodigingen/{invitation}", use: invitation)
        area.post("/kandidatenbank/uitnodigingen/{invitation}", use: answer)
    }

    private static func show(
        _ context: VolunteerContext, _ data: FormData?, _ errors: FormErrors, isPreview: Bool
    ) async throws -> Reply {
        let visit = context.visit
        let id = context.volunteer
        let page = try await context.read { work in
            PoolPage(
                pausedUntil: try VolunteerQueries.find(id, in: work.centre.id, work.tx)?.pausedUntil,
                candidate: try Candidate.find(id, in: work.centre.id, work.tx),
                answers: try Answers.of(id, in: work.centre.id, work.tx),
                volunteer: id, invitations: try PoolInvitation.list(volunteer: id, in: work.centre.id, work.tx),
                views: try VolunteerQueries.views(of: id, in: work.centre.id, work.tx),
                found: try VolunteerQueries.found(id, in: work.centre.id, work.tx),
                blocked: try Candidate.blocked(by: id, in: work.centre.id, work.tx), data: data, errors: errors,
                isPreview: isPreview)
        }
        return visit.form(page.html(visit), errors)
    }

    /// First what organisations would see, then, with a second button, in it.
    @Sendable static func join(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        var reader = FormReader(try await request.form(), visit.t)
        let alias = reader.line(
            "schuilnaam", max: Candidate.longestAlias,
            missing: visit.t("Choose a name under which organisations see you."))
        let introduction = reader.text("voorstellen", max: Candidate.longestIntroduction)
        let own = context.volunteer
        let volunteer = try await context.read { work in try VolunteerQueries.find(own, in: work.centre.id, work.tx) }
        let revealing = volunteer.map { Revealing($0.name) }
        for (field, text) in [("schuilnaam", alias), ("voorstellen", introduction)] {
            if let piece = revealing?.piece(of: text, isName: field == "schuilnaam") {
                reader.errors.add(
                    field,
                    visit.t("“{words}” says who you are. Leave it out, or say it in another way.", ["words": piece]))
            }
        }
        guard reader.errors.isEmpty, reader.data.first("zeker") == "1" else {
            return try await show(context, reader.data, reader.errors, isPreview: reader.errors.isEmpty)
        }
        _ = try await context.write { work in try JoinPool.run(alias: alias, introduction: introduction, in: work) }
        return visit.redirect(.pool, saying: .joined)
    }

    @Sendable static func leave(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        _ = try await context.write { work in try JoinPool.leave(in: work) }
        return context.visit.redirect(.pool, saying: .left)
    }

    @Sendable static func unblock(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let id: ID<Organisation> = try context.id("organisation")
        try await context.carryOut { work in try JoinPool.unblock(id, in: work) }
        return context.visit.redirect(.pool, saying: .again)
    }

    @Sendable static func invitation(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let (id, own) = (try number(context), context.volunteer)
        let page = try await context.find { work -> PoolInvitationPage? in
            guard let invitation = try PoolInvitation.find(id, in: work.centre.id, work.tx),
                invitation.volunteer == own,
                let volunteer = try VolunteerQueries.find(own, in: work.centre.id, work.tx)
            else { return nil }
            return PoolInvitationPage(
                invitation: invitation, answers: invitation.answers(work.actor), volunteer: volunteer)
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func answer(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let answers: [String: PoolInvitation.State] = ["ja": .accepted, "nu-niet": .notNow, "nooit": .never]
        guard let answer = answers[try await request.form().first("antwoord") ?? ""] else {
            throw HTTPError(.badRequest)
        }
        switch try await context.write({ work in try AnswerPoolInvitation.run(answer, id, in: work) }) {
        case .accepted(let application): return visit.redirect(.ownResponse(application), saying: .saidYes)
        case .closed: return visit.redirect(.poolInvitation(id), saying: .closed)
        case .declined, .alreadySo: return visit.redirect(.poolInvitation(id), saying: .answered)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    private static func number(_ context: VolunteerContext) throws -> ID<PoolInvitation> {
        try context.id("invitation")
    }
}
