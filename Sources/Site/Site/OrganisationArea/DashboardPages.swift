import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

/// The head and tabs that the three parts of the dashboard share.
struct Dashboard {
    let name: String
    let current: String
    let visit: Visit

    func html(_ content: HTML) -> HTML {
        let t = visit.t
        let tabs = [
            ("/beheer", t("New this week")), ("/beheer/activiteit", t("Activity")), ("/beheer/wachtrij", t("Queue")),
        ]
        return AreaLayout.organisation(t("Dashboard"), visit, current: "/beheer").html(
            """
            <header class="page-head"><div><p class="kicker"\(visit.theirs)>\(name)</p><h1>\(t("Dashboard"))</h1></div>
            <div class="actions"><a class="btn green" href="\(visit.link("/beheer/vacatures/nieuw"))">\(visit.icon("plus-lg"))\(t("Add vacancy"))</a></div></header>
            \(visit.tabs(t("Dashboard"), tabs, current: current))
            \(content)
            """)
    }
}

/// *Nieuw*: everything of the last seven days.
struct RecentPage {
    let name: String
    /// Beside *Nieuw*, never in it: whatever its age.
    let waiting: [OrganisationActivity.Waiting]
    let toLookAt: VacancyQueries.ToLookAt
    /// Who looks is the only one who can log in.
    let isAlone: Bool
    let entries: [OrganisationActivity.Entry]
    let queue: Paged<VacancyQueries.Listed>
    let answers: AnswerRecord?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return Dashboard(name: name, current: "/beheer", visit: visit).html(
            """
            \(if: toLookAt.asked > 0, visit.notice(.warning, "<a href=\"\(visit.link(ConfirmRoutes.path))\">\(t("Is {count} vacancy still right?", "Are {count} vacancies still right?", count: toLookAt.asked))</a>"))
            <div class="beside recent"><div>
            \(if: !waiting.isEmpty || !toLookAt.returned.isEmpty, waits(visit))
            <h2>\(t("The last 7 days"))</h2>
            \(if: entries.isEmpty, empty(visit), else: "<ul class=\"feed\">\(each: entries, { item($0, visit) })</ul>")
            </div><aside>\(if: !toLookAt.drafts.isEmpty, drafts(visit))
            <section class="panel"><h2>\(t("In the queue"))</h2>
            \(if: queue.elements.isEmpty, "<p>\(t("None of your vacancies is waiting for approval."))</p>", else: "<ul class=\"plain\">\(each: queue.elements, { "<li>\(visit.theirLink("/beheer/vacatures/\($0.id)", $0.title))</li>" })</ul>")
            \(if: queue.total > queue.elements.count, "<p><a class=\"more\" href=\"\(visit.link("/beheer/wachtrij"))\">\(t("The whole queue")) \(visit.icon("arrow-right"))</a></p>")
            </section>\(optional: answers, { record($0, visit) })\(if: isAlone, colleague(visit))</aside></div>
            """)
    }

    private func colleague(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Two know more than one"))</h2>
            <p>\(t("You are the only one who logs in for {organisation}. When you are ill or away, nobody reads what volunteers write.", ["organisation": name]))</p>
            <p><a class="btn small plain" href="\(visit.link("/beheer/organisatie/mensen"))">\(visit.icon("person-plus"))\(t("Ask a colleague to join"))</a></p></section>
            """
    }

    /// How they answer, with one sentence what would help.
    private func record(_ answers: AnswerRecord, _ visit: Visit) -> HTML {
        let t = visit.t
        let percent = Int((answers.share * 100).rounded(.down))
        let speed =
            answers.medianDays == 0
            ? t("Half of the answers came on the same day.")
            : t(
                "Half of the answers came within {count} day.", "Half of the answers came within {count} days.",
                count: answers.medianDays)
        let advice =
            switch answers.advice {
            case .well: t("That is pleasant for those who respond. Thank you.")
            case .answerMore:
                t("A short message is enough, also when the place has been taken. Could a colleague answer along?")
            case .answerSooner:
                t("Whoever hears something within two days stays more often. A first “we have read it” helps already.")
            }
        return """
            <section class="panel"><h2>\(t("How you answer"))</h2>
            <p>\(t("{percent} % of the responses of the last year were answered. We counted {count}, without those that still have time.", ["count": String(answers.count), "percent": String(percent)])) \(if: answers.share > 0, "\(speed)")</p>
            <p>\(advice)</p><p class="help">\(t("Only your organisation sees this."))</p></section>
            """
    }

    private func waits(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Waits for you"))</h2><ul class="plain">
            \(each: toLookAt.returned, { "<li><div><p>\(visit.theirLink("/beheer/vacatures/\($0.id)", $0.title))</p><p class=\"muted\">\(t("Returned with a question of {centre}", ["centre": visit.centre.name]))</p></div></li>" })
            \(each: waiting, { person($0, visit) })</ul></section>
            """
    }

    /// Begun on the train, and forgotten.
    private func drafts(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Go on writing"))</h2><ul class="plain">
            \(each: toLookAt.drafts, { "<li>\(visit.theirLink("/beheer/vacatures/\($0.id)/bewerken", $0.title.isEmpty ? t("Without a title") : $0.title))</li>" })
            </ul></section>
            """
    }

    private func person(_ waiting: OrganisationActivity.Waiting, _ visit: Visit) -> HTML {
        let t = visit.t
        let words =
            waiting.wrote
            ? t("{name} wrote to you about {title}", ["name": waiting.name, "title": waiting.vacancyTitle])
            : t(
                "{name} responded to {title} and has no answer yet",
                ["name": waiting.name, "title": waiting.vacancyTitle])
        return """
            <li><div><p><a href="\(visit.link("/beheer/reacties/\(waiting.application)"))">\(words)</a></p>\
            <p class="muted">\(visit.when(waiting.since))</p>\(optional: waiting.promised, { "<p class=\"muted\">\(visit.promised($0))</p>" })\(optional: waiting.contactPerson, { "<p class=\"muted\">\(t("Who looks after it")): <span dir=\"auto\">\($0)</span></p>" })</div></li>
            """
    }

    private func empty(_ visit: Visit) -> HTML {
        """
        <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
        <h3>\(visit.t("It was quiet this week"))</h3><p>\(visit.t("New vacancies and responses appear here. Older responses stand under Activity."))</p></div>
        """
    }

    private func item(_ entry: OrganisationActivity.Entry, _ visit: Visit) -> HTML {
        let t = visit.t
        let when: HTML = "<p class=\"muted\">\(visit.when(entry.at))</p>"
        switch entry.event {
        case .vacancy(let id, let title, let state):
            return """
                <li>\(visit.icon("megaphone"))<div><p>\(visit.theirLink("/beheer/vacatures/\(id)", title)) \(visit.badge(state))</p>\
                \(when)</div></li>
                """
        case .application(let application):
            let id = application.id
            return """
                <li>\(visit.icon("chat-dots"))<div><p id="a\(id.number)"><a href="\(visit.link("/beheer/reacties/\(id)"))">\(t("{name} responded to {title}", ["name": application.name, "title": application.vacancyTitle]))</a> \
                \(visit.badge(application.kind)) \(visit.badge(application))</p>\(when)</div>\
                <a class="btn small plain" href="\(visit.link("/beheer/reacties/\(id)"))" aria-describedby="a\(id.number)">\(t("Details"))</a></li>
                """
        case .match(let id, let title, let name):
            return """
                <li>\(visit.icon("heart"))<div><p><a href="\(visit.link("/beheer/reacties/\(id)"))">\(t("{name} and {title} are a match", ["name": name, "title": title]))</a> \
                <span class="badge matched">\(t("Match"))</span></p>\(when)</div></li>
                """
        }
    }
}

/// *Wachtrij*: what the centre has yet to approve.
struct QueuePage {
    let name: String
    let vacancies: Paged<VacancyQueries.Listed>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return Dashboard(name: name, current: "/beheer/wachtrij", visit: visit).html(
            """
            <p>\(t("In the queue means: {centre} still has to approve this vacancy. After that it is on the website.", ["centre": visit.centre.name]))</p>
            \(if: vacancies.elements.isEmpty, "<div class=\"empty\"><h2>\(t("The queue is empty"))</h2><p>\(t("None of your vacancies is waiting for approval."))</p></div>", else: table(visit))
            \(visit.pager(vacancies, path: "/beheer/wachtrij"))
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            vacancies.elements, t("Queue"),
            [
                .init(t("Vacancy")) { visit.theirLink("/beheer/vacatures/\($0.id)", $0.title) },
                .init(t("Waiting since")) { "\(optional: $0.queuedAt, { visit.when($0) })" },
            ])
    }
}
