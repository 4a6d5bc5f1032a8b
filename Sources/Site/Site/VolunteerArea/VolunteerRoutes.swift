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
        area.get("/reacties/{application}") { _, context in try await show(context) }
        area.post("/reacties/{application}/bericht", use: write)
        area.post("/reacties/{application}/bericht/terug", use: takeBack)
        area.post("/reacties/{application}/intrekken", use: withdraw)
        area.post("/reacties/{application}/terugdraaien", use: undo)
        area.post("/reacties/{application}/geen-hulp", use: refuseHelp)
        area.get("/profiel") { _, context in try await showProfile(context, nil, FormErrors()) }
        area.post("/profiel", use: saveProfile)
    }

    @Sendable static func overview(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let page = try await context.read { work in
            let applications = try ApplicationQueries.list(
                .init(volunteer: context.volunteer), in: work.centre.id, page: visit.pageNumber, work.tx)
            return OwnWorkPage(
                applications: applications,
                matches: try MatchQueries.list(
                    .init(volunteer: context.volunteer), in: work.centre.id, page: Page(1, size: 10), work.tx),
                invitations: try InvitationQueries.list(volunteer: context.volunteer, in: work.centre.id, work.tx),
                promised: try ReplyClock.promised(applications.elements, in: work.centre, work.tx))
        }
        return visit.page(page.html(visit))
    }

    private static func show(
        _ context: VolunteerContext, _ data: FormData = FormData(), _ errors: FormErrors = FormErrors(),
        seal: String? = nil, unsent: String? = nil
    ) async throws -> Reply {
        let visit = context.visit
        let seal = seal ?? visit.newSeal()
        let id = try number(context)
        let page = try await context.find { work -> OwnApplicationPage? in
            guard let stored = try ApplicationQueries.seen(id, in: work) else { return nil }
            let application = stored.asTold
            return OwnApplicationPage(
                application: application, acts: ApplicationPolicy.acts(stored, work.actor),
                messages: try ApplicationQueries.messages(of: id, in: work.centre.id, work.tx),
                received: try ApplicationQueries.received(id, from: .organisation, in: work.centre.id, work.tx),
                match: try MatchQueries.find(of: id, in: work.centre.id, work.tx).flatMap { $0.isStanding ? $0 : nil },
                timeline: try Timeline.told(of: stored, to: .volunteer, in: work),
                promised: try ReplyClock.promised([application], in: work.centre, work.tx)[id],
                form: visit.fields(data, errors), seal: seal, others: try visit.others(than: application, in: work),
                actor: work.actor,
                aside: try RelayedMail.aside(of: id, from: .volunteer, work.actor.account, in: work.centre.id, work.tx),
                contact: try stored.contactPerson(in: work.centre.id, work.tx),
                unsent: unsent)
        }
        let html = page.html(visit)
        return unsent == nil ? visit.form(html, errors) : visit.page(html, status: .conflict)
    }

    @Sendable static func write(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let text = reader.text("bericht", max: 4000, missing: visit.t("Write your message first."))
        let (errors, seal) = SealedForm.check(data, reader.errors, visit)
        guard errors.isEmpty else { return try await show(context, data, errors, seal: seal) }
        switch try await context.write({ work in
            try WriteMessage.run(
                text, about: id, submissionKey: seal, read: data.first("gelezen").flatMap { Int($0) }, in: work)
        }) {
        case .sent: return visit.redirect(.ownResponse(id), saying: .sent)
        case .closed: return try await show(context, unsent: text)
        case .crossed:
            var errors = FormErrors()
            errors.add(
                "bericht", visit.t("The organisation wrote to you in the meantime. Read it above before you send this.")
            )
            return try await show(context, data, errors)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func withdraw(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let id = try number(context)
        let farewell = FarewellFields.read(try await request.form(), context.visit)
        let outcome = try await context.write { work in try WithdrawApplication.run(id, saying: farewell, in: work) }
        guard outcome != .notFound else { throw HTTPError(.notFound) }
        return context.visit.redirect(.ownResponse(id), saying: outcome == .withdrawn ? .withdrawn : .closed)
    }

    @Sendable static func takeBack(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let id = try number(context)
        let message = try await request.form().first(Conversation.field).flatMap { Int64($0) } ?? 0
        switch try await context.write({ work in try TakeBackMessage.run(message, about: id, in: work) }) {
        case .done: return context.visit.redirect(.ownResponse(id), saying: .messageTakenBack)
        case .tooLate: return context.visit.redirect(.ownResponse(id), saying: .messageStays)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func undo(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let id = try number(context)
        switch try await context.write({ work in try UndoClosing.run(id, in: work) }) {
        case .undone: return context.visit.redirect(.ownResponse(id), saying: .undone)
        case .tooLate: return context.visit.redirect(.ownResponse(id), saying: .tooLate)
        case .already: return context.visit.redirect(.ownResponse(id), saying: .alreadyUndone)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func refuseHelp(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let id = try number(context)
        let outcome = try await context.write { work in try HandBack.refuse(id, in: work) }
        guard outcome != .notFound else { throw HTTPError(.notFound) }
        return context.visit.redirect(.ownResponse(id), saying: .noHelp)
    }

    @Sendable static func saveProfile(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        try await save(try await request.form(), context)
    }

    private static func save(_ typed: FormData, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let id = context.volunteer
        let now = try await context.find { work in try VolunteerQueries.find(id, in: work.centre.id, work.tx) }
        let seen = SeenFields(ProfilePage.data(now))
        let (data, both) = seen.merged(typed)
        var reader = FormReader(data, visit.t)
        reader.ask(about: both)
        var profile = Volunteer.Profile()
        profile.name = reader.name("naam", missing: visit.t("Fill in your name."))
        let entry = try await context.read { work in try Candidate.find(id, in: work.centre.id, work.tx) }
        if let entry, let piece = Revealing(profile.name).piece(of: entry.introduction, isName: false) {
            reader.errors.add(
                "naam",
                visit.t(
                    "“{words}” stands in your text for the candidate pool, where organisations do not see your name. Change that text first.",
                    ["words": piece]))
        }
        profile.phone = reader.phone("telefoon")
        profile.place = reader.line("plaats", max: 80)
        profile.about = reader.text("over", max: 1000)
        profile.pausedUntil = reader.date("pauze", within: 2, of: visit.today)
        if let day = profile.pausedUntil, day < visit.today {
            reader.errors.add("pauze", visit.t("This date has passed. Choose a day from today on."))
        }
        profile.sharing = .init(
            phone: reader.flag("deel-telefoon"), place: reader.flag("deel-plaats"), about: reader.flag("deel-over"))
        guard reader.errors.isEmpty else { return try await showProfile(context, reader.data, reader.errors) }
        let changed = profile
        let isSaved = try await context.write { work in
            try work.claim("volunteer", id)
            guard let stored = try VolunteerQueries.find(id, in: work.centre.id, work.tx),
                seen.isStill(ProfilePage.data(stored))
            else { return false }
            return try ChangeProfile.run(changed, in: work)
        }
        guard isSaved else { return try await save(typed, context) }
        return visit.redirect(.profile, saying: .saved)
    }

    private static func showProfile(_ context: VolunteerContext, _ data: FormData?, _ errors: FormErrors) async throws
        -> Reply
    {
        let visit = context.visit
        let id = context.volunteer
        let page = try await context.find { work -> ProfilePage? in
            guard let volunteer = try VolunteerQueries.find(id, in: work.centre.id, work.tx) else { return nil }
            return ProfilePage(
                volunteer: volunteer, views: try VolunteerQueries.views(of: id, in: work.centre.id, work.tx),
                form: visit.fields(data ?? ProfilePage.data(volunteer), errors))
        }
        return visit.form(page.html(visit), errors)
    }

    private static func number(_ context: VolunteerContext) throws -> ID<VolunteerCentre.Application> {
        try context.id("application")
    }
}
