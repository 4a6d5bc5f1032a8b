package import HTML
package import HTTPTypes
import Hummingbird
package import Localisation
package import SQL
package import Time
package import VolunteerCentre
package import Web

/// One request as pages see it: which centre, in which language, by whom.
package final class Visit: Sendable {
    package let services: Services
    package let centre: Centre
    package let t: Localiser
    package let session: Session?
    package let peer: Peer
    /// The path without the language, as routes know it.
    package let path: String
    package let query: FormData
    package let rawQuery: String?
    /// The whole address of the page with the link that was followed, as the browser tells it.
    let cameFrom: String?
    package let now: Instant
    package let requestID: String

    package init(
        services: Services, centre: Centre, t: Localiser, session: Session?, peer: Peer, path: String, query: FormData,
        rawQuery: String?, cameFrom: String?, now: Instant, requestID: String
    ) {
        self.services = services
        self.centre = centre
        self.t = t
        self.session = session
        self.peer = peer
        self.path = path
        self.query = query
        self.rawQuery = rawQuery
        self.cameFrom = cameFrom
        self.now = now
        self.requestID = requestID
    }

    package var language: Language { t.language }

    /// An address inside the site in the visitor's language.
    package func link(_ path: String) -> String {
        let local = path.hasPrefix("/beheer") ? hatted(path) : path
        return language == .en ? "/en" + (local == "/" ? "" : local) : local
    }

    /// A list on this site as it was searched when somebody left it for this page; otherwise the list.
    package func back(to list: String) -> String {
        let page = peer.host.map { "://" + $0 + link(list) + "?" } ?? ""
        guard let cameFrom, let start = cameFrom.firstRange(of: page),
            ["http", "https"].contains(cameFrom[..<start.lowerBound])
        else { return list }
        let query = cameFrom[start.upperBound...].prefix { $0 != "#" }
        // As browsers write it: everything else is encoded.
        guard query.utf8.count < 2000, query.wholeMatch(of: /[A-Za-z0-9%&=+._~*-]*/) != nil else { return list }
        return list + "?" + query
    }

    /// Which organisation an address is about, for who works for several.
    package static let hat = "voor"

    /// The organisation that stands in this visitor's addresses.
    package var worn: ID<Organisation>? {
        guard let session, session.choices.organisations > 1 || session.isOnBehalf else { return nil }
        return session.organisation?.organisation
    }

    private func hatted(_ path: String) -> String {
        guard let worn, !path.contains("\(Self.hat)=") else { return path }
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let mark = parts[0].contains("?") ? "&" : "?"
        return parts[0] + "\(mark)\(Self.hat)=\(worn)" + (parts.count > 1 ? "#" + parts[1] : "")
    }

    /// The same visit by who wears another hat.
    package func wearing(_ session: Session) -> Visit {
        Visit(
            services: services, centre: centre, t: t, session: session, peer: peer, path: path, query: query,
            rawQuery: rawQuery, cameFrom: cameFrom, now: now, requestID: requestID)
    }

    /// The centre's own address, for what is read elsewhere.
    package var website: String { services.mails.address(of: centre) }

    package var today: CalendarDate { centre.today(now) }

    package var visitor: Actor { .visitor(centre: centre) }

    package func label(_ list: Taxonomy.List, _ slug: String) -> String {
        services.taxonomy.label(list, slug, language)
    }

    /// `Maandag, dinsdag, woensdag`
    package func labels(_ list: Taxonomy.List, _ slugs: [String]) -> String {
        services.taxonomy.inOrder(list, slugs).map { label(list, $0) }.joined(separator: ", ")
    }

    package func asset(_ name: String) -> String { services.assets.address(name) }

    /// A seal for a form on this page: see `FormSeal`.
    package func newSeal() -> String { services.seal.issue(random: services.random(12), now: now) }

    package func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Reply {
        .page(html, status: status, shared: session == nil)
    }

    /// A page with a form on it: with errors it says so to programs too, and what was typed stands in it.
    package func form(_ html: HTML, _ errors: FormErrors) -> Reply {
        page(html, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    package func redirect(_ path: String) -> Reply { .redirect(to: link(path)) }

    /// What was typed above a list; longer than anybody means is cut.
    package var searchWords: String { String((query.first("q") ?? "").prefix(200)) }

    package var pageNumber: Page { Page(query.first("pagina").flatMap(Int.init) ?? 1) }
}
