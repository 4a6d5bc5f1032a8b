import Films
import HTML
import Localisation
import SQL
package import SiteKit
import VolunteerCentre

extension PageSet {
    /// Films where pages keep a place for them, and where an administrator puts them there.
    package static let films: PageSet = {
        var pages = PageSet("films")
        pages.routes = { router in
            FilmRoutes.add(to: router.site)
            FilmsRoutes.add(to: router.centre)
        }
        pages.slots = [
            .registration: { visit in try await visit.films(at: .registration, title: nil) },
            // Also those beside the registration: who looks for a film looks here.
            .questions: { visit in try await visit.films(at: nil, title: visit.t("Films")) },
            .textActions: { visit in
                """
                <a class="btn plain" href="\(visit.link("/centrum/films"))">\(visit.icon("play-circle-fill"))\(visit.t("Films"))</a>
                """
            },
        ]
        return pages
    }()
}

extension Visit {
    /// The films of one place, or all of them; nothing at all when there are none.
    fileprivate func films(at place: Film.Place?, title: String?) async throws -> HTML {
        let films = try await read { work in try Film.all(in: work.centre.id, at: place, work.tx) }
        guard !films.isEmpty else { return .empty }
        return """
            \(optional: title, { "<h2 id=\"films\">\($0)</h2>" })<div class="films">\(each: films, { film($0) })</div>
            """
    }
}
