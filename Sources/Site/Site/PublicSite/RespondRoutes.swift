import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// Responding to a vacancy without an account.
enum RespondRoutes {
    /// Per visitor's address: a class that responds together behind one school network still fits.
    static let limit = RateLimit("respond", limit: 60, per: .minutes(15))
    /// Each sends a mail to an address that anybody may have typed.
    static let perEmail = RateLimit("respond-of", limit: 10, per: .hours(24))

    static func add(to router: Router<SiteContext>) {
        router.get("/vacatures/{vacancy}/reageren", use: choice)
        router.get("/vacatures/{vacancy}/reageren/zonder-account", use: form)
        router.post("/vacatures/{vacancy}/reageren/zonder-account", use: send)
        router.get("/vacatures/{vacancy}/bedankt", use: thanks)
    }

    @Sendable static func choice(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let page = try await VacancyPage.find(context.parameters.get("vacancy") ?? "", visit)
        guard page.isOpen else { return visit.page(page.html(visit), status: .gone) }
        // Who is known need not choose.
        guard visit.session?.volunteer == nil else { return visit.redirect(page.path + "/reageren/met-account") }
        let choice = RespondChoicePage(
            vacancy: page.vacancy, organisation: page.organisation, form: visit.fields(), seal: visit.newSeal(),
            holiday: page.holiday)
        return visit.page(choice.html(visit)).unshared
    }

    @Sendable static func form(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let page = try await VacancyPage.find(context.parameters.get("vacancy") ?? "", visit)
        guard page.isOpen else { return visit.page(page.html(visit), status: .gone) }
        return show(page, FormData(), FormErrors(), seal: visit.newSeal(), visit)
    }

    @Sendable static func send(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let page = try await VacancyPage.find(context.parameters.get("vacancy") ?? "", visit)
        let t = visit.t
        var reader = FormReader(try await request.form(), t)
        var input = RespondAsGuest.Input()
        input.name = reader.name("naam", missing: t("Fill in your name."))
        input.email = reader.email("email")
        input.phone = reader.phone("telefoon")
        input.message = reader.text("bericht", max: 2000)
        (input.party, input.partySize) = PartyFields.read(&reader)
        input.language = visit.language
        if input.email.isEmpty, input.phone.isEmpty, reader.errors["email"] == nil, reader.errors["telefoon"] == nil {
            reader.errors.add(
                "email", t("Fill in your e-mail address or your telephone number, so that they can answer you."))
        }
        let guarded = VisitorGuard.check(reader.data, reader.errors, visit)
        guard guarded.errors.isEmpty else { return show(page, reader.data, guarded.errors, seal: guarded.seal, visit) }
        let mailed = input.email.isEmpty ? nil : (perEmail, EmailAddress.key(input.email))
        for (limit, subject) in [(limit, visit.peer.subscriber), mailed].compactMap({ $0 }) {
            guard let refusal = try await visit.services.refusal(limit, subject) else { continue }
            let typed = input.email
            if !typed.isEmpty, subject != visit.peer.subscriber {
                try await visit.write(by: visit.visitor) { work in
                    try LimitedAddress(typed, .responses, at: work.centre.id).enqueue(in: work)
                }
            }
            reader.errors.add(input.email.isEmpty ? "telefoon" : "email", visit.words(refusal))
            return visit.form(show(page, reader.data, reader.errors, seal: guarded.seal, visit), refusal)
        }
        input.submissionKey = guarded.seal
        let (vacancy, sent) = (page.vacancy.id, input)
        let outcome = try await visit.write(by: visit.visitor) { work in
            try RespondAsGuest.run(sent, to: vacancy, in: work)
        }
        switch outcome {
        case .sent, .alreadySent:
            return visit.redirect(page.path + "/bedankt" + (sent.email.isEmpty ? "?per=telefoon" : ""))
        case .closed: return visit.page(page.html(visit), status: .gone)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func thanks(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let page = try await VacancyPage.find(context.parameters.get("vacancy") ?? "", visit)
        let clock = try await visit.read { work in
            try ReplyClock.of(page.organisation.id, in: work.centre, work.tx)
        }
        return visit.page(
            RespondedPage(
                vacancy: page.vacancy, organisation: page.organisation, holiday: page.holiday,
                isByPhone: visit.query.first("per") == "telefoon",
                promised: clock.answerBy(visit.today, within: visit.centre.answerDays)
            ).html(visit))
    }

    private static func show(_ page: VacancyPage, _ data: FormData, _ errors: FormErrors, seal: String, _ visit: Visit)
        -> Reply
    {
        let form = RespondPage(
            vacancy: page.vacancy, organisation: page.organisation, form: visit.fields(data, errors), seal: seal,
            holiday: page.holiday)
        return visit.form(form.html(visit), errors).unshared
    }
}
