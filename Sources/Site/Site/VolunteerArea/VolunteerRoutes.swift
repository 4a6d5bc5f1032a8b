import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Mijn vrijwilligerswerk*: own responses and matches, the conversation, the profile.
enum VolunteerRoutes {
    static func add(to area: RouterGroup<VolunteerContext>) {
        area.get("/", use: overview)
        OwnInvitationRoutes.add(to: area)
        SuitsMeRoutes.add(to: area)
        KeptRoutes.add(to: area)
        OwnDataRoutes.add(to: area)
        PoolRoutes.add(to: area)
        area.get("/reacties/{application}") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/reacties/{application}/bericht", use: write)
        area.post("/reacties/{application}/intrekken", use: withdraw)
        area.get("/profiel", use: profile)
        area.post("/profiel", use: saveProfile)
    }

    @Sendable static func overview(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let (volunteer, centre, number) = (context.volunteer, visit.centre.id, visit.pageNumber)
        let page = try await visit.services.database.read { tx in
            OwnWorkPage(
                applications: try ApplicationQueries.list(
                    .init(volunteer: volunteer), in: centre, page: number, tx),
                matches: try MatchQueries.list(.init(volunteer: volunteer), in: centre, page: Page(1, size: 10), tx),
                invitations: try InvitationQueries.list(volunteer: volunteer, in: centre, tx))
        }
        return visit.page(page.html(visit))
    }

    private static func show(_ context: VolunteerContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply
    {
        let visit = context.visit
        let id = try number(context)
        let (actor, centre) = (context.actor, visit.centre.id)
        let page = try await visit.services.database.read { tx -> OwnApplicationPage? in
            guard let application = try ApplicationQueries.find(id, in: centre, tx),
                ApplicationPolicy.canSee(application, actor)
            else { return nil }
            return OwnApplicationPage(
                application: application, messages: try ApplicationQueries.messages(of: id, in: centre, tx),
                match: try MatchQueries.find(of: id, in: centre, tx),
                history: try StateChange.history(of: "application", id.number, in: centre, tx), data: data,
                errors: errors)
        }
        guard let page else { throw HTTPError(.notFound) }
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func write(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let text = reader.text("bericht", max: 4000, missing: visit.t("Write your message first."))
        guard reader.errors.isEmpty else { return try await show(context, data, reader.errors) }
        let (mails, actor, centre, now) = (visit.services.mails, context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try WriteMessage(mails: mails)(text, about: id, by: actor, centre: centre, now: now, tx)
        }
        guard outcome != .notFound else { throw HTTPError(.notFound) }
        return visit.redirect(.ownResponse(id), saying: outcome == .sent ? .sent : .closed)
    }

    @Sendable static func withdraw(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let (mails, actor, centre, now) = (visit.services.mails, context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try WithdrawApplication(mails: mails)(id, by: actor, centre: centre, now: now, tx)
        }
        guard outcome != .notFound else { throw HTTPError(.notFound) }
        return visit.redirect(.ownResponse(id), saying: outcome == .withdrawn ? .withdrawn : .closed)
    }

    @Sendable static func profile(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        try await showProfile(context, nil, FormErrors())
    }

    @Sendable static func saveProfile(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        var profile = Volunteer.Profile()
        profile.name = reader.line("naam", max: 100, missing: visit.t("Fill in your name."))
        profile.phone = reader.phone("telefoon")
        profile.place = reader.line("plaats", max: 80)
        profile.about = reader.text("over", max: 1000)
        profile.pausedUntil = reader.date("pauze")
        profile.sharing = .init(
            phone: reader.flag("deel-telefoon"), place: reader.flag("deel-plaats"), about: reader.flag("deel-over"))
        guard reader.errors.isEmpty else { return try await showProfile(context, data, reader.errors) }
        let (actor, now, changed) = (context.actor, visit.now, profile)
        _ = try await visit.services.write { tx in try ChangeProfile.run(changed, by: actor, now: now, tx) }
        return visit.redirect(.profile, saying: .saved)
    }

    private static func showProfile(_ context: VolunteerContext, _ data: FormData?, _ errors: FormErrors) async throws
        -> Reply
    {
        let visit = context.visit
        let (id, centre) = (context.volunteer, visit.centre.id)
        let page = try await visit.services.database.read { tx -> ProfilePage? in
            guard let volunteer = try VolunteerQueries.find(id, in: centre, tx) else { return nil }
            return ProfilePage(
                volunteer: volunteer, views: try VolunteerQueries.views(of: id, in: centre, tx),
                data: data ?? ProfilePage.data(volunteer), errors: errors)
        }
        guard let page else { throw HTTPError(.notFound) }
        return visit.form(page.html(visit), errors)
    }

    private static func number(_ context: VolunteerContext) throws -> ID<VolunteerCentre.Application> {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        return id
    }
}
