import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// *Tips voor je tekst*: what would bring more responses, each with a way to mend it in the vacancy's own words.
struct CoachPanel {
    let advice: CoachAdvice
    let content: Vacancy.Content
    let organisation: Organisation
    /// Who writes, for examples that name somebody.
    let name: String
    /// Where a script asks again while somebody types; nil: it stands still.
    var asks: String?
    /// Whoever weighs the vacancy reads what is missing, not how to write it.
    var isForReview = false

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        guard advice.total > 0 else { return .empty }
        return """
            <section class="coach" data-coach="\(asks ?? "")"\(attribute: "data-insert", asks.map { _ in t("Put in my text") })\(attribute: "data-inserted", asks.map { _ in t.dynamic("\(l10n("Filled in at “{field}”"))") }) aria-labelledby="coach-kop">
            <h2 id="coach-kop">\(visit.icon("lightbulb"))\(t("Tips for your text"))</h2>
            \(if: advice.isBlank, "<p>\(t("While you write, or under Preview, you read what would bring more responses. You decide."))</p>", else: found(visit))
            </section>\(if: asks != nil, "<p class=\"visually-hidden\" role=\"status\" data-coach-said></p>")
            """
    }

    /// How many are in order, in words and as a bar.
    static func score(_ advice: CoachAdvice, _ visit: Visit) -> HTML {
        """
        <p class="coach-score" data-coach-score><meter min="0" max="\(advice.total)" value="\(advice.inOrder.count)" aria-hidden="true"></meter> \(inOrder(advice, visit.t))</p>
        """
    }

    static func inOrder(_ advice: CoachAdvice, _ t: Localiser) -> String {
        t("{good} of {total} in order", ["good": String(advice.inOrder.count), "total": String(advice.total)])
    }

    private func found(_ visit: Visit) -> HTML {
        let t = visit.t
        let good = advice.inOrder.map { CoachHintWords.subject($0, t) }
        return """
            \(Self.score(advice, visit))
            \(if: advice.hints.isEmpty, "<p>\(t("This is a clear vacancy. We have no tips."))</p>")
            <ul>\(each: advice.hints, { hint($0, visit) })</ul>
            \(if: !good.isEmpty, "<p class=\"help\">\(t("In order:")) \(good.joined(separator: ", "))</p>")
            """
    }

    private func hint(_ hint: CoachAdvice.Hint, _ visit: Visit) -> HTML {
        let words = CoachHintWords(rule: hint.rule, visit)
        guard !isForReview || !hint.places.isEmpty else { return "<li><p>\(words.what)</p></li>" }
        return """
            <li><details><summary>\(words.what)</summary>\(if: !isForReview, "<p>\(words.how)</p>")\(if: hint.places.isEmpty, example(hint.rule, visit), else: places(hint, visit))</details></li>
            """
    }

    private func places(_ hint: CoachAdvice.Hint, _ visit: Visit) -> HTML {
        """
        <ul class="plain">\(each: hint.places, { "<li><q\(visit.theirs)>\($0.found)</q>\(optional: $0.mended, { " \(visit.icon("arrow-right")) <q\(visit.theirs)>\($0)</q>" })</li>" })</ul>
        """
    }

    private func example(_ rule: CoachRule, _ visit: Visit) -> HTML {
        // In the language of the text, which is the centre's.
        let t = visit.services.catalogues.localiser(visit.centre.language)
        guard let words = CoachExample(content: content, organisation: organisation, name: name).words(rule, t, visit)
        else { return .empty }
        // A script offers to put it there; what has holes in it is for the writer.
        let into: String? =
            switch rule {
            case .hours: "uren"
            case .contact, .guidance, .insurance, .expenses: "bieden"
            default: nil
            }
        return "<p>\(visit.t("For example:")) <q\(visit.theirs)\(attribute: "data-into", into)>\(words)</q></p>"
    }
}
