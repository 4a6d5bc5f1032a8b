import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// One question of *Wat past bij jou?*: friendly, with a way to leave it open, and back.
struct WishesStepPage {
    let step: WishesForm.Step
    let form: WishesForm
    /// The address that was opened is too old, or not of this centre.
    var isBegunAnew = false

    static let path = "/past-bij-jou"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let fields = FormFields(visit: visit, data: form.data, errors: form.errors)
        let (number, count) = (step.rawValue, WishesForm.Step.allCases.count)
        let title = question(t)
        return PublicLayout(
            title: t("{question}, step {n}", ["question": title, "n": String(number)]), visit: visit,
            hasErrors: !form.errors.isEmpty
        ).html(
            """
            <div class="wrap narrow page wishes">
            \(fields.summary)
            \(if: isBegunAnew, visit.notice(.info, "\(t("These answers are more than two days old, or the address is not right. We begin anew."))"))
            <header class="page-head"><div><p class="kicker">\(t("What suits you? Step {n} of {count}", ["n": String(number), "count": String(count)]))</p>
            <h1>\(title)</h1><p class="lead">\(explanation(t))</p></div></header>
            <progress value="\(number)" max="\(count)" aria-label="\(t("How far you are"))">\(number) / \(count)</progress>
            <form class="panel" method="post" action="\(visit.link(Self.path))" novalidate>
            <input type="hidden" name="stap" value="\(number)">\(form.carried(without: step))
            \(question(fields, visit))
            <div class="form-foot"><button class="btn big" name="naar" value="\(number + 1)">\(number == count ? t("Show what suits me") : t("Next"))</button>
            <button class="btn plain" name="naar" value="weet-niet">\(t("I do not know yet"))</button>
            \(if: number > 1, "<button class=\"btn plain\" name=\"naar\" value=\"\(number - 1)\">\(visit.icon("arrow-left"))\(t("Back"))</button>")</div>
            </form>
            <p class="help">\(t("We keep none of these answers."))</p>
            </div>
            """)
    }

    private func question(_ t: Localiser) -> String {
        switch step {
        case .interests: t("What do you like?")
        case .activities: t("What would you like to do?")
        case .excluded: t("What would you rather not do?")
        case .dayparts: t("When can you?")
        case .engagements: t("How often would you like to help?")
        case .place: t("Where would you like to help?")
        case .language: t("How much Dutch do you speak?")
        case .supports: t("What would be nice for you?")
        case .age: t("How old are you?")
        }
    }

    private func explanation(_ t: Localiser) -> String {
        switch step {
        case .interests: t("Choose what speaks to you. More than one is fine.")
        case .activities: t("What are you good at, or would you like to try?")
        case .excluded: t("We leave these out. You need not choose anything.")
        case .dayparts: t("Choose what mostly suits you. More than one is fine.")
        case .engagements: t("Every week, or one time to begin with: all of it is welcome.")
        case .place: t("Then we look for something near. You may also help from home.")
        case .language: t("Then we show only what you can do with it.")
        case .supports: t("We put first what offers this. Nobody sees what you choose.")
        case .age: t("Some vacancies have a minimum age. We use your age for that only.")
        }
    }

    private func question(_ form: FormFields, _ visit: Visit) -> HTML {
        let t = visit.t
        func entries(_ list: Taxonomy.List) -> [(value: String, label: String)] {
            visit.services.taxonomy.entries(list).map { ($0.slug, $0.label(visit.language)) }
        }
        func several(_ name: String, _ list: Taxonomy.List) -> HTML {
            form.options(name, question(t), entries(list), several: true)
        }
        switch step {
        case .interests: return several("interesse", .interest)
        case .activities: return several("activiteit", .activity)
        case .excluded: return several("liever-niet", .interest)
        case .dayparts:
            return """
                \(form.options("dag", t("On which days?"), entries(.day), several: true))
                \(form.options("dagdeel", t("At which time of the day?"), entries(.daypart), several: true))
                """
        case .engagements: return several("inzet", .engagement)
        case .language:
            let answers = [
                ("geen", t("No Dutch yet")), ("basis", t("A little Dutch")), ("goed", t("Dutch well enough to talk")),
            ]
            return form.options("taal", question(t), answers, several: false, rows: true)
        case .supports: return several("aanbod", .support)
        case .age:
            return form.input("leeftijd", t("Your age"), kind: .number, width: "short")
        case .place:
            let distances = WishesForm.distances.map { (String($0), t("{distance} km", ["distance": String($0)])) }
            return """
                \(form.input("plaats", t("Postcode or place"), autocomplete: "postal-code", max: 80, width: "short"))
                \(form.options("afstand", t("How far do you want to go?"), distances, several: false))
                \(form.options("thuis", t("Helping from home"), [("also", t("From home is fine too")), ("only", t("From home only"))], several: false))
                """
        }
    }
}

/// What suits, each with its reasons in words, and three ways on.
struct WishesResultPage {
    let form: WishesForm
    let suggested: [Suggested]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("This suits you"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap page wishes">
            <header class="page-head"><div><p class="kicker">\(t("What suits you?"))</p><h1>\(suggested.isEmpty ? t("We have not found anything yet") : t("This suits you"))</h1>
            <p class="lead">\(suggested.isEmpty ? t("Change an answer, or come and talk to us: we know more than the website.") : t("The best first. With each you read why."))</p></div></header>
            <form class="again" method="post" action="\(visit.link(WishesStepPage.path))">\(form.carried(without: nil))
            <button class="btn plain" name="naar" value="1">\(visit.icon("arrow-left"))\(t("Change your answers"))</button></form>
            \(SuggestionList(suggested: suggested, wishes: form.wishes).html(visit))
            <section class="band"><h2>\(t("And now?"))</h2><ul class="next-steps">
            <li><h3>\(t("Respond"))</h3><p>\(t("Choose a vacancy and say that you want to help. The organisation answers you."))</p></li>
            \(keep(visit))
            <li><h3>\(t("Talk to us"))</h3><p>\(t("We like to think along with you, by telephone, by mail or at the desk."))</p><p>\(visit.phoneLink) · \(visit.mailLink)</p></li>
            </ul></section></div>
            """)
    }

    /// Who is known keeps her answers at once; others make an account with them.
    private func keep(_ visit: Visit) -> HTML {
        let t = visit.t
        let isKnown = visit.session != nil
        let path = isKnown ? "/account/antwoorden" : "/past-bij-jou/bewaren"
        return """
            <li><h3>\(t("Keep your answers"))</h3>
            <p>\(isKnown ? t("They become part of your profile. Then we can tell you when something new suits you.") : t("With an account we keep them for you. Then we can tell you when something new suits you."))</p>
            <form method="post" action="\(visit.link(path))" data-once>\(form.carried(without: nil))\
            <button class="btn plain">\(visit.icon("heart"))\(t("Keep my answers"))</button></form></li>
            """
    }
}
