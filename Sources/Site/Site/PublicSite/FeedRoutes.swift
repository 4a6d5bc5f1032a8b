import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// What programs read: a feed per question, the map of the site for search engines, and whom to tell of a hole.
enum FeedRoutes {
    /// For who comes with a reason: no page of these belongs in a search engine.
    private static let closed = ["/beheer", "/centrum", "/mijn", "/account", "/wachtwoord", "/actie"]

    static func add(to router: Router<SiteContext>) {
        router.get("/vacatures.atom", use: feed)
        router.get("/sitemap.xml", use: sitemap)
        router.get("/robots.txt") { _, context in
            let visit = try context.visit
            return text(
                """
                User-agent: *
                \(closed.flatMap { ["Disallow: \($0)", "Disallow: /en\($0)"] }.joined(separator: "\n"))
                Sitemap: \(visit.website)/sitemap.xml

                """)
        }
        router.get("/.well-known/security.txt") { _, context in
            let visit = try context.visit
            // RFC 9116: an address and a day on which this text is too old to be believed.
            return text(
                """
                Contact: mailto:\(visit.centre.email)
                Expires: \(visit.today.adding(months: 6).iso)T00:00:00Z
                Preferred-Languages: nl, en
                Canonical: \(visit.website)/.well-known/security.txt

                """)
        }
    }

    /// The newest thirty of a filter, as Atom (RFC 4287).
    @Sendable static func feed(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let filter = VacancyFilter(visit)
        var search = filter.search
        search.order = .newest
        let found = visit.services.finder.search(search, in: visit.centre, page: Page(1, size: 30), now: visit.now)
        let feed = AtomFeed(filter: filter, cards: found.cards.elements)
        return xml("application/atom+xml; charset=utf-8", feed.xml(visit))
    }

    @Sendable static func sitemap(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let pages = ["/", "/vacatures", "/faq", "/handleiding", "/inschrijven", "/privacy", "/toegankelijkheid"]
        // Thousands of lines are written where the rows are read: on a thread that serves nobody else meanwhile.
        let body = try await visit.read { work -> HTML in
            let vacancies = try VacancyQueries.addresses(in: work.centre.id, today: work.today, work.tx)
            return """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                \(each: pages, { "<url><loc>\(visit.website + visit.link($0))</loc></url>\n" })\
                \(each: vacancies, { "<url><loc>\(visit.website + visit.link(Link.vacancy($0.id, $0.title)))</loc><lastmod>\(CalendarDate($0.changedAt, in: work.centre.zone).iso)</lastmod></url>\n" })\
                </urlset>
                """
        }
        return xml("application/xml; charset=utf-8", body)
    }

    private static func text(_ text: String) -> Reply {
        Reply(headers: [.contentType: "text/plain; charset=utf-8"], body: Array(text.utf8), shared: true)
    }

    private static func xml(_ type: String, _ body: HTML) -> Reply {
        Reply(headers: [.contentType: type], body: body.bytes, shared: true)
    }
}

/// New vacancies for feed readers and other sites.
struct AtomFeed {
    let filter: VacancyFilter
    let cards: [VacancyCard]

    func xml(_ visit: Visit) -> HTML {
        let own = visit.website + visit.link(filter.address("/vacatures.atom"))
        // Of an empty feed nothing moves: readers look again only when something is there.
        let updated = cards.first?.publishedAt ?? Instant(milliseconds: 0)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(visit.language.tag)">
            <title>\(visit.t("New vacancies")) · \(visit.centre.name)</title>
            <id>\(own)</id><link rel="self" href="\(own)"/><link href="\(visit.website + visit.link(filter.address("/vacatures")))"/>
            <updated>\(stamp(updated))</updated><author><name>\(visit.centre.name)</name></author>
            \(each: cards, { entry($0, visit) })</feed>
            """
    }

    private func entry(_ card: VacancyCard, _ visit: Visit) -> HTML {
        let address = visit.fullAddress(of: card)
        let place = card.fromHome ? visit.t("From home") : card.place
        let facts = [visit.owners(of: card), place, card.hours].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <entry><title>\(card.title)</title><id>\(visit.website)/vacatures/\(card.id.number)</id><link href="\(address)"/>
            <updated>\(stamp(card.publishedAt))</updated><summary>\(facts)</summary><category term="\(card.interest)" label="\(visit.label(.interest, card.interest))"/></entry>

            """
    }

    private func stamp(_ instant: Instant) -> String { instant.date.formatted(.iso8601) }
}
