import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre
import Web

/// Vacancies to look at again, and searches that come by mail.
struct KeptPage {
    let favourites: Paged<Favourite>
    let searches: [SavedSearch]
    let pausedUntil: CalendarDate?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return OwnWork(title: t("Kept"), current: "/mijn/bewaard", visit: visit, scripts: ["once"]).html(
            """
            \(visit.notice(KeptNotice.self) { $0.words(t) })
            <h2>\(t("Vacancies you keep"))</h2>
            \(if: favourites.elements.isEmpty, "<p>\(t("Nothing yet. With the heart on a vacancy you keep it here.")) <a href=\"\(visit.link("/vacatures"))\">\(t("View the vacancies"))</a></p>", else: "<ul class=\"feed\">\(each: favourites.elements, { favourite($0, visit) })</ul>")
            \(visit.pager(favourites, path: "/mijn/bewaard"))
            <h2>\(t("Searches you keep"))</h2>\(visit.noMails(until: pausedUntil))
            \(if: searches.isEmpty, "<p>\(t("Nothing yet. Below a list of vacancies you can keep your search, and get a mail when something new comes."))</p>", else: "<ul class=\"feed\">\(each: searches, { search($0, visit) })</ul>")
            """)
    }

    private func favourite(_ favourite: Favourite, _ visit: Visit) -> HTML {
        let (t, card) = (visit.t, favourite.card)
        return """
            <li>\(visit.icon("heart"))<div><p>\(visit.theirLink(Link.vacancy(card), card.title))\
            \(if: !favourite.isOpen, " <span class=\"badge offline\">\(t("Closed"))</span>")</p>
            <p class="muted"><span\(visit.theirs)>\(card.organisation)</span>, \(card.fromHome ? t("From home") : card.place)</p></div>
            <form method="post" action="\(visit.action("/mijn/bewaard/\(card.id)/weg"))"><button class="btn small plain">\(visit.icon("trash"))\(t("Take away"))\
            <span class="visually-hidden">: \(card.title)</span></button></form></li>
            """
    }

    private func search(_ search: SavedSearch, _ visit: Visit) -> HTML {
        let t = visit.t
        let name = name(search, visit)
        let filter = search.question.map { VacancyFilter($0, visit) }
        let isStale = filter.map { $0.search.isUnreadable || !$0.gone(visit).isEmpty } ?? false
        let id = "vaak-\(search.id)"
        return """
            <li>\(visit.icon("search"))<div><p><a href="\(visit.link("/mijn/zoekopdrachten/\(search.id)"))">\(name)</a></p>
            \(if: isStale, "<p class=\"error\">\(t("A place in this search is not there any more. Open the search to choose another one."))</p>")
            <form class="inline" method="post" action="\(visit.action("/mijn/zoekopdrachten/\(search.id)"))">
            <label for="\(id)">\(t("Mail"))<span class="visually-hidden">: \(name)</span></label>\(FrequencySelect(id: id, chosen: search.frequency).html(visit))
            <button class="btn small plain">\(t("Save"))</button></form></div>
            <form method="post" action="\(visit.action("/mijn/zoekopdrachten/\(search.id)/weg"))"><button class="btn small plain">\(visit.icon("trash"))\(t("Take away"))\
            <span class="visually-hidden">: \(name)</span></button></form></li>
            """
    }

    private func name(_ search: SavedSearch, _ visit: Visit) -> String {
        search.question.map { VacancyFilter($0, visit).name(visit) } ?? visit.t("What suits me")
    }
}

/// What the page says after something was done.
enum KeptNotice: String, Notice {
    case search = "zoekopdracht"
    case mail
    case removed = "weg"
    case full = "vol"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .search:
            .success(t("We mail you when something new comes. Each mail has a link to stop."), title: t("Kept"))
        case .mail: .success(t("We mail you as often as you chose. Each mail has a link to stop."))
        case .removed: .success(t("It has been taken away."))
        case .full: .warning(t("You keep as much as is possible. Take something away first."))
        }
    }
}

extension Address where Said == KeptNotice {
    static var kept: Address { Address("/mijn/bewaard") }
}
