import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Who looks after a vacancy, and handing over what somebody looks after.
enum HandOverRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/organisatie/mensen/{account}/overdragen") { _, context in
            try await show(context, FormData(), FormErrors(), isLeaving: context.visit.query.first("weg") != nil)
        }
        area.post("/organisatie/mensen/{account}/overdragen", use: handOver)
        area.post("/organisatie/mensen/{account}/weg", use: remove)
        area.post("/vacatures/{vacancy}/aanspreekpunt", use: choose)
    }

    private static func show(
        _ context: MemberContext, _ data: FormData, _ errors: FormErrors, isLeaving: Bool
    ) async throws -> Reply {
        let visit = context.visit
        let (account, organisation): (ID<Account>, ID<Organisation>) = (try context.id("account"), context.organisation)
        let isOwn = account == context.session.account
        guard context.membership.decides || isOwn, !(isLeaving && isOwn) else { throw HTTPError(.notFound) }
        let page = try await context.find { work -> HandOverPage? in
            let people = try OrganisationQueries.members(of: organisation, in: work.centre.id, work.tx)
            guard let member = people.first(where: { $0.account.id == account }),
                let items = try HandOver.items(of: account, in: work)
            else { return nil }
            return HandOverPage(
                member: member, items: items, colleagues: people.filter { $0.account.id != account },
                departments: try Department.listed(of: organisation, in: work.centre.id, work.tx), isLeaving: isLeaving,
                isOwn: isOwn, form: visit.fields(data, errors))
        }
        return visit.form(page.html(visit), errors)
    }

    private static func receiver(_ chosen: String) -> HandOver.Receiver? {
        if chosen == HandOverPage.everybody { return .everybody }
        let number = String(chosen.dropFirst())
        switch chosen.first {
        case "c": return ID<Account>(number).map { .colleague($0) }
        case "a": return ID<Department>(number).map { .department($0) }
        default: return nil
        }
    }

    @Sendable static func handOver(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (visit, account): (Visit, ID<Account>) = (context.visit, try context.id("account"))
        let data = try await request.form()
        let isLeaving = data.first("weg") != nil
        var errors = FormErrors()
        guard let receiver = receiver(data.first("aan") ?? "") else {
            errors.add("aan", visit.t("Choose who looks after it from now on."))
            return try await show(context, data, errors, isLeaving: isLeaving)
        }
        let outcome = try await context.write { work in
            isLeaving
                ? try HandOver.remove(account, handingTo: receiver, in: work)
                : try HandOver.run(account, to: receiver, in: work)
        }
        guard outcome != .receiverGone else {
            errors.add("aan", visit.t("This choice is no longer there. Choose again."))
            return try await show(context, data, errors, isLeaving: isLeaving)
        }
        return try reply(outcome, account, saying: isLeaving ? .removed : .handedOver, visit)
    }

    @Sendable static func remove(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let account: ID<Account> = try context.id("account")
        let outcome = try await context.write { work in try HandOver.remove(account, handingTo: nil, in: work) }
        return try reply(outcome, account, saying: .removed, context.visit)
    }

    private static func reply(
        _ outcome: HandOver.Outcome, _ account: ID<Account>, saying done: MembersNotice, _ visit: Visit
    ) throws -> Reply {
        switch outcome {
        case .done: visit.redirect(.members, saying: done)
        case .nothing: visit.redirect(.members, saying: .nothing)
        case .lastOwner: visit.redirect(.members, saying: .lastOwner)
        case .looksAfterSomething: visit.redirect("/beheer/organisatie/mensen/\(account)/overdragen?weg=1")
        case .notFound, .receiverGone: throw HTTPError(.notFound)
        }
    }

    @Sendable static func choose(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (visit, id) = (context.visit, try await VacancyRoutes.find(context).id)
        let data = try await request.form()
        let (typed, seen) = (data.first("aanspreekpunt"), data.first("gezien").flatMap { ID<Account>($0) })
        let chosen = typed.flatMap { ID<Account>($0) }
        // Only the empty choice means everybody.
        guard typed == "" || chosen != nil else { return visit.redirect(.vacancy(id), saying: .contactGone) }
        switch try await context.write({ work in try ChooseContactPerson.run(id, chosen, seen: seen, in: work) }) {
        case .done: return visit.redirect(.vacancy(id), saying: .contactChosen)
        case .gone: return visit.redirect(.vacancy(id), saying: .contactGone)
        case .changedMeanwhile: return visit.redirect(.vacancy(id), saying: .contactChanged)
        case .notFound: throw HTTPError(.notFound)
        }
    }
}
