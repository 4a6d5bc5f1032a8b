import Composition
import Foundation
import Jobs
import Localisation
import Logging
import Mail
import Media
import Postgres
import SQL
import SQLite
import Site
import SiteKit
import Texts
import Tiles
import Time
import VolunteerCentre
import Web

/// The composition root: everything the commands share, made once from the configuration.
struct Installation: Sendable {
    let configuration: Configuration
    let workroom: Workroom
    let logger: Logger
    let secret: [UInt8]
    let catalogues: Catalogues

    var database: any Database { workroom.database }
    var mails: Mails { workroom.mails }

    /// - Parameter makesDatabase: for what begins an installation. Everything else would do its work on nothing, and say that it went well.
    static func open(_ configuration: Configuration, makesDatabase: Bool = false) async throws -> Installation {
        try await Installation(configuration, try await database(configuration, makesDatabase: makesDatabase))
    }

    /// Connects, or opens the file; says it when that cannot be or the database is of a newer program.
    static func database(_ configuration: Configuration, makesDatabase: Bool = false) async throws -> any Database {
        if case .sqlite(let path) = configuration.database, !makesDatabase,
            !FileManager.default.fileExists(atPath: path)
        {
            throw Ended(
                "There is no database at \(path) (SCHAKEL_DATABASE). Is that the right one? schakel migrate makes it.")
        }
        // Database, key and backups hold people's data: files of this process are for its own user.
        umask(0o077)
        let database: any Database =
            switch configuration.database {
            case .sqlite(let path): try SQLiteDatabase(path: path)
            case .postgres(let url):
                try await PostgresDatabase(url: url, connections: configuration.databaseConnections)
            }
        // Every command says it before it touches anything.
        _ = try await migrator.pending(database)
        return database
    }

    init(_ configuration: Configuration, _ database: any Database) async throws {
        LoggingSystem.bootstrap { _ in LineLogHandler(logLevel: configuration.logLevel, format: configuration.logFormat)
        }
        async let reading = Catalogues(folder: configuration.resources + "/Locale")
        let texts = try TextLibrary(folder: configuration.resources + "/Mail", ending: "mustache")
        let catalogues = try await reading
        let secret = try KeyFile.load(configuration.keyFile) ?? KeyFile.make()
        let mails = Mails(
            catalogues: catalogues,
            texts: texts,
            baseURL: configuration.baseURL, senderAddress: configuration.mailFrom,
            relay: configuration.relay.map { RelayAddress.Relay(domain: $0.domain, secret: secret) },
            random: SystemRandom.bytes)
        let logger = Logger(label: "schakel")
        for warning in configuration.warnings { logger.warning("configuration", metadata: ["warning": "\(warning)"]) }
        let wanted = configuration.databaseConnections
        if let limit = try await (database as? PostgresDatabase)?.connectionLimit(), limit < wanted {
            logger.warning("database", metadata: ["warning": "\(Self.shortage(limit, wanted))"])
        }
        self.configuration = configuration
        self.workroom = Workroom(database: database, mails: mails)
        self.logger = logger
        self.secret = secret
        self.catalogues = catalogues
    }

    static var migrator: Migrator { Migrator(Capabilities.all.migrations) }

    static func shortage(_ limit: Int, _ wanted: Int) -> String {
        """
        PostgreSQL gives only \(limit) connections and each process wants \(wanted): raise its limit, or set \
        SCHAKEL_DATABASE_CONNECTIONS
        """
    }

    func migrate() async throws -> [Migration] { try await Self.migrator.migrate(database) }

    /// For what works with the data: refuses a database that still has to be migrated, and another key than the one it was used
    /// with; says when mail is held.
    func ready() async throws {
        let lacking = ResourceFiles.lacking(in: configuration.resources)
        guard lacking.isEmpty else {
            throw Ended("\(configuration.resources) lacks \(ResourceFiles.words(lacking)): copy it again, whole.")
        }
        let pending = try await Self.migrator.pending(database)
        guard pending.isEmpty else { throw Ended("\(pending.count) migrations wait: schakel migrate") }
        let secret = secret
        // A key is kept only where none was used before: the wrong one would be taken for the right one later.
        if try await database.read({ tx in try InstallationKey.matches(secret, tx) }) { try keepKey() }
        guard try await database.write({ tx in try InstallationKey.check(secret, tx) }) == .known else {
            throw Ended(
                """
                The key file \(configuration.keyFile) is not the one that this database was used with. Forms and links that were made
                with the other one would fail. Copy the other one here; or, when it is gone: schakel key accept
                """)
        }
        LeftFiles().sweep()
        if let since = try await database.read({ tx in try JobQueue.heldSince(Outbox.job, tx) }) {
            logger.warning(
                "mail is held since this database was restored; schakel mail release sends it",
                metadata: ["since": "\(since.date.ISO8601Format())"])
        }
    }

    /// Writes the key that was made at the start, when there is no file yet.
    func keepKey() throws { try KeyFile.keep(secret, at: configuration.keyFile) }

    /// What the operator does at a centre.
    /// - Returns: nil when there is no centre with this slug.
    func write<T: Sendable>(at slug: String, _ body: @escaping @Sendable (UnitOfWork) throws -> T) async throws -> T? {
        let centre = try await database.read { tx in try CentreQueries.all(tx).first { $0.slug == slug } }
        guard let centre else { return nil }
        return try await workroom.write(by: .system(centre: centre), at: Instant.systemNow(), body)
    }

    func taxonomy() throws -> Taxonomy { try Taxonomy(file: configuration.resources + "/Data/taxonomy.csv") }

    func places() throws -> Places { try Places(file: configuration.resources + "/Data/places-nl-be.csv") }

    /// Words and places beside each other: they are most of the start.
    func finder() async throws -> Finder {
        let data = configuration.resources + "/Data"
        async let kinship = SearchTexts.kinship(in: data)
        async let texts = SearchTexts(folder: data, wordList: configuration.wordList, kinship: nil)
        async let places = places()
        return Finder(
            database: database, taxonomy: try taxonomy(), places: try await places,
            texts: try await texts.knowing(try await kinship),
            now: { Instant.systemNow() })
    }

    /// Some tenths of a second that nobody waits for: until then everything else works.
    func readDictionaries(for finder: Finder) {
        let thread = Thread { finder.readTranslations(Self.dictionaries) }
        thread.name = "dictionaries"
        thread.start()
    }

    /// With the index read, so that the first visitor finds everything.
    func services(_ finder: Finder, metrics: Metrics, wakeWorker: @escaping @Sendable () -> Void) async throws
        -> Services
    {
        let resources = configuration.resources
        async let caughtUp: Void = finder.catchUp()
        let pages = try TextLibrary(folder: resources + "/Pages", ending: "md")
        let assets = try AssetLibrary(folder: resources + "/Assets")
        let coach = VacancyCoach(words: try CoachWords(file: resources + "/Data/coach.txt"))
        try await caughtUp
        return Services(
            workroom, capabilities: .all, pageSets: PageSets.all, catalogues: catalogues,
            taxonomy: try taxonomy(),
            pages: pages, assets: assets, finder: finder,
            coach: coach, hasher: PasswordHasher(),
            images: ImageReencoder(),
            pdf: PDFPrinter(program: configuration.weasyPrint), tiles: try tiles(), metrics: metrics, secret: secret,
            trustedProxies: configuration.trustedProxies,
            now: { Instant.systemNow() }, sendsMail: configuration.smtp != nil,
            isDemo: try await database.read { tx in try CentreQueries.isDemo(tx) }, logger: logger,
            wakeWorker: wakeWorker)
    }

    /// Where Debian puts the dictionaries of other languages.
    private static let dictionaries = "/usr/share/dictd"

    private func tiles() throws -> Tiles {
        var limits = Tiles.Limits()
        limits.disk = configuration.tileBytes
        do { return try Tiles(configuration.tiles, folder: configuration.tileFolder, limits: limits) } catch {
            throw Ended("SCHAKEL_TILES names a file that is no MBTiles: \(error)")
        }
    }

    private func tools(_ finder: Finder) -> Toolbox {
        let images = ImageReencoder()
        return Toolbox(
            workroom, finder: finder,
            withoutMetadata: { try await images.withoutMetadata($0) })
    }

    /// Throws when a newer program has the database: then nothing here may work on it.
    private var demand: @Sendable () async throws -> Void {
        { [database] in _ = try await Self.migrator.pending(database) }
    }

    /// What the worker does, by the names of jobs. Without SMTP nobody takes mail, so it waits in the outbox.
    func worker(_ finder: Finder, sendsMail: Bool = true) -> Worker {
        var handlers = Capabilities.all.jobs(tools(finder))
        var deadLetters: [String: DeadLetterHandler] = [:]
        if sendsMail, let smtp = configuration.smtp {
            let delivery = OutboxDelivery(
                client: SMTPClient(smtp), envelopeSender: configuration.mailFrom, isOwed: Capabilities.all.isOwed)
            for name in Outbox.jobs {
                handlers[name] = delivery.handler
                deadLetters[name] = delivery.deadLetter
            }
        }
        return Worker(
            database: database, handlers: handlers, deadLetters: deadLetters, most: [Outbox.job: 2],
            demand: demand,
            now: { Instant.systemNow() }, logger: logger)
    }

    func schedule(_ finder: Finder) -> ScheduleService {
        ScheduleService(
            schedule: Schedule(tasks: Capabilities.all.tasks(tools(finder)), database: database),
            demand: demand, logger: logger)
    }
}
