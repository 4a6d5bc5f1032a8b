import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// What suits somebody, the best first, each with its reasons in words.
struct SuggestionList {
    let suggested: [Suggested]
    let wishes: Wishes

    func html(_ visit: Visit) -> HTML {
        guard !suggested.isEmpty else { return .empty }
        return "<ol class=\"suggested\">\(each: suggested, { entry($0, visit) })</ol>"
    }

    private func entry(_ one: Suggested, _ visit: Visit) -> HTML {
        let t = visit.t
        let words = SuggestionWords(suggested: one, wishes: wishes, visit: visit)
        return """
            <li class="suggestion">\(visit.cards([one.card]))
            <div class="why">\(list(t("This fits"), "fits", words.fits))
            \(list(t("This is different"), "differs", words.differs))
            \(if: !words.unknown.isEmpty, "<p class=\"help\">\(t("We do not know: {list}.", ["list": words.unknown.joined(separator: ", ")]))</p>")
            <p><a class="btn" href="\(visit.address(of: one.card) + "/reageren")">\(t("Respond")) <span class="visually-hidden">: \(one.card.title)</span></a></p></div></li>
            """
    }

    private func list(_ title: String, _ name: String, _ words: [String]) -> HTML {
        guard !words.isEmpty else { return .empty }
        return "<h3>\(title)</h3><ul class=\"\(name)\">\(each: words, { "<li>\($0)</li>" })</ul>"
    }
}
