import HTML
import Localisation
import SiteKit
import VolunteerCentre

extension Visit {
    /// A candidate in a list: who opens her sees the rest, and she sees who did.
    func listed(_ card: CandidateCard, link path: String, reasons: HTML = .empty) -> HTML {
        let town = card.municipality.isEmpty ? card.fromHome ? t("From home") : "" : card.municipality
        return """
            <article class="panel candidate"><h2\(theirs)><a href="\(link(path))">\(card.alias)</a></h2>
            \(if: !town.isEmpty, "<p class=\"muted\">\(icon("geo-alt")) \(town)</p>")
            <p>\(labels(.interest, card.answers[.interest] ?? []))</p>\(reasons)</article>
            """
    }

    /// Where a list ends because of the day, not of the people.
    var enoughShown: HTML {
        notice(
            .info,
            "\(t("You saw sixty people today. To protect them you see others tomorrow. Do you need more? We like to think along."))"
        )
    }

    /// A candidate as organisations see her: the same for them and for her own preview.
    func candidate(_ card: CandidateCard) -> HTML {
        let rows: [(String, String)] = [
            (t("Likes"), labels(.interest, card.answers[.interest] ?? [])),
            (t("Would like to do"), labels(.activity, card.answers[.activity] ?? [])),
            (t("Days"), labels(.day, card.answers[.day] ?? [])),
            (t("When"), labels(.daypart, card.answers[.daypart] ?? [])),
            (t("How often"), labels(.engagement, card.answers[.engagement] ?? [])),
            (t("Where"), whereabouts(card)),
        ].filter { !$0.1.isEmpty }
        return """
            <article class="panel candidate"><h2\(theirs)>\(card.alias)</h2>
            \(prose(card.introduction))
            <dl class="rows">\(each: rows, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl></article>
            """
    }

    private func whereabouts(_ card: CandidateCard) -> String {
        let places = [
            card.municipality,
            card.distance.map { t("at most {distance} km", ["distance": String($0)]) } ?? "",
            card.fromHome ? t("also from home") : "",
        ]
        return places.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func word(_ state: PoolInvitation.State) -> String {
        switch state {
        case .open: t("No answer yet")
        case .accepted: t("Said yes")
        case .notNow: t("Not now")
        case .never: t("Never")
        }
    }

    func badge(_ state: PoolInvitation.State) -> HTML {
        let sign =
            switch state {
            case .open: "queued"
            case .accepted: "matched"
            case .notNow, .never: "declined"
            }
        return "<span class=\"badge \(sign)\">\(word(state))</span>"
    }
}
