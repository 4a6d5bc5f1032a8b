import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// The page with holidays, the same for an organisation and for the centre: what lies ahead, and a form for another one.
struct HolidaysPage {
    let holidays: [Holiday]
    let path: String
    let form: FormFields

    func notice(_ visit: Visit) -> HTML {
        visit.said() == SavedNotice.saved ? visit.notice(.success, "\(visit.t("Saved"))") : .empty
    }

    func content(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            \(if: holidays.isEmpty, "<div class=\"empty\"><h2>\(t("No holidays ahead"))</h2></div>", else: list(visit))
            <form class="panel measure" method="post" action="\(visit.action(path))" novalidate data-once><h2>\(t("Add holiday"))</h2>
            <div class="pair">\(form.input("van", t("First day"), kind: .date, required: true))\(form.input("tot", t("Last day"), kind: .date, required: true))</div>
            <div class="form-foot"><button class="btn">\(visit.icon("plus-lg"))\(t("Add holiday"))</button></div></form>
            """
    }

    private func list(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <ul class="feed">\(each: holidays, { holiday in
                """
                <li>\(visit.icon("calendar-event"))<div><p>\(visit.period(holiday))</p>\(if: holiday.contains(visit.today), "<p><span class=\"badge new\">\(t("now"))</span></p>")</div>\
                <form method="post" action="\(visit.action(path + "/\(holiday.id)/weg"))" data-once><button class="btn small danger">\(t("Remove"))<span class="visually-hidden"> \(visit.period(holiday))</span></button></form></li>
                """
            })</ul>
            """
    }
}

extension Visit {
    /// To who wants to respond: the message arrives, the answer may take longer.
    func awayNotice(_ holiday: Holiday?, of organisation: String) -> HTML {
        guard let holiday else { return .empty }
        return notice(
            .info,
            "\(t("{organisation} is away up to and including {date}. Your message arrives, but the answer may take longer.", ["organisation": organisation, "date": t.date(holiday.ends)]))"
        )
    }
}

/// Reading and keeping holidays, for both areas.
enum HolidayForm {
    static func add(_ data: FormData, _ context: some Acting) async throws -> FormErrors {
        let t = context.visit.t
        var reader = FormReader(data, t)
        let (begins, ends) = (
            reader.date("van", within: 3, of: context.visit.today),
            reader.date("tot", within: 3, of: context.visit.today)
        )
        if begins == nil { reader.errors.add("van", t("Fill in the first day.")) }
        if ends == nil { reader.errors.add("tot", t("Fill in the last day.")) }
        guard let begins, let ends, reader.errors.isEmpty else { return reader.errors }
        switch try await context.write({ work in try ChangeHolidays.add(from: begins, to: ends, in: work) }) {
        case .done: break
        case .backwards: reader.errors.add("tot", t("The last day lies before the first day."))
        case .past: reader.errors.add("tot", t("This date has passed. Choose a day from today on."))
        case .tooLong: reader.errors.add("tot", t("A holiday lasts three months at most."))
        case .full: reader.errors.add("van", t("There are enough holidays ahead. Remove one first."))
        case .notFound: throw HTTPError(.notFound)
        }
        return reader.errors
    }

    static func remove(_ context: some Acting) async throws {
        let id: ID<Holiday> = try context.id("holiday")
        try await context.carryOut { work in try ChangeHolidays.remove(id, in: work) == .done }
    }
}

extension Address where Said == SavedNotice {
    static var centreHolidays: Address { Address("/centrum/vakanties") }
    static var ownHolidays: Address { Address("/beheer/organisatie/vakanties") }
}
