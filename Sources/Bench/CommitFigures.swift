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

/// Responses a second, each committed durably with its audit row, fact, history and mail jobs, against this disk's bare fsync.
struct CommitFigures {
    let folder: String
    private let seconds = 5.0
    private let senders = 16

    func print() async throws {
        let bare = try fsyncRate()
        row("bare write + fsync of 4 KB, one after another", String(format: "%.0f /s", bare), "")
        try await measure("SQLite, WAL, synchronous=FULL", try SQLiteDatabase(path: folder + "/commit.sqlite"), bare)
        if let url = ProcessInfo.processInfo.environment["SCHAKEL_BENCH_POSTGRES"] {
            try await measure("PostgreSQL, fsync on", try await PostgresDatabase(url: url), bare)
        } else {
            Swift.print("PostgreSQL: set SCHAKEL_BENCH_POSTGRES to an empty database to measure it too")
        }
    }

    private func fsyncRate() throws -> Double {
        let descriptor = open(folder + "/fsync", O_CREAT | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw BenchError("no file") }
        defer { close(descriptor) }
        let block = [UInt8](repeating: 1, count: 4096)
        let begin = Date()
        var count = 0
        while Date().timeIntervalSince(begin) < 2 {
            guard write(descriptor, block, block.count) == block.count, fsync(descriptor) == 0 else {
                throw BenchError("no fsync")
            }
            count += 1
        }
        return Double(count) / Date().timeIntervalSince(begin)
    }

    private func measure(_ name: String, _ database: any Database, _ bare: Double) async throws {
        _ = try await Migrator(Capabilities.all.migrations).migrate(database)
        let mails = Mails(
            catalogues: try Catalogues(folder: Server.resources + "/Locale"),
            texts: try TextLibrary(folder: Server.resources + "/Mail", ending: "mustache"),
            baseURL: "http://localhost", senderAddress: "noreply@bench.example", random: SystemRandom.bytes)
        let load = try LoadDemo(
            folder: Server.resources + "/Demo", mails: mails, passwordHash: "none")
        _ = try await database.write { tx in try load(now: Instant.systemNow(), tx) }
        let (centre, vacancy) = try await database.read { tx -> (Centre, ID<Vacancy>) in
            guard let centre = try CentreQueries.all(tx).first,
                let row = try tx.first(
                    "select id from vacancy where centre_id = \(centre.id) and state = 'published' order by id limit 1")
            else { throw BenchError("the demo is empty") }
            return (centre, try row["id"])
        }
        let workroom = Workroom(database: database, mails: mails)
        let deadline = Date().addingTimeInterval(seconds)
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for sender in 0..<senders {
                group.addTask {
                    var count = 0
                    while Date() < deadline {
                        var input = RespondAsGuest.Input()
                        input.name = "Afzender \(sender)"
                        // Somebody else each time: the same words of one person within a day are one response.
                        input.email = "afzender\(sender).\(count)@post.example"
                        input.message =
                            "Dag, ik wil graag helpen. Kan ik een keer komen kijken?"
                        input.submissionKey = "bench:\(sender):\(count)"
                        let sent = input
                        let outcome = try await workroom.write(by: .visitor(centre: centre), at: Instant.systemNow()) {
                            work in
                            try RespondAsGuest.run(sent, to: vacancy, in: work)
                        }
                        guard case .sent = outcome else { throw BenchError("not sent: \(outcome)") }
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        let rate = Double(done) / seconds
        row(
            "responses committed, \(name)", String(format: "%.0f /s", rate),
            String(format: "%.2f of bare fsync", rate / bare))
        await database.close()
    }
}
