import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Vakanties* of the centre. Administrators only.
enum HolidayRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/vakanties") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/vakanties") { request, context in
            let visit = try context.administrator
            let data = try await request.form()
            let errors = try await HolidayForm.add(data, context)
            guard errors.isEmpty else { return try await show(context, data, errors) }
            return visit.redirect(.centreHolidays, saying: .saved)
        }
        area.post("/vakanties/{holiday}/weg") { _, context in
            let visit = try context.administrator
            try await HolidayForm.remove(context)
            return visit.redirect(.centreHolidays, saying: .saved)
        }
    }

    private static func show(_ context: StaffContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = try context.administrator
        let holidays = try await context.read { work in
            try Holiday.ahead(of: nil, in: work.centre.id, today: work.today, work.tx)
        }
        let page = HolidaysPage(holidays: holidays, path: SettingsTab.holidays.path, form: visit.fields(data, errors))
        let html = SettingsTab.holidays.html(
            visit, lead: visit.t("From a week before, every page of the site says at the bottom that you are closed."),
            notice: page.notice(visit), form: page.form, scripts: ["once"], page.content(visit))
        return visit.form(html, errors)
    }
}

extension SettingsTab {
    static let holidays = SettingsTab("/centrum/vakanties", l10n("Holidays"), HolidayRoutes.add)
}
