package import Composition
import HTML
package import Localisation
package import Logging
package import Media
package import SQL
package import Texts
package import Tiles
package import Time
package import VolunteerCentre
package import Web

/// What pages work with: values made once in the composition root and handed on. No globals, no look-ups.
package struct Services: Sendable {
    package let workroom: Workroom
    package let capabilities: Capabilities
    package let pageSets: [PageSet]
    package let catalogues: Catalogues
    package let taxonomy: Taxonomy
    /// The standard texts of the pages of information.
    package let pages: TextLibrary
    package let assets: AssetLibrary
    package let centres: CentreDirectory
    package let finder: Finder
    package let filterOptions: FilterOptions
    package let coach: VacancyCoach
    package let frames = PublicFrames()
    package let hasher: PasswordHasher
    package let images: ImageReencoder
    package let pdf: PDFPrinter
    /// The maps that the operator offers.
    package let tiles: Tiles
    package let metrics: Metrics
    package let secret: [UInt8]
    package let trustedProxies: [Network]
    package let now: @Sendable () -> Instant
    /// False without SMTP: then the centre reads waiting mail, links included, in its outbox.
    package let sendsMail: Bool
    /// A demo shows its log-ins and the style guide.
    package let isDemo: Bool
    /// Set when this node is about to end: a proxy that asks whether it is ready sends visitors to another one.
    package let departure = Departure()
    package let logger: Logger
    /// Wakes the worker after a commit that made jobs, so that mail leaves at once.
    package let wakeWorker: @Sendable () -> Void

    package init(
        _ workroom: Workroom, capabilities: Capabilities, pageSets: [PageSet], catalogues: Catalogues,
        taxonomy: Taxonomy, pages: TextLibrary, assets: AssetLibrary, finder: Finder, coach: VacancyCoach,
        hasher: PasswordHasher, images: ImageReencoder, pdf: PDFPrinter, tiles: Tiles, metrics: Metrics,
        secret: [UInt8], trustedProxies: [Network],
        now: @escaping @Sendable () -> Instant, sendsMail: Bool, isDemo: Bool, logger: Logger,
        wakeWorker: @escaping @Sendable () -> Void
    ) {
        self.workroom = workroom
        self.capabilities = capabilities
        self.pageSets = pageSets.filter { set in capabilities.list.contains { $0.name == set.name } }
        self.catalogues = catalogues
        self.taxonomy = taxonomy
        self.pages = pages
        self.assets = assets
        self.centres = CentreDirectory(database: workroom.database, now: now)
        self.finder = finder
        self.coach = coach
        filterOptions = FilterOptions(taxonomy, catalogues)
        self.hasher = hasher
        self.images = images
        self.pdf = pdf
        self.tiles = tiles
        self.metrics = metrics
        self.secret = secret
        self.trustedProxies = trustedProxies
        self.now = now
        self.sendsMail = sendsMail
        self.isDemo = isDemo
        self.logger = logger
        self.wakeWorker = wakeWorker
    }

    package var seal: FormSeal { FormSeal(secret: secret) }

    package var database: any Database { workroom.database }
    package var mails: Mails { workroom.mails }
    package var random: RandomBytes { workroom.random }

    /// After a commit: what it enqueued leaves at once, and what is public of it can be found.
    package func written() async {
        wakeWorker()
        do { try await finder.catchUp() } catch {
            // It is committed; the follower tries again.
            logger.warning("the index is behind", metadata: ["error": "\(error)"])
        }
    }

    /// Takes an attempt back: it was a good one.
    package func release(_ limit: RateLimit, _ subject: String) async throws {
        try await limit.release(subject, secret: secret, now: now(), in: database)
    }

    /// Counts one attempt. Nil: it is permitted.
    package func refusal(_ limit: RateLimit, _ subject: String) async throws -> TooOften? {
        let now = now()
        guard try await limit.permits(subject, secret: secret, now: now, in: database) == false else { return nil }
        return TooOften(minutes: try await limit.wait(subject, secret: secret, now: now, in: database))
    }
}
