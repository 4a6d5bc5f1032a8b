import HTML
import Localisation
import Time
import VolunteerCentre

extension Visit {
    /// A vacancy in a list; the whole card is one link.
    func card(_ card: VacancyCard, heading: VacancyCardHeading = .h2, lazy: Bool) -> HTML {
        let isNew = card.publishedAt.adding(.days(7)) > now
        let title: HTML = "<a href=\"\(address(of: card))\"\(theirs)>\(card.title)</a>"
        return """
            <li class="card">
            \(picture(card, lazy: lazy))
            <div class="card-text">
            <p class="kicker">\(label(.interest, card.interest))\(if: isNew, " <span class=\"badge new\">\(t("New"))</span>")</p>
            \(if: heading == .h2, "<h2>\(title)</h2>", else: "<h3>\(title)</h3>")
            <p class="by"\(theirs)>\(card.organisation)</p>\(optional: centre.neighbour(of: card), { "<p class=\"via\">\(t("Via {centre}", ["centre": $0.name]))</p>" })
            <ul class="meta"><li>\(icon("geo-alt"))\(whereabouts(card))</li>\
            \(if: !card.hours.isEmpty, "<li>\(icon("clock"))<span\(theirs)>\(card.hours)</span></li>")</ul>
            </div>
            </li>
            """
    }

    /// The organisation, and the centre when it is another one.
    func owners(of card: VacancyCard) -> String {
        [card.organisation, centre.neighbour(of: card)?.name].compactMap { $0 }.joined(separator: ", ")
    }

    /// On the website of the centre that it belongs to.
    func address(of card: VacancyCard) -> String {
        centre.neighbour(of: card) == nil ? link(Link.vacancy(card)) : fullAddress(of: card)
    }

    /// For what is read elsewhere.
    func fullAddress(of card: VacancyCard) -> String {
        services.mails.website(of: card, at: centre) + link(Link.vacancy(card))
    }

    private func whereabouts(_ card: VacancyCard) -> String {
        if card.fromHome { return t("From home") }
        guard let kilometres = card.kilometres else { return card.place }
        let distance =
            kilometres < 1 ? t("less than 1 km") : t("{distance} km", ["distance": String(Int(kilometres.rounded()))])
        return "\(card.place) · \(distance)"
    }

    /// The title beside it says what it is about, so the picture itself is silent.
    private func picture(_ card: VacancyCard, lazy: Bool) -> HTML {
        // A neighbour's picture stands on the neighbour's website only.
        guard let picture = card.picture, card.centre == centre.id else {
            return illustration(card.interest, lazy: lazy)
        }
        return """
            <img src="\(media(picture, .card))" alt="" width="640" height="360"\(attribute: "loading", lazy ? "lazy" : nil)>
            """
    }

    func cards(_ cards: [VacancyCard], heading: VacancyCardHeading = .h2) -> HTML {
        var items = HTML.empty
        for (index, card) in cards.enumerated() { items += self.card(card, heading: heading, lazy: index >= 3) }
        return "<ul class=\"cards\">\(items)</ul>"
    }
}

/// Which level of heading a card has: under a section's own heading it is one lower.
enum VacancyCardHeading { case h2, h3 }
