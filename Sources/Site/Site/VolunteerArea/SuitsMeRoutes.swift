import HTML
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Past bij mij*: what suits the answers that a volunteer keeps, and mail when something new does.
enum SuitsMeRoutes {
    private static let shown = 12

    static func add(to area: RouterGroup<VolunteerContext>) {
        area.get("/past-bij-mij", use: page)
        area.post("/past-bij-mij/mail") { request, context in
            let data = try await request.form()
            guard let frequency = data.first("vaak").flatMap({ SavedSearch.Frequency(rawValue: $0) }) else {
                throw HTTPError(.badRequest)
            }
            let outcome = try await context.write { work in try ChangeSavedSearches.keep(nil, frequency, in: work) }
            return context.visit.redirect(.suitsMe, saying: outcome == .tooMany ? .full : .mail)
        }
    }

    @Sendable static func page(_ request: Request, _ context: VolunteerContext) async throws -> Reply {
        let visit = context.visit
        let (answers, searches, responded, pausedUntil) = try await context.read { work in
            (
                try Answers.of(context.volunteer, in: work.centre.id, work.tx),
                try SavedSearch.all(of: context.volunteer, in: work.centre.id, work.tx),
                try ApplicationQueries.respondedTo(by: context.volunteer, in: work.centre.id, work.tx),
                try VolunteerQueries.find(context.volunteer, in: work.centre.id, work.tx)?.pausedUntil
            )
        }
        let form = WishesForm(answers, visit)
        let suggested =
            answers.isEmpty
            ? []
            : visit.services.finder.suggest(
                form.wishes, except: responded, in: visit.centre, now: visit.now, count: shown)
        return visit.page(
            SuitsMePage(
                form: form, suggested: suggested,
                frequency: searches.first { $0.question == nil }?.frequency ?? .never, pausedUntil: pausedUntil
            ).html(visit))
    }
}

/// What suits her, why, and how often she wants to hear of it.
struct SuitsMePage {
    let form: WishesForm
    let suggested: [Suggested]
    let frequency: SavedSearch.Frequency
    let pausedUntil: CalendarDate?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return OwnWork(title: t("What suits me"), current: "/mijn/past-bij-mij", visit: visit, scripts: ["once"]).html(
            form.answers.isEmpty
                ? nothing(visit)
                : """
                \(visit.notice(SuitsMeNotice.self) { $0.words(t) })
                <p class="lead">\(suggested.isEmpty ? t("Nothing suits your answers right now. Change an answer, or let us mail you when something comes.") : t("The best first. With each you read why."))</p>
                \(visit.noMails(until: pausedUntil))<div class="tools"><form method="post" action="\(visit.action(WishesPage.path))">\(form.carried(without: nil))
                <button class="btn plain">\(visit.icon("pencil"))\(t("Change your answers"))</button></form>
                <form class="inline" method="post" action="\(visit.action("/mijn/past-bij-mij/mail"))">
                <label for="vaak">\(t("Mail me what is new"))</label>\(FrequencySelect(id: "vaak", chosen: frequency).html(visit))
                <button class="btn plain">\(t("Save"))</button></form></div>
                \(SuggestionList(suggested: suggested, wishes: form.wishes).html(visit))
                """)
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
            <h2>\(t("Tell us what you like"))</h2>
            <p>\(t("Nine short questions, and you may leave each of them open. Then we show here what suits you, and why."))</p>
            <p class="actions"><a class="btn" href="\(visit.link(WishesPage.path))">\(t("Start the questions"))</a></p></div>
            """
    }
}

/// How often mail comes about what was kept.
struct FrequencySelect {
    let id: String
    let chosen: SavedSearch.Frequency

    func html(_ visit: Visit) -> HTML {
        """
        <select id="\(id)" name="vaak">\(each: SavedSearch.Frequency.allCases, { .option($0.rawValue, visit.word($0), isChosen: $0 == chosen) })</select>
        """
    }
}

extension Visit {
    func word(_ frequency: SavedSearch.Frequency) -> String {
        switch frequency {
        case .never: t("No mail")
        case .daily: t("Every day")
        case .weekly: t("Every week")
        }
    }
}

/// What the page says after something was done.
enum SuitsMeNotice: String, Notice {
    case saved = "bewaard"
    case mail
    case full = "vol"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .saved: .success(t("Your answers are part of your profile now."), title: t("Saved"))
        case .mail: .success(t("We mail you as often as you chose. Each mail has a link to stop."))
        case .full: .warning(t("You keep as many searches as is possible. Take one away first."))
        }
    }
}

extension Address where Said == SuitsMeNotice {
    static var suitsMe: Address { Address("/mijn/past-bij-mij") }
}

extension Visit {
    /// A break holds up the mails that are chosen here: said where they are chosen.
    func noMails(until day: CalendarDate?) -> HTML {
        guard let day, day >= today else { return .empty }
        return notice(
            .info,
            """
            \(t("You take a break up to and including {day}. Until then we mail you nothing about this.", ["day": t.date(day)])) \
            <a href="\(link("/mijn/profiel"))">\(t("Change"))</a>
            """)
    }
}
