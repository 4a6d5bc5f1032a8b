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
        let (id, centre) = (context.volunteer, visit.centre.id)
        let page = try await visit.services.database.read { tx in
            PoolPage(
                candidate: try Candidate.find(id, in: centre, tx), answers: try Answers.of(id, in: centre, tx),
                volunteer: id, invitations: try PoolInvitation.list(volunteer: id, in: centre, tx),
                views: try VolunteerQueries.views(of: id, in: centre, tx),
                found: try VolunteerQueries.found(id, in: centre, tx),
                blocked: try Candidate.blocked(by: id, in: centre, tx), data: data, errors: errors,
                isPreview: isPreview)
        }
        return visit.form(page.html(visit), errors)
    }

    /// First what organisations would see, then, with a second button, in it.
    @Sendable static func join(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let alias = reader.line(
            "schuilnaam", max: Candidate.longestAlias,
            missing: visit.t("Choose a name under which organisations see you."))
        let introduction = reader.text("voorstellen", max: Candidate.longestIntroduction)
        let own = context.volunteer
        let (centre, now, actor) = (visit.centre, visit.now, context.actor)
        let volunteer = try await visit.services.database.read { tx in
            try VolunteerQueries.find(own, in: centre.id, tx)
        }
        for (field, text) in [("schuilnaam", alias), ("voorstellen", introduction)] {
            if let volunteer, JoinPool.reveals(text, volunteer) {
                reader.errors.add(
                    field,
                    visit.t("This says who you are. Leave out your surname, e-mail address and telephone number."))
            }
        }
        guard reader.errors.isEmpty, data.first("zeker") == "1" else {
            return try await show(context, data, reader.errors, isPreview: reader.errors.isEmpty)
        }
        let random = visit.services.random
        _ = try await visit.services.write { tx in
            try JoinPool.run(
                alias: alias, introduction: introduction, by: actor, random: random, now: now, tx)
        }
        return visit.redirect(.pool, saying: .joined)
    }

    @Sendable static func leave(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let (actor, now) = (context.actor, visit.now)
        _ = try await visit.services.write { tx in try JoinPool.leave(by: actor, now: now, tx) }
        return visit.redirect(.pool, saying: .left)
    }

    @Sendable static func unblock(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Organisation> = try context.id("organisation")
        let (actor, now) = (context.actor, visit.now)
        guard try await visit.services.write({ tx in try JoinPool.unblock(id, by: actor, now: now, tx) }) else {
            throw HTTPError(.notFound)
        }
        return visit.redirect(.pool, saying: .again)
    }

    @Sendable static func invitation(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let (id, centre, own) = (try number(context), visit.centre.id, context.volunteer)
        let page = try await visit.services.database.read { tx -> PoolInvitationPage? in
            guard let invitation = try PoolInvitation.find(id, in: centre, tx), invitation.volunteer == own,
                let volunteer = try VolunteerQueries.find(own, in: centre, tx)
            else { return nil }
            return PoolInvitationPage(invitation: invitation, volunteer: volunteer)
        }
        guard let page else { throw HTTPError(.notFound) }
        return visit.page(page.html(visit))
    }

    @Sendable static func answer(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let answers: [String: PoolInvitation.State] = ["ja": .accepted, "nu-niet": .notNow, "nooit": .never]
        guard let answer = answers[try await request.form().first("antwoord") ?? ""] else {
            throw HTTPError(.badRequest)
        }
        let (mails, actor, centre, now) = (visit.services.mails, context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try AnswerPoolInvitation(mails: mails)(answer, id, by: actor, centre: centre, now: now, tx)
        }
        switch outcome {
        case .accepted(let application): return visit.redirect(.ownResponse(application), saying: .saidYes)
        case .closed: return visit.redirect(.poolInvitation(id), saying: .closed)
        case .declined, .alreadySo:
            return visit.redirect(.poolInvitation(id), saying: .answered)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    private static func number(_ context: VolunteerContext) throws -> ID<PoolInvitation> {
        let id: ID<PoolInvitation> = try context.id("invitation")
        return id
    }
}
