import HTML
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Vakanties* of an organisation.
enum OwnHolidayRoutes {
    private static let path = "/beheer/organisatie/vakanties"

    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/organisatie/vakanties") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/organisatie/vakanties") { request, context in
            let data = try await request.form()
            let errors = try await HolidayForm.add(data, context)
            guard errors.isEmpty else { return try await show(context, data, errors) }
            return context.visit.redirect(.ownHolidays, saying: .saved)
        }
        area.post("/organisatie/vakanties/{holiday}/weg") { _, context in
            try await HolidayForm.remove(context)
            return context.visit.redirect(.ownHolidays, saying: .saved)
        }
    }

    private static func show(_ context: MemberContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let holidays = try await context.read { work in
            try Holiday.ahead(of: context.organisation, in: work.centre.id, today: work.today, work.tx)
        }
        let page = HolidaysPage(holidays: holidays, path: path, form: visit.fields(data, errors))
        let (t, title) = (visit.t, visit.t("Holidays"))
        let html = AreaLayout.organisation(
            title, visit, current: "/beheer/organisatie", scripts: ["once"], form: page.form
        ).html(
            """
            \(page.notice(visit))
            <header class="page-head"><div><h1>\(title)</h1><p class="lead">\(t("Whoever responds in these days reads that the answer may take longer. Those who wait already see a later date."))</p></div></header>
            \(visit.crumbs(Crumb(t("My organisation"), "/beheer/organisatie"), here: title))
            \(page.content(visit))
            """)
        return visit.form(html, errors)
    }
}
