import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Instellingen* and *Logboek*. Administrators only.
enum SettingsRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/instellingen") { _, context in
            let visit = try context.administrator
            // As they are now, not as every request knows them for two seconds.
            let settings = ChangeCentre.Input(
                try await context.find { work in try CentreQueries.find(work.centre.id, work.tx) })
            return show(SettingsPage.data(settings), FormErrors(), seen: settings.marks, visit)
        }
        area.post("/instellingen", use: save)
        area.get("/logboek", use: log)
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let t = visit.t
        var reader = FormReader(try await request.form(), t)
        var input = ChangeCentre.Input()
        input.name = reader.line("naam", max: 100, missing: t("Fill in the name."))
        input.email = reader.email("email", missing: t("Fill in the e-mail address."))
        input.phone = reader.phone("telefoon")
        input.address = reader.line("adres", max: 200)
        input.openingHours = reader.text("openingstijden", max: 500)
        input.intro = reader.text("intro", max: 500, missing: t("Write a few welcoming words for the home page."))
        input.brand = reader.line("kleur", max: 7)
        input.accent = reader.line("accent", max: 7)
        input.editsReturnToQueue = reader.flag("wijzigingen-wachtrij")
        input.reactivationReturnsToQueue = reader.flag("opnieuw-wachtrij")
        input.unconfirmedGoesOffline = reader.flag("onbevestigd-offline")
        input.criteria = reader.text("criteria", max: 2000).split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }.joined(separator: "\n")
        input.answerDays = reader.line("antwoordtermijn", max: 10, missing: t("Fill in a number of days."))
        if !input.answerDays.isEmpty, Int(input.answerDays).map(ReplyClock.terms.contains) != true {
            reader.errors.add("antwoordtermijn", t("Fill in a number between 7 and 28."))
        }
        if Theme(brand: input.brand, accent: input.accent) == nil {
            reader.errors.add(
                "kleur", t("With these colours the text cannot be read well. Choose a darker main colour."))
        }
        let seen = reader.data.first("gezien") ?? ""
        guard reader.errors.isEmpty else { return show(reader.data, reader.errors, seen: seen, visit) }
        let changed = input
        switch try await context.write({ work in try ChangeCentre.run(changed, seen: seen, in: work) }) {
        case .changed:
            visit.services.centres.forget()
            return visit.redirect(.settings, saying: .saved)
        case .changedMeanwhile(let meanwhile):
            return visit.page(
                SettingsPage(
                    form: visit.fields(SettingsPage.data(meanwhile.merged), reader.errors), seen: meanwhile.now.marks,
                    meanwhile: meanwhile
                ).html(visit), status: .conflict)
        case .notFound, .unreadableColours, .unfitTerm: throw HTTPError(.notFound)
        }
    }

    @Sendable static func log(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let words = visit.searchWords
        let number = visit.pageNumber
        let entries = try await context.read { work in
            try Audit.list(
                in: work.centre.id, matching: Folding.words(words), meant: visit.meant(by:), page: number, work.tx)
        }
        return visit.page(AuditPage(words: words, entries: entries).html(visit))
    }

    private static func show(_ data: FormData, _ errors: FormErrors, seen: String, _ visit: Visit) -> Reply {
        visit.form(SettingsPage(form: visit.fields(data, errors), seen: seen).html(visit), errors)
    }
}
