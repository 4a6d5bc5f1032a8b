import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// One question of *Wat past bij jou?*: friendly, with a way to leave it open, and how many vacancies still suit.
struct WishesPage {
    let step: WishesStep
    let form: WishesForm
    /// How many vacancies contradict nothing that was said.
    let count: Int
    /// The address that was opened is too old, or not of this centre.
    var isBegunAnew = false

    static let path = "/past-bij-jou"

    /// The field in which somebody says which of the two is right.
    static func settling(_ slug: String) -> String { "klopt-" + slug }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let fields = visit.fields(form.data, form.errors)
        let title = step.question(t)
        return PublicLayout(
            title: title, description: visit.whatThisIs, visit: visit, current: Self.path,
            hasErrors: !form.errors.isEmpty
        ).html(
            """
            <div class="wrap narrow page wishes">
            \(fields.summary)
            \(if: isBegunAnew, visit.notice(.info, "\(t("These answers are more than two days old, or the address is not right. We begin anew."))"))
            <header class="page-head"><div><p class="kicker">\(kicker(t))</p>
            <h1>\(title)</h1><p class="lead">\(step.explanation(t))</p></div></header>
            <p class="fitting" role="status">\(t("{count} vacancy suits so far.", "{count} vacancies suit so far.", count: count))\
            \(if: !form.answers.isEmpty, " <button class=\"link\" form=\"vraag\" name=\"naar\" value=\"uitkomst\">\(t("Look at them"))</button>")</p>
            <form class="panel" id="vraag" method="post" action="\(visit.action(Self.path))" novalidate>
            <input type="hidden" name="stap" value="\(step.rawValue)">\(form.carried(without: step))
            \(question(fields, visit))
            <div class="form-foot"><button class="btn big" name="naar" value="">\(t("Next"))</button>
            \(if: step.asked != nil, "<button class=\"btn plain\" name=\"naar\" value=\"weet-niet\">\(t("I do not know yet"))</button>")</div>
            </form>
            \(others(visit))
            <p class="help">\(t("We keep none of these answers."))</p>
            </div>
            """)
    }

    /// The second of at most four; who comes back to change something is not counting.
    /// How much Dutch somebody speaks, in her own words.
    static func levels(_ t: Localiser) -> [(String, String)] {
        [("geen", t("No Dutch yet")), ("basis", t("A little Dutch")), ("goed", t("Dutch well enough to talk"))]
    }

    private func kicker(_ t: Localiser) -> String {
        let number = form.asked.filter { $0.asked != nil && $0 != step }.count + 1
        guard step.asked != nil, !form.asked.contains(step), number <= WishesQuestion.most else {
            return t("What suits you?")
        }
        return t(
            "What suits you? Question {n} of {count} at most",
            ["n": String(number), "count": String(WishesQuestion.most)])
    }

    /// Who would rather say something else first, or say something otherwise. Buttons of the form: what was ticked goes along.
    private func others(_ visit: Visit) -> HTML {
        let t = visit.t
        let steps = WishesStep.allCases.filter { $0.asked != nil && $0 != step }
        return """
            <section class="other-questions"><h2>\(t("Rather something else first?"))</h2>
            <ul class="chips">\(each: steps, { other in
                "<li><button form=\"vraag\" name=\"naar\" value=\"\(other.rawValue)\">\(other.name(t))\(if: form.data.pairs.contains { other.names.contains($0.0) }, " \(visit.icon("check-lg"))<span class=\"visually-hidden\">\(t("answered"))</span>")</button></li>"
            })</ul></section>
            """
    }

    private func question(_ form: FormFields, _ visit: Visit) -> HTML {
        let t = visit.t
        func entries(_ list: Taxonomy.List) -> [(value: String, label: String)] {
            visit.services.taxonomy.entries(list).map { ($0.slug, $0.label(visit.language)) }
        }
        func several(_ name: String, _ list: Taxonomy.List) -> HTML {
            form.options(name, step.question(t), entries(list), several: true)
        }
        switch step {
        case .interests: return several("interesse", .interest)
        case .activities: return several("activiteit", .activity)
        case .excluded: return several("liever-niet", .interest)
        case .week:
            return """
                \(form.options("dagdeel", t("At which time of the day?"), entries(.daypart), several: true))
                \(form.options("dag", t("On which days?"), entries(.day), several: true))
                \(form.options("inzet", t("How often would you like to help?"), entries(.engagement), several: true))
                """
        case .needs:
            return """
                \(form.options("taal", t("How much Dutch do you speak?"), Self.levels(t), several: false, rows: true))
                \(form.input("leeftijd", t("Your age"), help: t("Some vacancies have a minimum age. We use your age for that only."), width: "short"))
                \(form.options("aanbod", t("What would be nice for you?"), entries(.support), several: true))
                """
        case .place:
            let distances = Refinement.distances.map { (String($0), t("{distance} km", ["distance": String($0)])) }
            return """
                \(form.input("plaats", t("Postcode or place"), autocomplete: "postal-code", max: 80, width: "short"))
                \(form.options("afstand", t("How far do you want to go?"), distances, several: false))
                \(form.options("thuis", t("Helping from home"), [("also", t("From home is fine too")), ("only", t("From home only"))], several: false))
                """
        case .clash:
            return "\(each: self.form.clashes, { clash($0, form, visit) })"
        }
    }

    private func clash(_ slug: String, _ form: FormFields, _ visit: Visit) -> HTML {
        form.options(
            Self.settling(slug), visit.label(.interest, slug),
            [
                (WishesStep.interests.rawValue, visit.t("I like it")),
                (WishesStep.excluded.rawValue, visit.t("Rather not")),
            ], several: false)
    }
}
