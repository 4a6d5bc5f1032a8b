import Hummingbird
import SQL
import SiteKit
import Time
import VolunteerCentre

extension VacancyPage {
    /// The vacancy of an address: open, or closed with alternatives. What never was public does not exist here.
    static func find(_ part: String, _ visit: Visit) async throws -> VacancyPage {
        guard let number = Link.number(part) else { throw HTTPError(.notFound) }
        let (centre, today) = (visit.centre, visit.today)
        let page = try await visit.services.database.read { tx -> VacancyPage? in
            guard let vacancy = try VacancyQueries.find(ID(number), in: centre.id, tx), vacancy.publishedAt != nil,
                let organisation = try OrganisationQueries.find(vacancy.organisation, in: centre.id, tx)
            else { return nil }
            let isOpen = vacancy.isOpen(today: today) && organisation.state == .approved
            let finder = visit.services.finder
            var like = finder.similar(to: vacancy, in: centre, now: visit.now, count: 3)
            // Whoever finds a door closed is shown another one, whichever there is.
            if like.isEmpty, !isOpen {
                like = finder.search(.init(), in: centre, page: Page(1, size: 3), now: visit.now).cards.elements
            }
            return VacancyPage(
                vacancy: vacancy, organisation: organisation, isOpen: isOpen,
                alternatives: like,
                holiday: try Holiday.current(of: organisation.id, in: centre.id, today: today, tx),
                isKept: try visit.session?.volunteer.map { try Favourite.contains(vacancy.id, of: $0, tx) } ?? false)
        }
        guard let page else { throw HTTPError(.notFound) }
        return page
    }
}
