import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// What suits, the best three first, each with why; what to say to see others, and ways on.
struct WishesFoundPage {
    let form: WishesForm
    let suggested: [Suggested]
    let hasMore: Bool
    /// How many contradict nothing that was said.
    let fits: Int
    let ways: [WayOn]
    /// The answers came with an address that somebody passed on.
    let isShared: Bool

    /// Where the vacancies begin: who changed something goes on there.
    static let list = "#gevonden"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(
            title: suggested.isEmpty ? t("We have not found anything yet") : t("This suits you"), visit: visit,
            current: WishesPage.path, scripts: ["once", "share"]
        )
        .html(
            """
            <div class="wrap page wishes">
            <header class="page-head"><div><p class="kicker">\(t("What suits you?"))</p>
            <h1>\(suggested.isEmpty ? t("We have not found anything yet") : t("This suits you"))</h1>
            <p class="lead">\(lead(t))</p></div></header>
            \(answered(visit))
            <div id="gevonden" tabindex="-1">\(putAway(visit))</div>
            \(if: suggested.isEmpty, nothing(visit), else: found(visit))
            <section class="band"><h2>\(t("And now?"))</h2><ul class="next-steps">
            \(if: !suggested.isEmpty, "<li><h3>\(t("Respond"))</h3><p>\(t("Choose a vacancy and say that you want to help. The organisation answers you."))</p></li>")
            \(if: !form.answers.isEmpty && !isShared, keep(visit))
            <li><h3>\(t("Talk to us"))</h3><p>\(t("We like to think along with you, by telephone, by mail or at the desk."))</p><p>\(visit.phoneLink) · \(visit.mailLink)</p></li>
            \(if: !form.shareable.isEmpty && !isShared, passOn(visit))
            </ul></section></div>
            """)
    }

    private func lead(_ t: Localiser) -> String {
        if suggested.isEmpty { return t("Change an answer, or come and talk to us: we know more than the website.") }
        if isShared { return t("Somebody passed these on to you. Change the answers, and they suit you.") }
        if form.answers.isEmpty { return t("You left everything open, so you see what is new.") }
        if fits == 0 { return t("Nothing has all of it. This comes closest; we say what is different.") }
        return t(
            "{count} vacancy suits all that you said. You see the best first.",
            "{count} vacancies suit all that you said. You see the best first.", count: fits)
    }

    /// What was said, each a way back to its question, and what could still be said.
    private func answered(_ visit: Visit) -> HTML {
        let t = visit.t
        let steps = WishesStep.allCases.filter { $0 != .clash }.map { (step: $0, said: said($0, visit)) }
        func list(_ title: String, _ entries: [(step: WishesStep, said: String)]) -> HTML {
            guard !entries.isEmpty else { return .empty }
            return """
                <p>\(title)</p><ul class="chips answers">\(each: entries, { step, said in
                    let text: HTML = said.isEmpty ? .empty : ": <strong>\(said)</strong>"
                    return "<li><a href=\"\(visit.link(SealedAnswers.address(form, step, visit)))\" rel=\"nofollow\"\(attribute: "class", said.isEmpty ? "open" : nil)>\(visit.icon(said.isEmpty ? "plus-lg" : "pencil"))<span>\(step.name(t))\(text)</span></a></li>"
                })</ul>
                """
        }
        return """
            <nav class="said" aria-label="\(t("Your answers"))">\(list(t("You said:"), steps.filter { !$0.said.isEmpty }))
            \(list(t("Say more, and we choose better:"), steps.filter { $0.said.isEmpty && $0.step.asked != nil }))</nav>
            """
    }

    /// What somebody said no to, and the way back.
    private func putAway(_ visit: Visit) -> HTML {
        guard let last = form.refused.last else { return .empty }
        let t = visit.t
        let back = SealedAnswers.address(form.restoring(last, visit), nil, visit) + Self.list
        return """
            <p class="put-away" role="status">\(t("{count} vacancy is put away.", "{count} vacancies are put away.", count: form.refused.count)) \
            <a href="\(visit.link(back))" rel="nofollow">\(t("Bring the last one back"))</a></p>
            """
    }

    private func said(_ step: WishesStep, _ visit: Visit) -> String {
        let (t, answers) = (visit.t, form.answers)
        let parts: [String] =
            switch step {
            case .interests: [visit.labels(.interest, answers[.interest])]
            case .activities: [visit.labels(.activity, answers[.activity])]
            case .place:
                [
                    answers[.place].first ?? "",
                    answers[.distance].first.map { t("{distance} km", ["distance": $0]) } ?? "",
                    form.wishes.home == .only ? t("From home only") : "",
                ]
            case .week:
                [
                    visit.labels(.day, answers[.day]), visit.labels(.daypart, answers[.daypart]),
                    visit.labels(.engagement, answers[.engagement]),
                ]
            case .needs:
                [
                    WishesPage.levels(t).first { $0.0 == answers[.language].first }?.1 ?? "",
                    form.wishes.age.map { t("{age} years old", ["age": String($0)]) } ?? "",
                    visit.labels(.support, answers[.support]),
                ]
            case .excluded: [visit.labels(.interest, answers[.excluded])]
            case .clash: []
            }
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func found(_ visit: Visit) -> HTML {
        let t = visit.t
        let more = SealedAnswers.address(form, nil, visit) + "?meer=1" + Self.list
        return """
            \(SuggestionList(suggested: suggested, wishes: form.wishes, refusing: { visit.link(SealedAnswers.address(form.refusing($0, visit), nil, visit) + Self.list) }).html(visit))
            \(if: hasMore, "<p class=\"more-of-it\"><a class=\"btn plain\" href=\"\(visit.link(more))\" rel=\"nofollow\">\(t("Show more"))</a></p>")
            \(if: !ways.isEmpty, refine(visit))
            """
    }

    private func refine(_ visit: Visit) -> HTML {
        let t = visit.t
        let excluded = SealedAnswers.address(form, .excluded, visit)
        return """
            <section class="refine"><h2>\(t("Rather different?"))</h2>
            <ul class="chips">\(each: ways, { "<li><a href=\"\(visit.link($0.address))\" rel=\"nofollow\">\($0.name) <small>\(visit.t.number($0.count))</small></a></li>" })
            <li><a href="\(visit.link(excluded))" rel="nofollow">\(t("Something I would rather not"))</a></li></ul></section>
            """
    }

    /// The answers that keep everything away, and a person.
    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
            \(optional: ways.first, { way in
                "<p>\(way.steps == 1 ? t("With one answer less you do find something:") : t("Several answers together keep everything away. Without them you do find something:"))</p><p class=\"actions\"><a class=\"btn\" href=\"\(visit.link(way.address))\" rel=\"nofollow\">\(way.name) (\(visit.t.number(way.count)))</a></p>"
            })
            <p>\(t("Or call or mail us: we like to look with you."))</p><p>\(visit.phoneLink) · \(visit.mailLink)</p></div>
            """
    }

    /// Who is known keeps her answers at once; others make an account with them.
    private func keep(_ visit: Visit) -> HTML {
        let t = visit.t
        let isKnown = visit.session != nil
        let path = isKnown ? "/account/antwoorden" : "/past-bij-jou/bewaren"
        return """
            <li><h3>\(t("Keep your answers"))</h3>
            <p>\(isKnown ? t("They become part of your profile. Then we can tell you when something new suits you.") : t("With an account we keep them for you. Then we can tell you when something new suits you."))</p>
            <form method="post" action="\(visit.action(path))" data-once>\(form.carried(without: nil))\
            <button class="btn plain">\(visit.icon("heart"))\(t("Keep my answers"))</button></form></li>
            """
    }

    private func passOn(_ visit: Visit) -> HTML {
        let t = visit.t
        let address = visit.website + visit.link(Query.address(WishesPage.path, form.shareable))
        return """
            <li><h3>\(t("Pass it on"))</h3><p>\(t("With what you like, when and around where. Not your age, your Dutch or what you need: these stand in the address above this page, so do not pass that on."))</p>
            <p class="actions"><a class="btn small plain" href="\(visit.link(Query.address(WishesPage.path, form.shareable)))">\(visit.icon("link-45deg"))\(t("The page to pass on"))</a>\(PassOn(title: t("This suits you"), address: address).html(visit))</p></li>
            """
    }
}
