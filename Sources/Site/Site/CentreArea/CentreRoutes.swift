import Composition
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// The centre's own area: what waits for a decision, the organisations and vacancies, the outgoing mail.
enum CentreRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/", use: queue)
        area.get("/wacht-te-lang", use: overdue)
        area.get("/activiteit", use: activity)
        area.get("/organisaties", use: organisations)
        area.get("/organisaties/{organisation}") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/organisaties/{organisation}/accorderen") { request, context in
            try await review(request, context) { _ in .approve }
        }
        area.post("/organisaties/{organisation}/afwijzen") { request, context in
            try await review(request, context) { .reject(reason: $0.reason()) }
        }
        area.post("/organisaties/{organisation}/vragen", use: ask)
        area.post("/organisaties/{organisation}/uitnodiging", use: renewInvitation)
        CentreVacancyRoutes.add(to: area)
        OutboxRoutes.add(to: area)
        StaffRoutes.add(to: area)
        TextRoutes.add(to: area)
        area.post("/organisaties/{organisation}/opschorten", use: suspend)
        area.post("/organisaties/{organisation}/herstellen", use: restore)
        OnBehalfRoutes.add(to: area)
        HandedBackRoutes.add(to: area)
        DoublesRoutes.add(to: area)
        MergeRoutes.add(to: area)
        ConsultantRoutes.add(to: area)
        CorrectionRoutes.add(to: area)
        CorrectVolunteerRoutes.add(to: area)
    }

    @Sendable static func queue(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let page = try await context.read { work in
            let vacancies = try VacancyQueries.list(
                in: work.centre.id, state: .queued, order: .init(.queued), page: visit.pageNumber, work.tx)
            return ReviewQueuePage(
                organisations: try OrganisationQueries.waiting(in: work.centre.id, page: visit.pageNumber, work.tx),
                vacancies: vacancies,
                advice: try VacancyQueries.all(vacancies.elements.map(\.id), in: work.centre.id, work.tx).mapValues {
                    visit.services.coach.advice(
                        about: $0.newest, .init(hasContactPerson: $0.contactPerson != nil, off: visit.centre.coachOff))
                },
                overdue: try ApplicationQueries.overdue(in: work.centre.id, page: Page(1, size: 1), work.tx).total,
                unreachable: try Reachability.unreachable(in: work.centre.id, work.tx).count)
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func overdue(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let page = try await context.read { work in
            let applications = try ApplicationQueries.overdue(in: work.centre.id, page: visit.pageNumber, work.tx)
            return OverduePage(
                applications: applications,
                promised: try ReplyClock.promised(applications.elements, in: work.centre, work.tx),
                actable: try OrganisationQueries.actable(
                    among: Array(Set(applications.elements.map(\.organisation))), in: work),
                helps: VolunteerPolicy.canMerge(work.actor),
                unreachable: try Reachability.unreachable(in: work.centre.id, work.tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func activity(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let kind = visit.query.first("soort").flatMap(CentreActivity.Kind.init(rawValue:))
        let entries = try await context.read { work in
            try CentreActivity.list(kind, in: work.centre.id, page: visit.pageNumber, work.tx)
        }
        return visit.page(CentreActivityPage(kind: kind, entries: entries).html(visit))
    }

    @Sendable static func organisations(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let words = visit.searchWords
        let standard = ListOrder(OrganisationQueries.Key.name)
        let order = visit.order(standard)
        let found = try await context.read { work in
            try OrganisationQueries.list(
                in: work.centre.id, matching: Folding.words(words), order: order, page: visit.listPage, work.tx)
        }
        let page = OrganisationsPage(
            words: words, organisations: found,
            list: ListAddress("/centrum/organisaties", [("q", words)], order: order, standard: standard))
        return visit.asksForFile ? page.file(visit) : visit.page(page.html(visit))
    }

    private static func show(
        _ context: StaffContext, _ data: FormData, _ errors: FormErrors, unsent: String? = nil
    ) async throws -> Reply {
        let visit = context.visit
        let id = try number(context)
        let page = try await context.read { work -> OrganisationReviewPage? in
            guard let organisation = try OrganisationQueries.find(id, in: work.centre.id, work.tx) else { return nil }
            let acts = OrganisationPolicy.acts(organisation, work.actor)
            let mark = try ReviewOrganisation.mark(of: organisation, in: work)
            var errors = errors
            // Whatever else was wrong: what was not seen yet is said before it can be decided about.
            if let seen = data.first("gezien"), seen != mark, errors["gezien"] == nil {
                errors.add("gezien", changedMeanwhile(visit))
            }
            return OrganisationReviewPage(
                organisation: organisation, acts: acts,
                doubles: acts.contains(.review)
                    ? try MergeOrganisations.candidates(for: organisation, matching: [], in: work.centre.id, work.tx)
                    : [],
                members: try OrganisationQueries.members(of: id, in: work.centre.id, work.tx),
                timeline: try Timeline.of("organisation", id.number, in: work.centre.id, work.tx),
                previous: try OrganisationVersion.previous(of: id, in: work.centre.id, work.tx),
                consultant: try Consultant.of(id, in: work.centre.id, today: work.today, work.tx),
                colleagues: try AccountQueries.staff(in: work.centre.id, work.tx),
                seen: mark,
                form: visit.fields(data, errors), unsent: unsent)
        }
        guard let page else {
            let merged = try await context.find { work in
                try MergeOrganisations.successor(of: id, in: work.centre.id, work.tx)
            }
            return visit.redirect("/centrum/organisaties/\(merged)")
        }
        return unsent == nil
            ? visit.form(page.html(visit), errors) : visit.page(page.html(visit), status: .conflict)
    }

    private static func review(
        _ request: Request, _ context: StaffContext, _ verdict: (inout FormReader) -> ReviewOrganisation.Verdict
    ) async throws -> Reply {
        let (visit, id) = (context.visit, try number(context))
        return try await context.decide(request, verdict, again: { try await show(context, $0, $1) }) {
            decided, reader in
            let (ticked, seen) = (reader.data.all("criterium"), reader.data.first("gezien"))
            switch try await context.write({ work in
                try ReviewOrganisation.run(decided, id, criteria: ticked, seen: seen, in: work)
            }) {
            case .done: return visit.redirect(.review(id), saying: decided == .approve ? .approved : .rejected)
            case .alreadyReviewed: return try await decidedMeanwhile(id, decided.words, context)
            case .criteriaLeft:
                reader.errors.add("criterium", visit.t("Tick all criteria, or refuse the organisation with a reason."))
                return nil
            case .changedMeanwhile:
                reader.errors.add("gezien", changedMeanwhile(visit))
                return nil
            case .notFound: throw HTTPError(.notFound)
            }
        }
    }

    private static func changedMeanwhile(_ visit: Visit) -> String {
        visit.t("A colleague did something in the meantime. Read it under History, and decide then.")
    }

    @Sendable static func ask(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let missing = context.visit.t("Write what you want to know. The organisation reads it.")
        return try await tell(request, context, field: "vraag", missing: missing, done: .asked) { id, words, work in
            let outcome = try AskOrganisation.run(id, words: words, in: work)
            return outcome == .notFound ? nil : outcome == .done
        }
    }

    @Sendable static func suspend(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let missing = context.visit.t("Write why. The organisation reads this text in a mail.")
        return try await tell(request, context, field: "reden-opschorten", missing: missing, done: .suspended) {
            id, words, work in
            let outcome = try SuspendOrganisation.run(id, reason: words, in: work)
            return outcome == .notFound ? nil : outcome == .done
        }
    }

    /// - Parameter act: whether it was done, or a colleague was first; nil where there is no such organisation.
    private static func tell(
        _ request: Request, _ context: StaffContext, field: String, missing: String, done: ReviewNotice,
        _ act: @escaping @Sendable (ID<Organisation>, String, UnitOfWork) throws -> Bool?
    ) async throws -> Reply {
        let id = try number(context)
        return try await context.decide(
            request, { $0.text(field, max: 2000, missing: missing) }, again: { try await show(context, $0, $1) }
        ) { words, _ in
            let outcome = try await context.carryOut { work in try act(id, words, work) }
            guard outcome else { return try await decidedMeanwhile(id, words, context) }
            return context.visit.redirect(.review(id), saying: done)
        }
    }

    private static func decidedMeanwhile(
        _ id: ID<Organisation>, _ words: String?, _ context: StaffContext
    ) async throws -> Reply {
        if try await context.isUnsaid(words, about: ("organisation", id.number)) {
            return try await show(context, FormData(), FormErrors(), unsent: words)
        }
        return context.visit.redirect(.review(id), saying: .alreadyReviewed)
    }

    @Sendable static func restore(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let id = try number(context)
        let outcome = try await context.write { work in try SuspendOrganisation.restore(id, in: work) }
        guard outcome != .notFound else { throw HTTPError(.notFound) }
        return context.visit.redirect(.review(id), saying: outcome == .done ? .restored : .alreadyReviewed)
    }

    @Sendable static func renewInvitation(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let id = try number(context)
        let sent = try await context.carryOut { work in try RenewInvitation.run(id, in: work) }
        return context.visit.redirect(.review(id), saying: sent > 0 ? .invited : .nobodyToInvite)
    }

    private static func number(_ context: StaffContext) throws -> ID<Organisation> { try context.id("organisation") }
}
