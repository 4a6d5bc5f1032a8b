import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Inschrijven*: the choice, and the registration of an organisation.
enum RegisterRoutes {
    static let limit = RateLimit("register", limit: 30, per: .minutes(15))
    static let perEmail = RateLimit("register-of", limit: 5, per: .hours(24))
    /// Stored with each registration; raised when the privacy statement changes in substance.
    static let termsVersion = "2026-11"

    static func add(to router: Router<SiteContext>) {
        router.get("/inschrijven") { _, context in
            let visit = try context.visit
            return visit.page(RegisterChoicePage(beside: try await visit.slot(.registration)).html(visit))
        }
        RegisterVolunteerRoutes.add(to: router)
        router.get("/inschrijven/organisatie") { _, context in
            let visit = try context.visit
            return show(FormData(), FormErrors(), seal: visit.newSeal(), visit)
        }
        router.post("/inschrijven/organisatie", use: register)
        router.get("/inschrijven/organisatie/bedankt") { _, context in
            let visit = try context.visit
            return visit.page(RegisteredPage().html(visit))
        }
    }

    @Sendable static func register(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let data = try await request.form()
        var (input, found) = read(data, visit)
        let guarded = VisitorGuard.check(data, found, visit)
        guard guarded.errors.isEmpty else { return show(data, guarded.errors, seal: guarded.seal, visit) }
        for (limit, subject) in [(limit, visit.peer.subscriber), (perEmail, EmailAddress.key(input.contactEmail))] {
            guard let refusal = try await visit.services.refusal(limit, subject) else { continue }
            found.add("contact-email", visit.words(refusal))
            return visit.form(show(data, found, seal: guarded.seal, visit), refusal)
        }
        input.submissionKey = guarded.seal
        let sent = input
        _ = try await visit.write(by: visit.visitor) { work in try RegisterOrganisation.run(sent, in: work) }
        return visit.redirect("/inschrijven/organisatie/bedankt")
    }

    private static func read(_ data: FormData, _ visit: Visit) -> (RegisterOrganisation.Input, FormErrors) {
        let t = visit.t
        var reader = FormReader(data, t)
        var input = RegisterOrganisation.Input()
        input.name = reader.line("naam", max: 150, missing: t("Fill in the name of your organisation."))
        input.legalForm = reader.choice("rechtsvorm", among: LegalForm.all)
        input.details = OrganisationDetailsForm.read(&reader, visit)
        input.contactName = reader.name("contact-naam", missing: t("Fill in the name of the contact person."))
        input.contactPosition = reader.line("contact-functie", max: 100)
        input.contactEmail = reader.email(
            "contact-email", missing: t("Fill in the e-mail address of the contact person."))
        input.contactPhone = reader.phone(
            "contact-telefoon", missing: t("Fill in the telephone number of the contact person."))
        input.termsVersion = termsVersion
        input.language = visit.language
        if !reader.flag("voorwaarden") {
            reader.errors.add("voorwaarden", t("Tick that you agree. Without that we cannot register you."))
        }
        return (input, reader.errors)
    }

    private static func show(_ data: FormData, _ errors: FormErrors, seal: String, _ visit: Visit) -> Reply {
        let page = RegisterOrganisationPage(form: visit.fields(data, errors), seal: seal)
        return visit.form(page.html(visit), errors).unshared
    }
}
