import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Inschrijven vrijwilliger*: asking for an account. A job looks the address up, so the answer tells nobody who is known.
enum RegisterVolunteerRoutes {
    /// People of one library or school at the same time; of one person a few.
    static let limit = RateLimit("register-volunteer", limit: 60, per: .minutes(15))
    static let perEmail = RateLimit("register-volunteer-of", limit: 5, per: .hours(1))

    static func add(to router: Router<SiteContext>) {
        router.get("/inschrijven/vrijwilliger") { _, context in
            let visit = try context.visit
            return show(FormData(pairs: next(visit.query)), FormErrors(), seal: visit.newSeal(), visit)
        }
        router.post("/inschrijven/vrijwilliger", use: register)
        router.get("/inschrijven/vrijwilliger/bedankt") { _, context in
            let visit = try context.visit
            return visit.page(LookInMailboxPage(asked: .account).html(visit))
        }
    }

    @Sendable static func register(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        var reader = FormReader(try await request.form(), visit.t)
        let name = reader.name("naam", missing: visit.t("Fill in your name."))
        let email = reader.email("email", missing: visit.t("Fill in your e-mail address."))
        let guarded = VisitorGuard.check(reader.data, reader.errors, visit)
        guard guarded.errors.isEmpty else { return show(reader.data, guarded.errors, seal: guarded.seal, visit) }
        for (limit, subject) in [(limit, visit.peer.subscriber), (perEmail, EmailAddress.key(email))] {
            guard let refusal = try await visit.services.refusal(limit, subject) else { continue }
            reader.errors.add("email", visit.words(refusal))
            return visit.form(show(reader.data, reader.errors, seal: guarded.seal, visit), refusal)
        }
        let request = RegisterVolunteer(
            name: name, email: email, language: visit.language, centre: visit.centre.id,
            next: next(reader.data).first?.1, answers: WishesForm(reader.data, visit).answers)
        try await visit.write(by: visit.visitor) { work in
            try request.enqueue(key: "volunteer:" + guarded.seal, now: work.now, work.tx)
        }
        return visit.redirect("/inschrijven/vrijwilliger/bedankt")
    }

    private static func next(_ data: FormData) -> [(String, String)] {
        data.first("naar").flatMap(SafeReturn.path).map { [("naar", $0)] } ?? []
    }

    static func show(_ data: FormData, _ errors: FormErrors, seal: String, _ visit: Visit) -> Reply {
        let page = RegisterVolunteerPage(
            form: visit.fields(data, errors), seal: seal, answers: WishesForm(data, visit))
        return visit.form(page.html(visit), errors).unshared
    }
}
