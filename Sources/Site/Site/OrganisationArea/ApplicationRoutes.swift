import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// A response as the organisation handles it: read, answer, go on to a match, say no; and noting one that came by telephone.
enum ApplicationRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/reacties/{application}") { _, context in try await show(try context.id("application"), context) }
        area.post("/reacties/{application}/bericht", use: write)
        area.post("/reacties/{application}/bericht/terug", use: takeBack)
        area.post("/reacties/{application}/afwijzen", use: decline)
        area.post("/reacties/{application}/terugdraaien", use: undo)
        area.get("/vrijwilligers/{volunteer}", use: profile)
        area.get("/vacatures/{vacancy}/reactie-noteren") { _, context in
            return note(
                try await answerable(context), FormData(), FormErrors(), seal: context.visit.newSeal(), context.visit)
        }
        area.post("/vacatures/{vacancy}/reactie-noteren", use: noteDown)
        MatchRoutes.add(to: area)
        GuestRoutes.add(to: area)
        ThankRoutes.add(to: area)
    }

    static func find(_ context: MemberContext) async throws -> VolunteerCentre.Application {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        return try await context.find { work in try ApplicationQueries.seen(id, in: work) }
    }

    static func show(
        _ id: ID<VolunteerCentre.Application>, _ context: MemberContext, _ data: FormData = FormData(),
        _ errors: FormErrors = FormErrors(), seal: String? = nil, unsent: String? = nil, endAsked: CalendarDate? = nil
    ) async throws -> Reply {
        let seal = seal ?? context.visit.newSeal()
        let page = try await context.find { work -> ApplicationPage? in
            guard let application = try ApplicationQueries.seen(id, in: work) else { return nil }
            let match = try MatchQueries.find(of: id, in: work.centre.id, work.tx)
            return ApplicationPage(
                application: application,
                messages: try ApplicationQueries.messages(of: id, in: work.centre.id, work.tx),
                received: try ApplicationQueries.received(id, in: work.centre.id, work.tx),
                steps: try StateChange.count(of: "application", id.number, in: work.centre.id, work.tx),
                acts: ApplicationPolicy.acts(application, work.actor), match: match,
                matchActs: match.map { MatchPolicy.acts($0, work.actor) } ?? [],
                timeline: try Timeline.told(of: application, to: .organisation, in: work)
                    .merging(
                        try match.map {
                            try StateChange.history(of: "match", $0.id.number, in: work.centre.id, work.tx)
                        }),
                promised: try ReplyClock.promised([application], in: work.centre, work.tx)[id], actor: work.actor,
                notedAt: try NoteFollowUp.noted(of: application, in: work)?.at,
                language: try ApplicationQueries.language(of: id, in: work.centre.id, work.tx),
                beside: try ApplicationQueries.beside(application, in: work.centre.id, work.tx)
                    .filter { ApplicationPolicy.canSee($0, work.actor) },
                aside: try RelayedMail.aside(
                    of: id, from: .organisation, work.actor.account, in: work.centre.id, work.tx),
                form: context.visit.fields(data, errors), seal: seal, unsent: unsent, endAsked: endAsked)
        }
        let html = page.html(context.visit)
        return unsent == nil ? context.visit.form(html, errors) : context.visit.page(html, status: .conflict)
    }

    @Sendable static func write(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let text = reader.text("bericht", max: 4000, missing: visit.t("Write your message first."))
        let (errors, seal) = SealedForm.check(data, reader.errors, visit)
        guard errors.isEmpty else { return try await show(id, context, data, errors, seal: seal) }
        switch try await context.write({ work in
            try WriteMessage.run(
                text, about: id, submissionKey: seal, seen: data.first("stand").flatMap { .init(rawValue: $0) },
                read: data.first("gelezen").flatMap { Int($0) }, in: work)
        }) {
        case .sent: return visit.redirect(.response(id), saying: .sent)
        case .closed: return try await show(id, context, unsent: text)
        case .crossed: return try await wroteMeanwhile(id, "bericht", data, context)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func takeBack(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        let message = try await request.form().first(Conversation.field).flatMap { Int64($0) } ?? 0
        switch try await context.write({ work in try TakeBackMessage.run(message, about: id, in: work) }) {
        case .done: return context.visit.redirect(.response(id), saying: .messageTakenBack)
        case .tooLate: return context.visit.redirect(.response(id), saying: .messageStays)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    /// Her words come first: what was typed is still there, to be sent or changed.
    private static func wroteMeanwhile(
        _ id: ID<VolunteerCentre.Application>, _ field: String, _ data: FormData, _ context: MemberContext
    ) async throws -> Reply {
        var errors = FormErrors()
        errors.add(
            field,
            context.visit.t(
                "{name} wrote to you in the meantime. Read it above before you send this.",
                ["name": try await find(context).name]))
        return try await show(id, context, data, errors)
    }

    @Sendable static func decline(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        var reader = FormReader(try await request.form(), visit.t)
        guard let (cause, words) = CauseFields.read(&reader, visit) else {
            return try await show(id, context, reader.data, reader.errors)
        }
        let data = reader.data
        let (seen, steps) = (data.first("gelezen").flatMap { Int($0) }, data.first("gezien").flatMap { Int($0) })
        switch try await context.write({ work in
            try DeclineApplication.run(words, because: cause, id, seen: seen, steps: steps, in: work)
        }) {
        case .declined: return visit.redirect(.response(id), saying: .declined)
        case .declinedWithoutMail: return visit.redirect(.response(id), saying: .declinedWithoutMail)
        case .alreadyClosed: return try await show(id, context, unsent: words)
        case .wroteMeanwhile: return try await wroteMeanwhile(id, "reden", data, context)
        case .changedMeanwhile:
            reader.errors.add(
                "reden", visit.t("A colleague did something in the meantime. Read it under History, and decide then."))
            return try await show(id, context, data, reader.errors)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func undo(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<VolunteerCentre.Application> = try context.id("application")
        switch try await context.write({ work in try UndoClosing.run(id, in: work) }) {
        case .undone: return context.visit.redirect(.response(id), saying: .undone)
        case .tooLate: return context.visit.redirect(.response(id), saying: .tooLate)
        case .already: return context.visit.redirect(.response(id), saying: .alreadyUndone)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func profile(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Volunteer> = try context.id("volunteer")
        let organisation = context.organisation
        let page = try await context.carryOut { work -> VolunteerProfilePage? in
            guard let volunteer = try ViewProfile.run(id, in: work) else { return nil }
            return VolunteerProfilePage(
                volunteer: volunteer,
                applications: try ApplicationQueries.list(
                    .init(organisation: organisation, volunteer: id), in: work.centre.id, page: Page(1), work.tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func noteDown(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await answerable(context)
        var reader = FormReader(try await request.form(), visit.t)
        var input = NoteApplication.Input()
        input.channel =
            VolunteerCentre.Application.Channel(
                rawValue: reader.choice(
                    "hoe", among: NoteApplicationPage.channels.map(\.rawValue),
                    missing: visit.t("Choose how the person contacted you."))) ?? .phone
        input.name = reader.name("naam", missing: visit.t("Fill in the name."))
        input.email = reader.email("email")
        input.phone = reader.phone("telefoon")
        input.message = reader.text("bericht", max: 2000)
        let (errors, seal) = SealedForm.check(reader.data, reader.errors, visit)
        guard errors.isEmpty else { return note(vacancy, reader.data, errors, seal: seal, visit) }
        input.submissionKey = seal
        let noted = input
        switch try await context.write({ work in try NoteApplication.run(noted, on: vacancy.id, in: work) }) {
        case .noted(let id): return visit.redirect("/beheer/reacties/\(id)")
        case .alreadySent: return visit.redirect("/beheer/vacatures/\(vacancy.id)")
        case .notFound: throw HTTPError(.notFound)
        }
    }

    /// A vacancy to which somebody can have responded.
    private static func answerable(_ context: MemberContext) async throws -> Vacancy {
        let vacancy = try await VacancyRoutes.find(context)
        guard VacancyPolicy.acts(vacancy, context.actor).contains(.noteResponse) else { throw HTTPError(.notFound) }
        return vacancy
    }

    private static func note(
        _ vacancy: Vacancy, _ data: FormData, _ errors: FormErrors, seal: String, _ visit: Visit
    ) -> Reply {
        let page = NoteApplicationPage(vacancy: vacancy, form: visit.fields(data, errors), seal: seal)
        return visit.form(page.html(visit), errors)
    }
}
