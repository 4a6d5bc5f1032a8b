import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Klopt dit nog?*: of each vacancy that is online what is true of it now, for who logged in and for who came by the mail.
struct ConfirmForm {
    let vacancies: [Vacancy]
    let path: String
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        guard !vacancies.isEmpty else {
            return "<p class=\"lead\">\(t("None of your vacancies is online now."))</p>"
        }
        return """
            <p class="lead">\(t("Volunteers count on what stands on the website. Say of each vacancy how it is now."))</p>
            \(form.summary)
            <form method="post" action="\(visit.action(path))" novalidate data-once>
            \(each: asked.isEmpty ? vacancies : asked, { question($0, visit) })
            \(if: !asked.isEmpty && asked.count < vacancies.count, "<details class=\"panel\"><summary>\(t("Your other vacancies that are online"))</summary>\(each: vacancies.filter { !$0.freshness.isAsked }, { question($0, visit) })</details>")
            <button class="btn big">\(visit.icon("check-lg"))\(t("Save"))</button></form>
            """
    }

    /// Of which nobody said for six weeks that they are right.
    private var asked: [Vacancy] { vacancies.filter(\.freshness.isAsked) }

    private func question(_ vacancy: Vacancy, _ visit: Visit) -> HTML {
        let t = visit.t
        let entries = ConfirmVacancies.Answer.allCases.map { (value: $0.rawValue, label: t.dynamic("\($0.label)")) }
        let since = vacancy.freshness.confirmedAt.map {
            t("Last checked on {date}", ["date": t.date(CalendarDate($0, in: visit.centre.zone))])
        }
        let online = vacancy.publishedAt.map {
            t("Online since {date}", ["date": t.date(CalendarDate($0, in: visit.centre.zone))])
        }
        return form.options(
            Self.field(vacancy.id), vacancy.content.title, entries + [("", t("I answer later"))], several: false,
            help: since ?? online, rows: false)
    }

    static func field(_ id: ID<Vacancy>) -> String { "klopt-\(id)" }

    static func nothingChosen(_ vacancies: [Vacancy], _ visit: Visit) -> FormErrors {
        var errors = FormErrors()
        if let first = vacancies.first(where: \.freshness.isAsked) ?? vacancies.first {
            errors.add(field(first.id), visit.t("Choose an answer first."))
        }
        return errors
    }

    /// Everything was left for later, on purpose.
    static func isAllLater(_ data: FormData) -> Bool {
        let given = data.pairs.filter { $0.0.hasPrefix("klopt-") }
        return !given.isEmpty && given.allSatisfy { $0.1.isEmpty }
    }

    /// With the answer of the button that was pressed in the mail, when it was about one.
    static func data(_ vacancies: [Vacancy], _ chosen: ConfirmVacancies.Answer?) -> FormData {
        let asked = vacancies.filter(\.freshness.isAsked)
        return FormData(
            pairs: vacancies.map {
                (field($0.id), asked.count == 1 && $0.id == asked.first?.id ? chosen?.rawValue ?? "" : "")
            })
    }

    static func answers(_ data: FormData) -> [ID<Vacancy>: ConfirmVacancies.Answer] {
        data.pairs.reduce(into: [:]) { answers, pair in
            guard pair.0.hasPrefix("klopt-"), let id = ID<Vacancy>(String(pair.0.dropFirst(6))),
                let answer = ConfirmVacancies.Answer(rawValue: pair.1)
            else { return }
            answers[id] = answer
        }
    }
}

/// What was done, and what is left to do.
struct ConfirmedWords {
    let done: ConfirmVacancies.Done

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            \(if: done.right > 0, "<p>\(t("{count} vacancy is still right. Visitors see that you checked it.", "{count} vacancies are still right. Visitors see that you checked them.", count: done.right))</p>")
            \(each: done.changed, { "<p>\(t("Change it within a week, then it keeps its place:")) \(visit.theirLink("/beheer/vacatures/\($0.id)/bewerken", $0.content.title))</p>" })
            \(each: done.filled, { "<p>\(t("Well done! It is off the website:")) \(visit.theirLink("/beheer/vacatures/\($0.vacancy.id)", $0.vacancy.content.title))</p>\(thank($0, visit))" })
            \(each: done.stopped, { "<p>\(t("In the archive now; for ten minutes you can take it back there:")) \(visit.theirLink("/beheer/vacatures/\($0.vacancy.id)", $0.vacancy.content.title))</p>\(thank($0, visit))" })
            \(if: done.gone > 0, "<p>\(t("{count} vacancy was not online any more.", "{count} vacancies were not online any more.", count: done.gone))</p>")
            """
    }

    private func thank(_ closed: ConfirmVacancies.Closed, _ visit: Visit) -> HTML {
        guard closed.waiting > 0 else { return .empty }
        let t = visit.t
        return """
            <p><a href="\(visit.link("/beheer/vacatures/\(closed.vacancy.id)/bedanken"))">\(t("Thank {count} person who still waits", "Thank {count} people who still wait", count: closed.waiting))</a></p>
            """
    }
}
