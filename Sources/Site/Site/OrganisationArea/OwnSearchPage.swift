import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

/// *Zoeken*: in everything the organisation may see.
struct OwnSearchPage {
    struct Found {
        let vacancies: Paged<VacancyQueries.Listed>
        let applications: Paged<Application>
        let matches: Paged<Match>
    }

    let words: String
    /// Nil before anything was asked.
    let found: Found?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(t("Search"), visit, current: "/beheer/zoeken").html(
            """
            <header class="page-head"><div><h1>\(t("Search"))</h1></div></header>
            \(SearchTabs(current: "/beheer/zoeken").html(visit))
            \(visit.searchForm("/beheer/zoeken", t("Title of a vacancy, or a name, e-mail address or telephone number"), words))
            \(optional: found, { results($0, visit) })
            \(if: found == nil, "<p>\(t("You search in your vacancies, also drafts and the archive, in the people who responded, and in your matches."))</p>")
            """)
    }

    private func results(_ found: Found, _ visit: Visit) -> HTML {
        let t = visit.t
        if found.vacancies.total + found.applications.total + found.matches.total == 0 {
            return """
                <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
                <h2>\(t("Nothing found this time"))</h2><p>\(t("Try a part of the title or of the name."))</p></div>
                """
        }
        return """
            \(if: found.vacancies.total > 0, "<h2>\(t("{count} vacancy", "{count} vacancies", count: found.vacancies.total))</h2>\(VacancyTable(vacancies: found.vacancies.elements, base: "/beheer/vacatures", showsOrganisation: false).html(visit))")
            \(if: found.applications.total > 0, "<h2>\(t("{count} response", "{count} responses", count: found.applications.total))</h2>\(ApplicationTable(applications: found.applications.elements).html(visit))")
            \(if: found.matches.total > 0, "<h2>\(t("{count} match", "{count} matches", count: found.matches.total))</h2>\(MatchTable(matches: found.matches.elements).html(visit))")
            \(pager(found, visit))
            """
    }

    /// The longest of the three lists decides how many pages there are.
    private func pager(_ found: Found, _ visit: Visit) -> HTML {
        let query = [("q", words)]
        if found.vacancies.total >= max(found.applications.total, found.matches.total) {
            return visit.pager(found.vacancies, path: "/beheer/zoeken", query: query)
        }
        return found.applications.total >= found.matches.total
            ? visit.pager(found.applications, path: "/beheer/zoeken", query: query)
            : visit.pager(found.matches, path: "/beheer/zoeken", query: query)
    }
}
