import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre

/// Vacancies in a list; each card is one link. What is the same on all of them is made once.
struct VacancyCards {
    /// Under a section's own heading it is one lower.
    enum Heading { case h2, h3 }

    /// Who reads another language looks for this first.
    private static let sayingLevel: Set<String> = ["geen", "basis"]

    private let visit: Visit
    private let heading: (begin: HTML, end: HTML)
    private let theirs: HTML
    private let badge: HTML
    private let placeIcon: HTML
    private let hours: HTML

    init(_ visit: Visit, heading: Heading) {
        self.visit = visit
        self.heading = heading == .h2 ? ("<h2>", "</h2>") : ("<h3>", "</h3>")
        theirs = visit.theirs
        badge = " <span class=\"badge new\">\(visit.t("New"))</span>"
        placeIcon = visit.icon("geo-alt")
        hours = "<li>\(visit.icon("clock"))<span\(theirs)>"
    }

    func html(_ cards: [VacancyCard]) -> HTML {
        var items: HTML = "<ul class=\"cards\">"
        items.reserveCapacity(cards.count * 900)
        for (index, card) in cards.enumerated() { items += item(card, lazy: index >= 3) }
        items += "</ul>"
        return items
    }

    private func item(_ card: VacancyCard, lazy: Bool) -> HTML {
        let neighbour = visit.centre.neighbour(of: card)
        return """
            <li class="card">
            \(picture(card, lazy: lazy))
            <div class="card-text">
            <p class="kicker">\(visit.label(.interest, card.interest))\(if: card.publishedAt.adding(.days(7)) > visit.now, badge)</p>
            \(heading.begin)<a href="\(visit.address(of: card))"\(theirs)>\(card.title)</a>\(heading.end)
            <p class="by"\(theirs)>\(card.organisation)</p>\(optional: neighbour, { "<p class=\"via\">\(visit.t("Via {centre}", ["centre": $0.name]))</p>" })
            <ul class="meta"><li>\(placeIcon)\(whereabouts(card))</li>\
            \(if: !card.hours.isEmpty, "\(hours)\(card.hours)</span></li>")\
            \(if: Self.sayingLevel.contains(card.languageLevel) && visit.language == .en, "<li>\(visit.icon("chat-dots"))\(visit.label(.languageLevel, card.languageLevel))</li>")</ul>
            </div>
            </li>
            """
    }

    private func whereabouts(_ card: VacancyCard) -> String {
        let t = visit.t
        if card.fromHome { return t("From home") }
        guard let kilometres = card.kilometres else { return card.place }
        let distance =
            kilometres < 1 ? t("less than 1 km") : t("{distance} km", ["distance": String(Int(kilometres.rounded()))])
        return "\(card.place) · \(distance)"
    }

    /// The title beside it says what it is about, so the picture itself is silent.
    private func picture(_ card: VacancyCard, lazy: Bool) -> HTML {
        // A neighbour's picture stands on the neighbour's website only.
        guard let picture = card.picture, card.centre == visit.centre.id else {
            return visit.illustration(card.interest, lazy: lazy)
        }
        return """
            <img src="\(visit.media(picture, .card))" alt="" width="640" height="360"\(attribute: "loading", lazy ? "lazy" : nil)>
            """
    }
}

extension Visit {
    func cards(_ cards: [VacancyCard], heading: VacancyCards.Heading = .h2) -> HTML {
        VacancyCards(self, heading: heading).html(cards)
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
}
