import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

/// What suits somebody, the best first, each with why in one sentence; the rest is folded away.
struct SuggestionList {
    let suggested: [Suggested]
    let wishes: Wishes
    /// Where somebody goes who does not want one of them; nil where answers are kept.
    var refusing: ((ID<Vacancy>) -> String)?

    func html(_ visit: Visit) -> HTML {
        guard !suggested.isEmpty else { return .empty }
        return "<ol class=\"suggested\">\(each: suggested, { entry($0, visit) })</ol>"
    }

    private func entry(_ one: Suggested, _ visit: Visit) -> HTML {
        let t = visit.t
        let words = SuggestionWords(suggested: one, wishes: wishes, visit: visit)
        let reason = words.reason
        return """
            <li class="suggestion">\(visit.cards([one.card]))
            <div class="why">\(if: !reason.isEmpty, "<p class=\"reason\">\(reason)</p>")
            \(if: !words.differs.isEmpty, "<p class=\"differs\">\(t("Mind: {list}.", ["list": words.differs.map(SuggestionWords.inSentence).joined(separator: "; ")]))</p>")
            \(folded(words, t))
            <p class="actions"><a class="btn" href="\(visit.address(of: one.card) + "/reageren")">\(t("Respond")) <span class="visually-hidden">: \(one.card.title)</span></a>
            \(optional: refusing, { "<a class=\"btn plain\" href=\"\($0(one.card.id))\" rel=\"nofollow\">\(t("Not for me")) <span class=\"visually-hidden\">: \(one.card.title)</span></a>" })</p></div></li>
            """
    }

    private func folded(_ words: SuggestionWords, _ t: Localiser) -> HTML {
        guard !words.fits.isEmpty || !words.unknown.isEmpty else { return .empty }
        return """
            <details class="all-reasons"><summary>\(t("Why else"))</summary>
            \(if: !words.fits.isEmpty, "<ul class=\"fits\">\(each: words.fits, { "<li>\($0)</li>" })</ul>")
            \(if: !words.unknown.isEmpty, "<p class=\"help\">\(t("We do not know: {list}.", ["list": words.unknown.joined(separator: ", ")]))</p>")
            </details>
            """
    }
}
