import Hummingbird
import SQL
import SiteKit
import Time
import VolunteerCentre

extension VacancyPage {
    /// The vacancy of an address: open, or closed with alternatives. What never was public does not exist here, and neither
    /// does a text that the centre has not read.
    static func find(_ part: String, _ visit: Visit) async throws -> VacancyPage {
        guard let number = Link.number(part) else { throw HTTPError(.notFound) }
        return try await visit.find { work -> VacancyPage? in
            guard let found = try VacancyQueries.find(ID(number), in: work.centre.id, work.tx),
                let vacancy = try VacancyVersion.approved(found, in: work.centre.id, work.tx),
                let organisation = try OrganisationQueries.find(vacancy.organisation, in: work.centre.id, work.tx)
            else { return nil }
            let isOpen = VacancyPolicy.canRespond(to: vacancy, of: organisation, today: work.today)
            let volunteer = visit.session?.volunteer
            let responded =
                try volunteer.map { try ApplicationQueries.respondedTo(by: $0, in: work.centre.id, work.tx) } ?? []
            return VacancyPage(
                vacancy: vacancy, organisation: organisation, isOpen: isOpen,
                alternatives: visit.services.finder.others(
                    than: vacancy, without: responded, in: visit.centre, now: visit.now, count: 3),
                holiday: try Holiday.current(of: organisation.id, in: work.centre.id, today: work.today, work.tx),
                isKept: try visit.session?.volunteer.map { try Favourite.contains(vacancy.id, of: $0, work.tx) }
                    ?? false,
                hasResponded: responded.contains(vacancy.id))
        }
    }
}
