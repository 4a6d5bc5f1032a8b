import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// All vacancies of the centre.
struct CentreVacanciesPage {
    let words: String
    let vacancies: Paged<VacancyQueries.Listed>
    let list: ListAddress

    var table: VacancyTable {
        VacancyTable(vacancies: vacancies.elements, base: "/centrum/vacatures", showsOrganisation: true, list: list)
    }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Vacancies"), visit, current: "/centrum/vacatures").html(
            """
            <header class="page-head"><div><h1>\(t("Vacancies"))</h1></div></header>
            \(visit.searchForm("/centrum/vacatures", t("Search in all vacancies"), words))
            \(if: vacancies.elements.isEmpty, visit.nothingFound, else: table.html(visit))
            \(visit.listFoot(vacancies, list))
            """)
    }
}

/// A vacancy as the centre sees it, with the decision when it stands in the queue.
struct VacancyReviewPage {
    let vacancy: Vacancy
    let acts: Set<VacancyAct>
    let organisation: Organisation
    /// What it said when the centre approved it last, while it waits; nil for a text it sees for the first time.
    let approved: Vacancy.Content?
    /// What was decided about, when it says something else now.
    let seen: Vacancy.Content?
    let timeline: Timeline
    /// What the organisation read of its text, for who weighs it.
    let coach: CoachPanel
    let form: FormFields
    /// A remark that came after a colleague's decision.
    var unsent: String?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let content = vacancy.content
        return AreaLayout.centre(
            content.title, visit, current: "/centrum/vacatures", scripts: ["once", "leave"], form: form
        ).html(
            """
            \(visit.crumbs(Crumb(t("Vacancies"), "/centrum/vacatures"), here: content.title, isTheirs: true))
            <header class="page-head"><div><p class="kicker">\(visit.badge(vacancy)) \(visit.badge(vacancy.pending?.stage))</p>\
            <h1\(visit.theirs)>\(content.title)</h1>
            <p class="by">\(visit.theirLink("/centrum/organisaties/\(organisation.id)", organisation.name))</p></div></header>
            \(visit.notice(VacancyReviewNotice.self) { $0.words(t, isFull: vacancy.isFull) })\(optional: unsent, { UnsentWords(text: $0, why: .decided).html(visit) })
            \(optional: seen, { changed($0, visit) })
            <div class="beside"><div>
            \(optional: approved, { "<section class=\"panel\"><h2>\(t("What changed since you approved it"))</h2>\(FieldChanges(from: $0, to: vacancy.content, visit).html(visit))</section>" })
            <section class="panel"><h2>\(t("Description of the vacancy"))</h2><div class="prose">\(visit.prose(content.description))</div></section>
            <section class="panel"><h2>\(t("What we look for and offer"))</h2><div class="prose">\(visit.prose(content.offer))</div></section>
            <section class="panel"><h2>\(t("In short"))</h2>\(rows(visit))</section>
            </div><aside>
            \(if: acts.contains(.review), decide(visit))
            \(if: acts.contains(.review), coach.html(visit))
            \(if: acts.contains(vacancy.isFeatured ? .unfeature : .feature), spotlight(visit))
            <section class="panel"><h2>\(t("History"))</h2>\(visit.timeline(timeline, word: visit.vacancyWord))</section>
            \(if: vacancy.isVisible(today: visit.today), "<p><a class=\"more\" href=\"\(visit.link(Link.vacancy(vacancy.id, content.title)))\">\(t("View on the website")) \(visit.icon("arrow-right"))</a></p>")
            </aside></div>
            """)
    }

    /// All but the texts, which stand above.
    private func rows(_ visit: Visit) -> HTML {
        visit.rows(ShownField.all(vacancy.content, visit).dropFirst(3))
    }

    private func spotlight(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel" method="post" action="\(visit.action("/centrum/vacatures/\(vacancy.id)/in-de-kijker"))" data-once>
            <h2>\(t("In the spotlight"))</h2><p>\(t("The home page shows the three that were chosen last, above the newest."))</p>
            <input type="hidden" name="kijker" value="\(vacancy.isFeatured ? "0" : "1")">
            <button class="btn plain">\(visit.icon(vacancy.isFeatured ? "x-lg" : "star"))\(vacancy.isFeatured ? t("Out of the spotlight") : t("Put in the spotlight"))</button></form>
            """
    }

    private func changed(_ seen: Vacancy.Content, _ visit: Visit) -> HTML {
        let t = visit.t
        let notice = visit.notice(
            .warning,
            "\(t("The organisation changed this vacancy while you were looking. Read what is different, and decide again."))",
            title: t("Nothing was decided yet"))
        return
            "\(notice)<section class=\"panel\"><h2>\(t("What changed while you were looking"))</h2>\(FieldChanges(from: seen, to: vacancy.content, visit).html(visit))</section>"
    }

    private func decide(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/centrum/vacatures/\(vacancy.id)"
        let version: HTML = "<input type=\"hidden\" name=\"versie\" value=\"\(vacancy.version)\">"
        return """
            <div class="decide">
            <form class="panel" method="post" action="\(visit.action(path + "/accorderen"))" data-once>\(version)<h2>\(t("Is everything in order?"))</h2>
            <p>\(vacancy.pending?.since == nil ? t("Then the vacancy is on the website at once.") : t("Then this text is on the website at once. Until then visitors read the earlier one."))</p>
            <button class="btn green">\(visit.icon("check-lg"))\(t("Approve"))</button></form>
            <details class="panel"\(attribute: "open", if: form.data.first("opmerking") != nil)><summary>\(t("Return with a comment"))</summary>
            <form method="post" action="\(visit.action(path + "/terugsturen"))" novalidate data-once data-guard>\(version)
            \(form.area("opmerking", t("Comment"), required: true, help: t("The organisation can change the vacancy and send it in again."), rows: 5, max: 2000))
            <button class="btn">\(t("Return and send mail"))</button></form></details>
            \(if: vacancy.pending?.since == nil, refuse(path, version, visit))
            </div>
            """
    }

    private func refuse(_ path: String, _ version: HTML, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <details class="panel"\(attribute: "open", if: form.data.first("reden") != nil)><summary>\(t("Refuse"))</summary>
            <form method="post" action="\(visit.action(path + "/afwijzen"))" novalidate data-once data-guard>\(version)
            \(form.area("reden", t("Reason"), required: true, help: t("The organisation reads this text in a mail."), rows: 5, max: 2000))
            <button class="btn danger">\(t("Refuse and send mail"))</button></form></details>
            """
    }
}

/// What the page says after something was done.
enum VacancyReviewNotice: String, Notice {
    case approved = "geaccordeerd"
    case returned = "teruggestuurd"
    case rejected = "afgewezen"
    case featured = "in-de-kijker"
    case unfeatured = "uit-de-kijker"
    case dateHasPassed = "datum-voorbij"
    case alreadyReviewed = "al-beoordeeld"

    init(_ verdict: ReviewVacancy.Verdict) {
        switch verdict {
        case .approve: self = .approved
        case .giveBack: self = .returned
        case .reject: self = .rejected
        }
    }

    /// - Parameter isFull: all places are taken: nobody sees a vacancy to respond to.
    func words(_ t: Localiser, isFull: Bool) -> NoticeWords {
        switch self {
        case .approved where isFull:
            .success(
                t("All places are taken, so nobody can respond now. The organisation receives a mail."),
                title: t("Approved"))
        case .approved:
            .success(t("The vacancy is on the website now. The organisation receives a mail."), title: t("Approved"))
        case .returned: .success(t("The organisation receives a mail with your question."), title: t("Returned"))
        case .rejected: .success(t("The organisation receives a mail with your reason."), title: t("Refused"))
        case .featured: .success(t("The vacancy stands first on the home page."))
        case .unfeatured: .success(t("The vacancy no longer stands first on the home page."))
        case .dateHasPassed:
            .warning(
                t(
                    "The last day of this vacancy has passed. Return it, so that the organisation can choose another day."
                ), title: t("Not published"))
        case .alreadyReviewed:
            .info(t("This does not wait for a decision any more. Read below what happened. Nothing was sent twice."))
        }
    }
}

extension Address where Said == VacancyReviewNotice {
    static func vacancyReview(_ id: ID<Vacancy>) -> Address { Address("/centrum/vacatures/\(id)") }
}
