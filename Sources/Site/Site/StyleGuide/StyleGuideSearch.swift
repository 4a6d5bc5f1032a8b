import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// Searching and leafing through a list.
struct StyleGuideSearch {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-zoeken", title: "Zoeken", content: search),
            StyleGuideSection(id: "deel-filters", title: "Gevonden, en gekozen filters", content: results),
            StyleGuideSection(id: "deel-bladeren", title: "Bladeren", content: pagers),
        ]
    }

    private var search: HTML {
        """
        \(SearchForm(visit: visit, words: "wandelen").html)
        <div><form class="search compact" role="search" aria-label="Zoeken in een lijst" action="\(visit.styleGuide)">
        <div class="search-field"><label for="zoek-lijst">Zoek in je vacatures</label><input id="zoek-lijst" name="zoek-lijst" type="search" dir="auto"></div>
        <button class="btn">\(visit.icon("search"))Zoeken</button></form></div>
        """
    }

    private var results: HTML {
        """
        <div class="results-head"><p class="results" role="status"><strong>34 vacatures</strong> voor “wandelen”</p></div>
        <ul class="chips">\(each: ["taal", "natuur"], { slug in
            """
            <li><a href="\(visit.styleGuide)">\(visit.label(.interest, slug)) \(visit.icon("x-lg"))\
            <span class="visually-hidden">verwijderen</span></a></li>
            """
        })</ul>
        """
    }

    /// The first, a middle and the last of nine pages. Landmarks of one kind need different names.
    private var pagers: HTML {
        "\(each: [(1, "Bladeren, eerste pagina"), (5, "Bladeren, middelste pagina"), (9, "Bladeren, laatste pagina")], { pager(page: $0.0, name: $0.1) })"
    }

    private func pager(page: Int, name: String) -> HTML {
        let list = Paged<Int>([], page: Page(page), total: 9 * Page(page).size)
        return visit.pager(list, path: "/stijlgids").asSample(named: (visit.t("Pages"), name))
    }
}
