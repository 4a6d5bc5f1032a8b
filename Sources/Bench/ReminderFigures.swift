import Composition
import Foundation
import Localisation
import Mail
import Postgres
import SQL
import SQLite
import Texts
import Time
import VolunteerCentre

/// The morning's reminders and the centre's list of what is late, with 2,000 organisations and 20,000 open responses that came in evenly over
/// the last month: so many wait since a week, and so many since two.
struct ReminderFigures {
    let server: Server
    let folder: String

    private static let organisations = 2000
    private static let responses = 20_000
    private static let days = 30

    func print() async throws {
        let path = folder + "/reminders.sqlite"
        try await measure("SQLite", "sqlite:" + path) { try SQLiteDatabase(path: path) }
        if let url = ProcessInfo.processInfo.environment["SCHAKEL_BENCH_POSTGRES"] {
            try await measure("PostgreSQL", url) { try await PostgresDatabase(url: url) }
        } else {
            Swift.print("PostgreSQL: set SCHAKEL_BENCH_POSTGRES to an empty database to measure it too")
        }
    }

    private func measure(_ engine: String, _ url: String, _ open: () async throws -> any Database) async throws {
        try server.run(
            [
                "demo", "--vacancies", "4000", "--organisations", "\(Self.organisations)", "--applications",
                "\(Self.responses)", "--centre", "borne",
            ], url)
        let database = try await open()
        let mails = Mails(
            catalogues: try Catalogues(folder: Server.resources + "/Locale"),
            texts: try TextLibrary(folder: Server.resources + "/Mail", ending: "mustache"),
            baseURL: "http://localhost", senderAddress: "noreply@bench.example", random: SystemRandom.bytes)
        let (data, now) = (Server.resources + "/Data", Instant.systemNow())
        let finder = Finder(
            database: database, taxonomy: try Taxonomy(file: data + "/taxonomy.csv"),
            places: try Places(file: data + "/places-nl-be.csv"),
            texts: try SearchTexts(folder: data, wordList: "/usr/share/dict/dutch"), now: { now })
        try await finder.catchUp()
        let begin = now.subtracting(.days(Self.days))
        let step = Span.days(Self.days).milliseconds / Int64(Self.responses)
        try await database.write { tx in
            try tx(
                """
                update application set state = 'new', channel = 'web', answered_at = null, reminded_at = null, overdue_at = null,
                    created_at = \(begin) + \(step) * (id % \(Self.responses))
                """)
            // What a month of mornings has told already: only what fell due since yesterday is new.
            let (reminded, late) = (now.subtracting(.days(8)), now.subtracting(.days(16)))
            try tx("update application set reminded_at = \(now) where created_at < \(reminded)")
            try tx("update application set overdue_at = \(now) where created_at < \(late)")
        }
        let workroom = Workroom(database: database, mails: mails)
        let tools = Toolbox(workroom, finder: finder, withoutMetadata: { $0 })
        let started = Date()
        try await tools.onwards(at: now) { after, work in try RemindUnanswered(finder: finder)(after: after, in: work) }
        let morning = Date().timeIntervalSince(started)
        let told = try await database.read { tx in try tx.count("mail where created_at = \(now)") }
        row("reminders of a morning, \(engine)", String(format: "%.2f s", morning), "\(told) mails; at most 10 s")
        guard let centre = try await database.read({ tx in try CentreQueries.all(tx).first { $0.slug == "borne" } })
        else { throw BenchError("the demo has no centre") }
        var times = Times()
        for _ in 0..<50 {
            _ = try await times.measure {
                try await database.read { tx in try ApplicationQueries.overdue(in: centre.id, page: Page(1), tx).total }
            }
        }
        report("the list of what is late, \(engine)", times, "at most 20 ms")
        try await measureFreshness(engine, tools, centre, now)
        await database.close()
    }

    /// The first morning of *Klopt dit nog?*, on which every organisation is asked about all that it has, and the two other lists of the
    /// centre: two thousand people to help on, and two hundred addresses that are gone.
    private func measureFreshness(_ engine: String, _ tools: Toolbox, _ centre: Centre, _ now: Instant) async throws {
        let database = tools.database
        try await database.write { tx in
            try tx(
                "update vacancy set published_at = \(now.subtracting(.days(50))), confirmed_at = null where state = 'published'"
            )
            try tx("update application set state = 'declined', handed_back_at = \(now) - id where id % 10 = 0")
            try tx(
                """
                update mail set state = 'failed', last_error = '550 5.1.1 unknown', attempts = 1 where id % 50 = 0
                """)
        }
        let started = Date()
        try await tools.onwards(at: now) { after, work in try AskIfRight.run(after: after, in: work) }
        let asked = try await database.read { tx in try tx.count("mail where kind = 'vacancies_asked'") }
        row(
            "asking everybody what is still right, \(engine)",
            String(format: "%.2f s", Date().timeIntervalSince(started)), "\(asked) mails; at most 10 s")
        // What did not leave was not asked, and sinks nothing.
        try await database.write { tx in try Outbox.settle(now: now, tx) }
        let later = Date()
        try await tools.onwards(at: now.adding(.days(9))) { after, work in
            try SinkUnconfirmed.run(after: after, in: work)
        }
        row(
            "sinking all of it, \(engine)", String(format: "%.2f s", Date().timeIntervalSince(later)), "at most 10 s")
        var (helped, gone) = (Times(), Times())
        for _ in 0..<20 {
            _ = try await helped.measure {
                try await tools.workroom.read(by: .system(centre: centre), at: now) { work in
                    try ApplicationQueries.handedBack(in: work, page: Page(1)).total
                }
            }
            _ = try await gone.measure {
                try await database.read { tx in try Reachability.unreachable(in: centre.id, tx).count }
            }
        }
        report("the list of who is helped on, \(engine)", helped, "at most 20 ms")
        report("organisations that cannot be reached, \(engine)", gone, "at most 20 ms")
    }
}
