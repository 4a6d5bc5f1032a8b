import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The five lists of *Activiteit*, so that nothing is lost after the seven days of *Nieuw*.
enum ActivityList: String, CaseIterable {
    case responsesByVolunteer = "vrijwilliger-reactie"
    case matchesByVolunteer = "vrijwilliger-match"
    case responsesByVacancy = "vacature-reactie"
    case matchesByVacancy = "vacature-match"
    case withoutAccount = "zonder-account"

    enum Content { case applications(Application.Kind), matches }

    var content: Content {
        switch self {
        case .responsesByVolunteer, .responsesByVacancy: .applications(.account)
        case .withoutAccount: .applications(.guest)
        case .matchesByVolunteer, .matchesByVacancy: .matches
        }
    }

    var isByVacancy: Bool { self == .responsesByVacancy || self == .matchesByVacancy }

    var applicationOrder: ListOrder<ApplicationQueries.Key> {
        self == .withoutAccount ? .init(.when, descends: true) : .init(isByVacancy ? .vacancy : .name)
    }

    var matchOrder: ListOrder<MatchQueries.Key> { .init(isByVacancy ? .vacancy : .name) }
}

/// *Activiteit*: one of its five lists.
struct ActivityPage {
    enum Rows {
        case applications(Paged<Application>, ListAddress)
        case matches(Paged<Match>, ListAddress)
    }

    let name: String
    let list: ActivityList
    let rows: Rows

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return Dashboard(name: name, current: "/beheer/activiteit", visit: visit).html(
            """
            <nav class="subtabs" aria-label="\(t("Activity"))">
            <section><h2>\(t("Volunteer"))</h2><ul>\(tab(.responsesByVolunteer, t("Response with account"), visit))\(tab(.matchesByVolunteer, t("Match"), visit))</ul></section>
            <section><h2>\(t("Vacancy"))</h2><ul>\(tab(.responsesByVacancy, t("Response with account"), visit))\(tab(.matchesByVacancy, t("Match"), visit))</ul></section>
            <section><h2>\(t("Guest"))</h2><ul>\(tab(.withoutAccount, t("Response without account"), visit))</ul></section>
            </nav>
            \(table(visit))
            """)
    }

    private func tab(_ tab: ActivityList, _ label: String, _ visit: Visit) -> HTML {
        """
        <li><a href="\(visit.link("/beheer/activiteit?lijst=\(tab.rawValue)"))"\(attribute: "aria-current", tab == list ? "page" : nil)>\(label)</a></li>
        """
    }

    private func table(_ visit: Visit) -> HTML {
        switch rows {
        case .applications(let found, let address):
            if found.elements.isEmpty { return empty(visit) }
            return "\(table(found, address).html(visit))\(visit.listFoot(found, address))"
        case .matches(let found, let address):
            if found.elements.isEmpty { return empty(visit) }
            return "\(table(found, address).html(visit))\(visit.listFoot(found, address))"
        }
    }

    func file(_ visit: Visit) -> Reply {
        switch rows {
        case .applications(let found, let address): table(found, address).file(visit)
        case .matches(let found, let address): table(found, address).file(visit)
        }
    }

    private func table(_ found: Paged<Application>, _ address: ListAddress) -> ApplicationTable {
        ApplicationTable(applications: found.elements, vacancyFirst: list.isByVacancy, list: address)
    }

    private func table(_ found: Paged<Match>, _ address: ListAddress) -> MatchTable {
        MatchTable(matches: found.elements, vacancyFirst: list.isByVacancy, list: address)
    }

    private func empty(_ visit: Visit) -> HTML {
        let t = visit.t
        let (title, text) =
            if case .matches = rows {
                (
                    t("No matches yet"),
                    t("When you go on with somebody who responded, you record the match at the response.")
                )
            } else {
                (t("No responses yet"), t("As soon as somebody responds you find it here, and you get a mail."))
            }
        return "<div class=\"empty\"><h3>\(title)</h3><p>\(text)</p></div>"
    }
}
