import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Doorzetten naar match*, its end, and taking it back.
enum MatchRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/reacties/{application}/match") { _, context in
            let application = try await ApplicationRoutes.find(context)
            guard ApplicationPolicy.acts(application, context.actor).contains(.match) else {
                return context.visit.redirect("/beheer/reacties/\(application.id)")
            }
            return form(application, FormData(), FormErrors(), context.visit)
        }
        area.post("/reacties/{application}/match", use: create)
        area.post("/matches/{match}/einde", use: end)
        area.post("/matches/{match}/begin", use: changeBegin)
        area.post("/matches/{match}/terugdraaien", use: cancel)
        area.post("/matches/{match}/doorgaan", use: resume)
    }

    @Sendable static func create(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let application = try await ApplicationRoutes.find(context)
        var reader = FormReader(try await request.form(), visit.t)
        let begin = reader.date("begin", within: 2, of: visit.today)
        let end = reader.date("einde", within: 10, of: visit.today)
        if begin == nil, reader.errors["begin"] == nil {
            reader.errors.add("begin", visit.t("Fill in on which day the work begins."))
        }
        if let begin, let end, end < begin {
            reader.errors.add("einde", tooEarly(visit))
        }
        guard reader.errors.isEmpty, let begin else { return form(application, reader.data, reader.errors, visit) }
        let outcome = try await context.write { work in
            try CreateMatch.run(application.id, from: begin, until: end, in: work)
        }
        switch outcome {
        case .created:
            let othersWait = try await context.read { work in
                try VacancyQueries.find(application.vacancy, in: work.centre.id, work.tx)?.isFull == true
                    && ThankTheRest.waiting(for: application.vacancy, most: 1, in: work).total > 0
            }
            return visit.redirect(.response(application.id), saying: othersWait ? .matchedLast : .matched)
        case .closed: return visit.redirect(.response(application.id), saying: .closed)
        case .tooOften: return visit.redirect(.response(application.id), saying: .tooOften)
        // The page shows the match, or says what to do first.
        case .alreadyMatched, .withoutAccount: return visit.redirect("/beheer/reacties/\(application.id)")
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func end(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Match> = try context.id("match")
        let data = try await request.form()
        // Empty says that the end is not known; a form without the field says nothing.
        guard data.first("einde") != nil else { throw HTTPError(.badRequest) }
        var reader = FormReader(data, visit.t)
        let day = reader.date("einde", within: 10, of: visit.today)
        // A day that has passed ends the match at once, with a mail: it is asked once more.
        let asks = day.map { $0 < visit.today && data.first("zeker") != $0.iso } ?? false
        let isRead = reader.errors.isEmpty
        let (outcome, response) = try await context.carryOut { work in
            try MatchQueries.seen(id, in: work).map { match -> (EndMatch.Outcome?, ID<VolunteerCentre.Application>) in
                guard isRead else { return (nil, match.application) }
                // Another tab, or a colleague, noted another day meanwhile.
                if let was = data.first("was"), was != match.endsOn?.iso ?? "" {
                    return (.changedMeanwhile, match.application)
                }
                if asks, let day, day >= match.beginsOn, MatchPolicy.acts(match, work.actor).contains(.end) {
                    return (nil, match.application)
                }
                return (try EndMatch.end(id, on: day, in: work), match.application)
            }
        }
        switch outcome {
        case .ended, .planned: return visit.redirect(.response(response), saying: .endNoted)
        case .open: return visit.redirect(.response(response), saying: .endOpen)
        case .unchanged: return visit.redirect(.response(response), saying: .endUnchanged)
        case .alreadyOver, .cancelled: return visit.redirect(.response(response), saying: .alreadyOver)
        case .changedMeanwhile:
            reader.errors.add(
                "einde",
                visit.t("The last day was changed in the meantime. Look at what stands here now, and send it again."))
            return try await ApplicationRoutes.show(response, context, FormData(), reader.errors)
        case .beforeItBegan: reader.errors.add("einde", tooEarly(visit))
        case nil where isRead:
            reader.errors.add(
                "einde",
                visit.t(
                    "This day has passed, so the match ends at once and a mail with thanks goes out. Is that right? Then send it once more."
                ))
        case nil: break
        case .notFound: throw HTTPError(.notFound)
        }
        return try await ApplicationRoutes.show(
            response, context, data, reader.errors, endAsked: isRead && outcome == nil ? day : nil)
    }

    @Sendable static func changeBegin(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let id: ID<Match> = try context.id("match")
        var reader = FormReader(try await request.form(), visit.t)
        let day = reader.date("begin", within: 2, of: visit.today)
        if day == nil, reader.errors["begin"] == nil {
            reader.errors.add("begin", visit.t("Fill in on which day the work begins."))
        }
        let response = try await context.find { work in try MatchQueries.seen(id, in: work)?.application }
        if reader.errors.isEmpty, let day {
            switch try await context.write({ work in try ChangeMatch.begin(id, on: day, in: work) }) {
            case .changed: return visit.redirect(.response(response), saying: .beginChanged)
            case .unchanged: return visit.redirect("/beheer/reacties/\(response)")
            case .alreadyOver: return visit.redirect(.response(response), saying: .alreadyOver)
            case .afterItsEnd:
                reader.errors.add("begin", visit.t("The last day of this match lies before it. Change that first."))
            case .notFound: throw HTTPError(.notFound)
            }
        }
        return try await ApplicationRoutes.show(response, context, reader.data, reader.errors)
    }

    private static func tooEarly(_ visit: Visit) -> String {
        visit.t("The end lies before the beginning. Choose a later day, or leave it empty.")
    }

    @Sendable static func cancel(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<Match> = try context.id("match")
        let done = try await context.write { work in
            let outcome = try EndMatch.cancel(id, in: work)
            let match = try MatchQueries.seen(id, in: work)
            return (outcome, match?.application, match?.state)
        }
        guard done.0 != .notFound, let response = done.1 else { throw HTTPError(.notFound) }
        return context.visit.redirect(
            .response(response), saying: done.0 == .alreadyOver && done.2 != .cancelled ? .alreadyOver : .takenBack)
    }

    @Sendable static func resume(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<Match> = try context.id("match")
        let done = try await context.write { work in
            (try EndMatch.resume(id, in: work), try MatchQueries.seen(id, in: work)?.application)
        }
        guard done.0 != .notFound, let response = done.1 else { throw HTTPError(.notFound) }
        return context.visit.redirect(.response(response), saying: done.0 == .open ? .resumed : nil)
    }

    private static func form(
        _ application: VolunteerCentre.Application, _ data: FormData, _ errors: FormErrors, _ visit: Visit
    ) -> Reply {
        let page = MatchFormPage(application: application, form: visit.fields(data, errors))
        return visit.form(page.html(visit), errors)
    }
}
